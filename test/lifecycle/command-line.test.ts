import { execFileSync, spawn } from "node:child_process";
import { mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { connect } from "../../src/platform/db/db.ts";
import type { FiledReport } from "../../src/app/cli/report.ts";
import { findRunning } from "../../src/platform/db/running.ts";
import { freshFolder, startProgram } from "./program.ts";

const launcher = join(import.meta.dirname, "../../bin/tresen.mjs");
const fixtures = join(import.meta.dirname, "../fixtures/mail");

interface Run {
  args: readonly string[];
  input?: string | Buffer;
  env?: Record<string, string>;
}

/** Runs the command line as a shell does. */
const tresen = ({
  args,
  input = "",
  env = {},
}: Run): Promise<{ code: number | null; said: string; complained: string }> =>
  new Promise((settle) => {
    const child = spawn(process.execPath, [launcher, ...args], { env: { PATH: process.env["PATH"], ...env } });
    let said = "";
    let complained = "";
    child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (complained += chunk.toString()));
    child.once("close", (code) => settle({ code, said, complained }));
    child.stdin.end(input);
  });

test("helps, and refuses what it does not know", async () => {
  expect(await tresen({ args: ["--help"] })).toMatchObject({
    code: 0,
    said: expect.stringContaining("tresen mail inspect"),
  });
  for (const args of [[], ["mail"], ["mail", "inspekt"], ["mail", "inspect"], ["mail", "inspect", "--jsn", "x"]]) {
    const { code, said, complained } = await tresen({ args });
    expect([code, said]).toEqual([64, ""]);
    expect(complained).toContain("tresen mail inspect PATH…");
  }
});

test("says one line a message of a folder, whatever lies in it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "tresen-mails-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(
    join(folder, "a.box"),
    "From a@b.example Tue Nov  3 14:05:00 2026\nFrom: a@b.example\n\n>From here\n\nFrom c@d.example Tue Nov  3 14:06:00 2026\nFrom: c@d.example\n\nBye\n",
  );
  await writeFile(join(folder, "b.eml"), Buffer.from([0, 255, 1, 2]));
  await writeFile(join(folder, "c.msg"), "From: e@f.example\n\nraw, though its name is Outlook's");
  await writeFile(join(folder, "README.md"), "no mail");
  await writeFile(join(folder, "d"), "Return-Path: <g@h.example>\nFrom: g@h.example\n\nwithout an ending");
  await writeFile(join(folder, "d.txt"), "Subject of this text: none");
  await writeFile(
    join(folder, "e.box"),
    "From: i@j.example\n\nAlone\n\nFrom c@d.example Tue Nov  3 14:06:00 2026\nand more",
  );
  await symlink("missing", join(folder, "f.eml"));
  await symlink(".", join(folder, "g.eml"));
  execFileSync("mkfifo", [join(folder, "h.eml")]);
  expect((await tresen({ args: ["mail", "inspect", folder] })).code).toBe(0);
  const { code, said } = await tresen({
    args: ["mail", "inspect", folder, fixtures, join(folder, "missing"), "--json"],
  });
  const reports = said
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as FiledReport);
  expect(code).toBe(1);
  expect(reports).toHaveLength(8 + (await readdir(fixtures)).length + 1);
  expect(
    reports
      .slice(0, 6)
      .map(({ file, number, verdict, from, text }) => [
        file.slice(folder.length + 1),
        number,
        verdict,
        from?.address,
        text.trim(),
      ]),
  ).toEqual([
    ["a.box", 1, "ticket", "a@b.example", "From here"],
    ["a.box", 2, "ticket", "c@d.example", "Bye"],
    ["b.eml", undefined, "unreadable", undefined, expect.any(String)],
    ["c.msg", undefined, "ticket", "e@f.example", "raw, though its name is Outlook's"],
    ["d", undefined, "ticket", "g@h.example", "without an ending"],
    ["e.box", undefined, "ticket", "i@j.example", expect.stringContaining("and more")],
  ]);
  expect(reports.slice(6, 8).map(({ file, reason }) => [file.slice(folder.length + 1), reason])).toEqual([
    ["f.eml", "no-file"],
    ["h.eml", "no-file"],
  ]);
  expect(reports.at(-1)).toMatchObject({ verdict: "unreadable", reason: "no-file" });
  for (const report of [reports[2]!, reports.at(-1)!])
    expect(Object.keys(report)).toEqual(
      "file verdict reason from to cc replyTo subject date messageId inReplyTo references text html reply attachments bounce warnings".split(
        " ",
      ),
    );
});

const message =
  "Return-Path: <cy@kunde.example>\r\nFrom: Cy <cy@kunde.example>\r\nTo: support@muster.example\r\nSubject: By pipe\r\n\r\nHello";

test("takes a message in once the desk's database has it, and says 'later' while it is away", async () => {
  const dataDir = await freshFolder();
  const env = { TRESEN_DATA: dataDir };
  const receive = (input: string | Buffer, args: string[] = []) =>
    tresen({ args: ["mail", "receive", ...args], input, env });
  const isDown = { code: 75, said: "", complained: expect.stringMatching(/^Tresen is not running.*again later\.\n$/) };
  expect(await receive(message)).toMatchObject(isDown);
  // Nor does a database that is not there any more show its insides.
  const refused = { DATABASE_URL: "postgres://nobody@127.0.0.1:9/nothing" };
  expect(await tresen({ args: ["mail", "receive"], input: message, env: { ...env, ...refused } })).toMatchObject(
    isDown,
  );

  await startProgram(env).ready();
  expect(await receive(message)).toMatchObject({ code: 0, said: "", complained: "" });
  expect((await receive(message)).code).toBe(0);
  expect(
    (
      await receive(message.replace("Hello", "Bye"), [
        "--from",
        "",
        "--to",
        "a@muster.example",
        "--to",
        "b@muster.example",
      ])
    ).code,
  ).toBe(0);
  expect((await receive("")).code).toBe(65);
  expect((await receive(message, ["--frm", "x"])).code).toBe(75);
  expect((await receive(Buffer.alloc(51 * 1024 * 1024, "a"))).code).toBe(65);

  const database = findRunning({ databaseUrl: undefined, dataDir });
  const { db, close } = connect(database.address, 1);
  const stored = await db
    .selectFrom("incoming_mails")
    .select(["source", "envelope_from", "envelope_to", "raw"])
    .orderBy("id")
    .execute();
  await close();
  database.close();
  expect(stored.map(({ raw, ...envelope }) => ({ ...envelope, raw: raw.toString() }))).toEqual([
    { source: "command", envelope_from: "cy@kunde.example", envelope_to: ["support@muster.example"], raw: message },
    {
      source: "command",
      envelope_from: "",
      envelope_to: ["a@muster.example", "b@muster.example"],
      raw: message.replace("Hello", "Bye"),
    },
  ]);
});

test("helps whoever runs the program back in, while the server runs and only then", async () => {
  const folder = await freshFolder();
  const env = { TRESEN_DATA: folder };
  const away = await tresen({ args: ["people", "list-administrators"], env });
  expect([away.code, away.said]).toEqual([1, ""]);
  expect(away.complained).toContain("start it first");
  await startProgram(env).ready();
  const listed = await tresen({ args: ["people", "list-administrators"], env });
  expect(listed.code).toBe(0);
  expect(listed.said).toContain("not set up yet");
  const unknown = await tresen({ args: ["people", "reset-password", "ada@desk.example"], env });
  expect([unknown.code, unknown.said]).toEqual([1, ""]);
  expect(unknown.complained).toContain("Nobody has the address ada@desk.example.");
  expect((await tresen({ args: ["people", "reset-password"], env })).code).toBe(64);
  expect((await tresen({ args: ["--help"] })).said).toContain("tresen people reset-password email");
});
