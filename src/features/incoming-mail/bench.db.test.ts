import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { arrive } from "../../../test/support/incoming.ts";
import { mailFixture } from "../../../test/support/mail-fixtures.ts";
import { startMailPages, type MailPages } from "../../../test/support/mail-pages.ts";
import { receiveMail } from "./receive-mail.ts";

const path = "/admin/incoming-mail";
const bench = `${path}/bench`;

/** All that the database holds, but for sessions and what pages remember of their readers. */
const everything = async ({ context: { pool } }: MailPages): Promise<Record<string, string>> => {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('public', 'graphile_worker') and tablename not in ('sessions')
        or tablename in ('_private_jobs') order by 1`,
  );
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await pool.query<{ sum: string }>(
      `select md5(coalesce(string_agg(r::text, '|' order by r::text), '')) as sum from ${name} r`,
    );
    found[name] = rows[0]!.sum;
  }
  return found;
};

const wordsOf = (body: string): string =>
  body
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/\s+/g, " ");

const message = (subject: string, more = ""): Buffer =>
  Buffer.from(
    `From: Cy <cy@acme.example>\r\nTo: support@desk.example\r\nSubject: ${subject}\r\nMessage-ID: <bench@acme.example>\r\n${more}\r\nIt stops again.\r\n`,
  );

const dropped = (desk: MailPages, content: Buffer) =>
  desk.upload(desk.admin, bench, { field: "mail", name: "message.eml", content });

test("all that is found in a message stands on its page", async () => {
  const desk = await startMailPages();
  const raw = Buffer.from(
    mailFixture("attachments")
      .toString("latin1")
      .replace(
        /^/,
        "Reply-To: Back <back@acme.example>\r\nCc: Second <second@acme.example>\r\nReferences: <older@acme.example>\r\n",
      ),
    "latin1",
  );
  const arrived = { source: "test", envelopeFrom: "bounces@acme.example", envelopeTo: ["support@desk.example"], raw };
  const { mailId } = await receiveMail(desk.context, arrived);
  const { body } = await desk.admin.get(`${path}/${mailId}`);
  const words = wordsOf(body);
  expect(words).toContain("What it is Message to the desk Why Nothing says that a program wrote it.");
  for (const each of ["Back <back@acme.example>", "Second <second@acme.example>", "<older@acme.example>"])
    expect(words).toContain(each);
  expect(words).toContain("Handed over by bounces@acme.example Handed over for support@desk.example");
  expect(body).toMatch(/<code title="[0-9a-f]{64}">/);
  expect(words).toContain("Files in it");
});

test("a report says which mail was lost, and a strange message what is strange", async () => {
  const desk = await startMailPages();
  const report = wordsOf((await dropped(desk, mailFixture("delivery-report"))).body);
  expect(report).toContain("What could not be delivered Recipient");
  expect(report).toContain("What it is Delivery report");
  expect(wordsOf((await dropped(desk, mailFixture("unfinished-multipart"))).body)).toContain(
    "It ends before its parts do.",
  );
});

test("a message from a file is looked at, and nothing of it stays", async () => {
  const desk = await startMailPages();
  const attached = Buffer.from("some content of a file");
  const more = [
    'Content-Type: multipart/mixed; boundary="b"',
    "",
    "--b",
    "",
    "It stops.",
    "--b",
    'Content-Type: application/x-thing; name="thing.bin"',
    "Content-Transfer-Encoding: base64",
    "",
    attached.toString("base64"),
    "--b--",
  ].join("\r\n");
  const before = await everything(desk);
  const { status, body } = await dropped(desk, message("Export fails", more));
  expect(status).toBe(200);
  const words = wordsOf(body);
  expect(words).toContain("Why It belongs to no ticket, so it opened one.");
  expect(words).toContain("Ticket A new one: Export fails");
  expect(words).toContain("Sender Cy <cy@acme.example> (known)");
  const sha256 = createHash("sha256").update(attached).digest("hex");
  expect(body).toContain(sha256);
  expect(await everything(desk)).toEqual(before);
  expect(await desk.context.files.has(sha256)).toBe(false);
});

test("what is said of a message is what then happens", async () => {
  const desk = await startMailPages();
  const first = await arrive(desk, { from: "Cy <cy@acme.example>", subject: "Export fails" });
  const { rows } = await desk.context.pool.query<{ number: number }>("select number from tickets where id = $1", [
    first.ticketId,
  ]);
  const number = rows[0]!.number;
  const answer = message(`Re: Export fails [#${number}]`);
  const before = await everything(desk);
  const said = wordsOf((await dropped(desk, answer)).body);
  expect(said).toContain("Why Its subject names the ticket's number, and the sender takes part in that ticket.");
  expect(said).toContain(`Ticket Ticket ${number}: Export fails`);
  const stranger = Buffer.from(answer.toString().replace("Cy <cy@acme.example>", "Eve <eve@globex.example>"));
  const other = wordsOf((await dropped(desk, stranger)).body);
  expect(other).toContain("It points to a ticket in which the sender does not take part");
  expect(other).toContain("Ticket A new one:");
  expect(await everything(desk)).toEqual(before);
  const { mailId } = await receiveMail(desk.context, {
    source: "test",
    envelopeFrom: "cy@acme.example",
    envelopeTo: ["support@desk.example"],
    raw: answer,
  });
  await desk.file();
  const page = (await desk.admin.get(`${path}/${mailId}`)).body;
  expect(page).toContain(`href="/desk/tickets/${number}"`);
});

test("a filed message is tried anew without filing it again", async () => {
  const desk = await startMailPages();
  const { id } = await arrive(desk, { from: "Cy <cy@acme.example>", subject: "Export fails" });
  const before = await everything(desk);
  for (let times = 0; times < 2; times++) {
    const words = wordsOf((await desk.admin.get(`${path}/${id}?now=1`)).body);
    expect(words).toContain("What would become of it now State Filed");
    expect(words).toContain("Ticket A new one: Export fails");
    expect(words).toContain("It is filed already and is not filed again.");
  }
  expect((await desk.admin.post(`${path}/${id}/retry`, { anyway: "on" })).status).toBe(409);
  await desk.file();
  expect(await everything(desk)).toEqual(before);
});

test("a message that was left is tried, and filed once however often it is asked for", async () => {
  const desk = await startMailPages();
  const { id } = await arrive(desk, {
    from: "Cy <cy@acme.example>",
    headers: { Precedence: "bulk" },
    subject: "Offer",
  });
  const words = wordsOf((await desk.admin.get(`${path}/${id}?now=1`)).body);
  expect(words).toContain("What would become of it now State Not filed");
  const asked = await Promise.all([1, 2, 3].map(() => desk.admin.post(`${path}/${id}/retry`, { anyway: "on" })));
  expect(asked.map(({ status }) => status).toSorted()).toEqual([303, 409, 409]);
  await desk.file();
  await desk.admin.post(`${path}/${id}/retry`, { anyway: "on" });
  await desk.file();
  const { rows } = await desk.context.pool.query("select id from tickets");
  expect(rows).toHaveLength(1);
});

test("pictures from elsewhere are left out until the administrator asks for them", async () => {
  const desk = await startMailPages();
  const raw = message("Plan", "Content-Type: text/html\r\n").toString() + '<img src="https://a.example/plan.png">';
  const arrived = { source: "test", envelopeFrom: "cy@acme.example", envelopeTo: [], raw: Buffer.from(raw) };
  const { mailId } = await receiveMail(desk.context, arrived);
  const { body } = await desk.admin.get(`${path}/${mailId}`);
  expect(body).toContain("1 picture from elsewhere is not shown:");
  const href = /href="([^"]*\?pictures=[^"#]*)/.exec(body)?.[1] ?? "";
  const frame = /<iframe[^>]* src="([^"]*)"/.exec((await desk.admin.get(href)).body)?.[1] ?? "";
  const shown = await desk.admin.get(frame);
  expect(shown.body).toContain('src="https://a.example/plan.png"');
  expect(shown.headers["content-security-policy"]).toMatch(/^sandbox allow-popups[^;]*; default-src 'none'; img-src/);
  expect(shown.headers["referrer-policy"]).toBe("no-referrer");
  expect((await desk.admin.get(`${path}/${mailId}/pictures?pictures=${mailId}-made-up`)).status).toBe(404);
  expect((await desk.agent.get(frame)).status).toBe(403);
});

const mailbox = (count: number): Buffer =>
  Buffer.concat(
    Array.from({ length: count }, (_, at) =>
      Buffer.from(
        `From cy@acme.example Tue Nov  3 14:05:00 2026\n${message(`Number ${at + 1}.`).toString()}>From here on it stops.\r\n\n`,
      ),
    ),
  );

const hrefIn = (body: string, pattern: RegExp): string => (pattern.exec(body)?.[1] ?? "").replaceAll("&amp;", "&");

test("a mailbox file is looked at whole: all its messages, page by page, each as if it came alone", async () => {
  const desk = await startMailPages();
  const before = await everything(desk);
  const first = (await dropped(desk, mailbox(30))).body;
  expect(wordsOf(first)).toContain("message.eml: 30 messages");
  expect(wordsOf(first)).toContain("Number 25.");
  expect(wordsOf(first)).not.toContain("Number 26.");
  expect(wordsOf(first)).toContain("1–25 of 30");
  const rest = (await desk.admin.get(hrefIn(first, /href="([^"]*&amp;from=25)"/))).body;
  expect(wordsOf(rest)).toContain("Number 26.");
  expect(wordsOf(rest)).toContain("Number 30.");
  const last = wordsOf((await desk.admin.get(hrefIn(rest, /href="([^"]*&amp;message=30)"/))).body);
  expect(last).toContain("Message 30 of 30");
  expect(last).toContain("Ticket A new one: Number 30.");
  expect(last).toContain("From here on it stops.");
  expect(last).not.toContain(">From here");
  expect(await everything(desk)).toEqual(before);
});

test("a file that somebody else has chosen, or that is not there, is not looked at", async () => {
  const desk = await startMailPages();
  const body = (await dropped(desk, mailbox(2))).body;
  const href = hrefIn(body, /href="([^"]*&amp;message=2)"/);
  expect(wordsOf((await desk.admin.get(href)).body)).toContain("Message 2 of 2");
  const forged = new URL(href, "http://desk.test");
  forged.searchParams.set("file", createHash("sha256").update("another").digest("hex"));
  for (const other of [`${forged.pathname}${forged.search}`, href.replace(/key=\w{4}/, "key=aaaa")]) {
    const refused = await desk.admin.get(other);
    expect(refused.status).toBe(404);
    expect(wordsOf(refused.body)).toContain("This file is no longer there.");
  }
  expect((await desk.agent.get(href)).status).toBe(403);
});

test("is for administrators, and wants a file", async () => {
  const desk = await startMailPages();
  expect((await desk.agent.get(bench)).status).toBe(403);
  const refused = await desk.upload(desk.agent, bench, { field: "mail", name: "a.eml", content: message("x") });
  expect(refused.status).toBe(403);
  expect((await desk.admin.get(bench)).body).toContain('enctype="multipart/form-data"');
  const none = await desk.upload(desk.admin, bench, { field: "mail", name: "", content: Buffer.alloc(0) });
  expect(none.status).toBe(422);
  expect(none.body).toContain("Choose a file with a message.");
  const noise = await dropped(desk, Buffer.from([0, 1, 2, 3, 255]));
  expect(wordsOf(noise.body)).toContain("Unreadable");
});
