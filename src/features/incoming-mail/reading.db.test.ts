import { expect, onTestFinished, test } from "vitest";
import { arrive } from "../../../test/support/incoming.ts";
import { longestStall } from "../../../test/support/longest-stall.ts";
import { expensiveMail } from "../../../test/support/expensive-mail.ts";
import { startMailPages } from "../../../test/support/mail-pages.ts";
import { openReader, readMail, useReader } from "./reading.ts";
import { receiveMail } from "./receive-mail.ts";
import { getRaw } from "./store.ts";

const moody = () => {
  const entry = new URL("../../../test/support/moody-reader.ts", import.meta.url);
  onTestFinished(useReader(openReader({ entry, patienceMs: 2_000 })));
};

test.each(["die", "hang"])(
  "a message over which reading would %s is kept, said, and not tried for ever",
  async (how) => {
    moody();
    const desk = await startMailPages();
    const bad = await arrive(desk, { from: "Cy <cy@acme.example>", headers: { "X-Test": how } });
    expect(bad).toMatchObject({ state: "failed", verdict: "unreadable", reason: "reading-failed" });
    expect(bad).toMatchObject({ subject: "Export fails", from: { address: "cy@acme.example" } });
    const { rows: waiting } = await desk.context.pool.query(
      "select 1 from graphile_worker.jobs where task_identifier = 'incoming-mail.file'",
    );
    expect(waiting).toEqual([]);
    expect(await arrive(desk, { from: "Cy <cy@acme.example>" })).toMatchObject({ state: "filed" });

    const page = await desk.admin.get(`/admin/incoming-mail/${bad.id}`);
    expect(page.body).toContain("Reading it came to no end.");
    expect(page.body).toContain("message.eml");
    await desk.admin.post(`/admin/incoming-mail/${bad.id}/retry`, { anyway: "on" });
    await desk.file();
    const { rows } = await desk.context.pool.query<{ file: string; ticket_id: number | null }>(
      "select a.file, i.ticket_id from incoming_mails i join attachments a on a.message_id = i.filed_message_id where i.id = $1",
      [bad.id],
    );
    expect(rows).toHaveLength(1);
    const kept = await desk.context.files.read(rows[0]!.file).toArray();
    expect(Buffer.concat(kept)).toEqual(await getRaw(desk.context.db, bad.id));
  },
);

test.each(["HTML", "parts", "quotations", "ten thousand recipients", "a file"])(
  "pages are answered while %s is filed",
  async (kind) => {
    const desk = await startMailPages();
    await arrive(desk, { from: "Cy <cy@acme.example>" });
    await readMail(Buffer.from("Subject: x\r\n\r\nHi"), {});
    await receiveMail(desk.context, {
      source: "test",
      envelopeFrom: "cy@acme.example",
      envelopeTo: ["support@desk.example"],
      raw: expensiveMail[kind]!(),
    });
    expect(await longestStall(desk.file)).toBeLessThan(100);
  },
);
