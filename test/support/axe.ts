import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { BrowserContext, Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Browser profiles in which scripts are off. axe would wait there for ever. */
export const withoutScript = new WeakSet<BrowserContext>();

/** Looks at the page as it is now; all of axe's rules count, good practice included. */
export const expectNoAxeViolations = async (page: Page): Promise<void> => {
  if (withoutScript.has(page.context()))
    throw new Error("axe runs inside the page and needs JavaScript; look at the same page with it switched on");
  // The debugger's way in, because the page's content policy rightly lets no foreign script in.
  await page.evaluate(source);
  const violations = await page.evaluate<AxeResults["violations"]>(
    // What is in order is most of the result, and nobody reads it.
    "axe.run(document, { resultTypes: ['violations'], preload: false }).then(({ violations }) => violations)",
  );
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html}\n  ${failureSummary ?? ""}`),
  );
  if (found.length > 0) throw new Error(`axe on ${page.url()}:\n${found.join("\n")}`);
};
