import { randomInt } from "node:crypto";
import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { act } from "../../platform/act.ts";
import { system } from "../../platform/actor.ts";
import type { Context } from "../../platform/context.ts";
import { StartRefused } from "../../platform/start-refused.ts";
import { findDesk } from "../../features/desk-settings/index.ts";
import { findPersonByEmail, giveAccess } from "../../features/people/index.ts";
import { agents, customers, emailOf } from "./people.ts";
import { seedDemo } from "./seed.ts";

export interface DemoAccount {
  role: string;
  name: string;
  email: string;
  password: string;
  locale: string;
}

const us = system("demo");

/** Who can sign in, and as what. */
const listed = [
  ...agents.map(({ key, name, role, locale }) => ({ key, name, role, locale })),
  ...customers.flatMap((customer) =>
    "listedAs" in customer
      ? [{ key: customer.key, name: customer.name, role: customer.listedAs, locale: customer.locale }]
      : [],
  ),
];

/** Makes the demo desk where there is none. Moves the clock, so nothing else may run meanwhile. */
export const seedDemoOnce = async (context: Context, say: (text: string) => void): Promise<void> => {
  const { db } = context;
  if (await findDesk(db)) return;
  say("Filling the demo desk …");
  await act(db, us, seedDemo(context), {});
};

/**
 * Gives everybody in the demo a new random password at each start, so that no demo password is good anywhere else, and
 * writes the sign-ins to `demo.json` in the data folder. A desk that is not the demo's is left alone.
 */
export const openDemo = async (context: Context): Promise<DemoAccount[]> => {
  const { db, config } = context;
  const accounts: DemoAccount[] = [];
  for (const { key, ...account } of listed) {
    const person = await findPersonByEmail(db, emailOf(key));
    // A demo of an earlier version does not know everybody yet, and whoever looked around may have sent somebody home.
    if (person?.deactivatedAt !== null) continue;
    const password = randomPassword();
    await act(db, us, giveAccess, { personId: person.id, password });
    accounts.push({ ...account, email: emailOf(key), password });
  }
  if (accounts.length === 0)
    throw new StartRefused(
      `${config.dataDir} holds a desk of your own. Start the demo with another folder: TRESEN_DATA=demo-data npm start -- --demo`,
    );
  await writeWhole(join(config.dataDir, "demo.json"), JSON.stringify({ url: context.baseUrl, accounts }, null, 2));
  return accounts;
};

const letters = "abcdefghjkmnpqrstuvwxyz23456789";

/** About 60 bits, in letters that are hard to mistake for each other. */
const randomPassword = (): string =>
  Array.from({ length: 3 }, () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("")).join(
    "-",
  );

// Whoever reads the file while it is written gets the old one or the new one.
const writeWhole = async (path: string, text: string): Promise<void> => {
  await writeFile(`${path}.new`, text, { mode: 0o600 });
  await rename(`${path}.new`, path);
};
