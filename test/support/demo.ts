import { readFile } from "node:fs/promises";
import { join } from "node:path";

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

export const readDemo = async (dataDir: string): Promise<Demo> =>
  JSON.parse(await readFile(join(dataDir, "demo.json"), "utf8")) as Demo;

/** The first account of a role, in a language if it matters. */
export const accountOf = (demo: Demo, role: DemoRole, locale?: "de" | "en"): DemoAccount => {
  const account = demo.accounts.find((each) => each.role === role && (locale === undefined || each.locale === locale));
  if (!account) throw new Error(`the demo desk has no ${role}${locale === undefined ? "" : ` who reads ${locale}`}`);
  return account;
};
