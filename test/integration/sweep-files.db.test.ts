import { readdir, utimes } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { castOf } from "../support/cast.ts";
import { testContext } from "../support/context.ts";
import { freshDb } from "../support/db.ts";
import { openTicket } from "../../src/features/tickets/actions/open-ticket.ts";
import { saveDraft } from "../../src/features/tickets/actions/save-draft.ts";
import { act } from "../../src/platform/act.ts";
import { formOf } from "../../src/platform/http/form.ts";
import { holdForm } from "../../src/platform/http/held-forms.ts";
import { keptField, keptToken } from "../../src/platform/http/kept-files.ts";
import { after, days, now, useClock } from "../../src/platform/time.ts";
import { sweepFilesJob } from "../../src/app/sweep-files.ts";

test("uploads that no message, draft or held form has are cleared away, all others stay", async () => {
  const context = await testContext(await freshDb());
  const { cy } = await castOf(context.db);
  const { db, signer, files } = context;
  const put = async (name: string) => {
    const { file, size } = await files.put(Readable.from([name]), 100);
    const at = after(now(), -days(2));
    await utimes(join(context.config.dataDir, "files", file.slice(0, 2), file), at, at);
    return { file, name, type: "text/plain", size };
  };
  const sent = await put("sent.txt");
  const drafted = await put("drafted.txt");
  const held = await put("held.txt");
  const left = await put("left.txt");
  await act(db, cy, openTicket, { subject: "Printer", text: "See there.", attachments: [sent] });
  await act(db, cy, saveDraft, { kind: "new", text: "Half a", attachments: [drafted] });
  await holdForm(db, "/x", formOf({ fields: new Map([[keptField, [keptToken(signer, held)]]]) }));

  await sweepFilesJob.run(context, {});
  expect(await readdir(join(context.config.dataDir, "files", "aside"))).toEqual([left.file]);
  const later = useClock(() => after(new Date(), days(1.5)));
  await sweepFilesJob.run(context, {});
  later();
  expect(await files.has(left.file)).toBe(false);
  for (const { file } of [sent, drafted]) expect(await files.has(file)).toBe(true);
  // The form itself is forgotten after a day, and its file with it, which still waits for its own day.
  expect(await files.has(held.file)).toBe(true);
});
