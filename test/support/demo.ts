import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** What a demo server wrote about its sign-ins. */
export interface Demo {
  url: string;
  accounts: DemoAccount[];
}

export interface DemoAccount {
  role: DemoRole;
  name: string;
  email: string;
  password: string;
  locale: "de" | "en";
}

export type DemoRole = "administrator" | "moderator" | "member" | "customer" | "colleague" | "manager" | "stranger";

/** The sign-ins that a demo server writes into its data folder; waits for them at most `patience` ms. */
export const readDemo = async (dataDir: string, patience = 60_000): Promise<Demo> => {
  const path = join(dataDir, "demo.json");
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    const text = await readFile(path, "utf8").catch(() => undefined);
    if (text !== undefined) return JSON.parse(text) as Demo;
    await sleep(100);
  }
  throw new Error(`${path} was not written within ${patience} ms`);
};

/** The first account of a role, in a language if it matters. */
export const accountOf = (demo: Demo, role: DemoRole, locale?: "de" | "en"): DemoAccount => {
  const account = demo.accounts.find((each) => each.role === role && (locale === undefined || each.locale === locale));
  if (!account) throw new Error(`the demo desk has no ${role}${locale === undefined ? "" : ` who reads ${locale}`}`);
  return account;
};
