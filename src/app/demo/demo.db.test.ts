import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { castOf, us } from "../../../test/support/cast.ts";
import { testContext } from "../../../test/support/context.ts";
import { freshDb } from "../../../test/support/db.ts";
import { addPerson, deactivatePerson } from "../../features/people/index.ts";
import { act } from "../../platform/act.ts";
import { reportMail } from "../../features/incoming-mail/index.ts";
import { openDemo } from "./index.ts";
import { seedDemo } from "./seed.ts";
import { tickets } from "./tickets.ts";
import { waysOfWorking } from "./ways.ts";

const start = async () => {
  const context = await testContext(await freshDb());
  const { ada } = await castOf(context.db);
  const accountsFile = join(context.config.dataDir, "demo.json");
  const add = async (name: string, email: string) =>
    (await act(context.db, us, addPerson, { name, email, role: "administrator", locale: "de" })).personId;
  return { context, ada, accountsFile, add };
};

test("a demo in which somebody is missing or was deactivated lets in the others", async () => {
  const { context, ada, accountsFile, add } = await start();
  await add("Ada Lindqvist", "ada@nordlicht.example");
  const mona = await add("Mona Feldhusen", "mona@nordlicht.example");
  await act(context.db, ada, deactivatePerson, { personId: mona });
  expect(await openDemo(context)).toMatchObject([{ role: "administrator", email: "ada@nordlicht.example" }]);
  const written = JSON.parse(await readFile(accountsFile, "utf8")) as { accounts: object[] };
  expect(written.accounts).toHaveLength(1);
});

test("a desk of somebody's own is no demo", async () => {
  const { context, accountsFile } = await start();
  await expect(openDemo(context)).rejects.toThrow("holds a desk of your own");
  await expect(readFile(accountsFile)).rejects.toThrow("ENOENT");
});

test("what came by mail came by a mail: raw, and filed as others are", async () => {
  const context = await testContext(await freshDb());
  await act(context.db, us, seedDemo(context), {});
  const { rows } = await context.pool.query<{ subject: string; raw: Buffer | null; reason: string; said: string }>(
    `select t.subject, i.raw, i.reason, m.text as said from tickets t
     left join incoming_mails i on i.ticket_id = t.id
     join messages m on m.ticket_id = t.id and (m.id = i.filed_message_id or i.id is null)
     where t.channel = 'mail'`,
  );
  expect(rows.length).toBeGreaterThan(20);
  for (const { subject, raw, reason, said } of rows) {
    expect(reason, subject).toBe("new");
    expect(raw?.toString("utf8")).toContain(said.split("\n").at(-1)!);
    expect(await reportMail(raw!)).toMatchObject({ verdict: "ticket", subject, warnings: [] });
  }
  const told = [...tickets, ...waysOfWorking].filter(({ channel }) => channel === "mail");
  for (const { subject, text, type } of told) {
    const { rows: found } = await context.pool.query<{ key: string; said: string }>(
      `select y.key, concat_ws(E'\n\n', m.text, nullif(m.quoted, '')) as said from tickets t
       join ticket_types y on y.id = t.type_id join messages m on m.ticket_id = t.id
       where t.subject = $1 order by m.id limit 1`,
      [subject],
    );
    expect(found[0]?.key).toBe(type);
    expect(found[0]?.said.replace(/\s+/g, " ")).toBe(text.replace(/\s+/g, " "));
  }
});
