import { afterEach, expect, test } from "vitest";
import { perform } from "../../../../test/support/cast.ts";
import { scene, type Scene } from "../../../../test/support/scene.ts";
import { after, minutes, now, useClock } from "../../../platform/time.ts";
import { findDraft } from "../store/drafts.ts";
import { mergeTicket } from "./merge-ticket.ts";
import { openTicket } from "./open-ticket.ts";
import { saveDraft } from "./save-draft.ts";
import { unmergeTicket } from "./unmerge-ticket.ts";

let restore: (() => void) | undefined;
afterEach(() => restore?.());
const wait = () => {
  const at = after(now(), minutes(1));
  restore?.();
  restore = useClock(() => at);
};

const type = ({ tx, cast }: Scene, ticketId: number, text: string, version = 0) =>
  perform(tx, cast.ann, saveDraft, { ticketId, kind: "public", text, version });
const typed = async ({ tx, cast }: Scene, ticketId: number) =>
  (await findDraft(tx, cast.ann.personId, { ticketId, kind: "public" }))?.text;

const merged = async (it: Scene, other: { number: number }) => {
  wait();
  await perform(it.tx, it.cast.ann, mergeTicket, { ticketId: it.ticketId, number: other.number, sight: "apart" });
  wait();
};
const another = ({ tx, cast }: Scene) =>
  perform(tx, cast.eve, openTicket, { subject: "Scanner", text: "It does not scan." });

test(
  "what was typed for the one ticket's customers is not left for the other's when the merge is undone",
  scene(async (it) => {
    const other = await another(it);
    await type(it, it.ticketId, "Dear Cy");
    await merged(it, other);
    expect(await typed(it, other.ticketId)).toBe("Dear Cy");
    await perform(it.tx, it.cast.ann, unmergeTicket, { ticketId: it.ticketId });
    expect([await typed(it, it.ticketId), await typed(it, other.ticketId)]).toEqual(["Dear Cy", undefined]);
  }),
);

test(
  "what was set together comes apart again",
  scene(async (it) => {
    const other = await another(it);
    await type(it, it.ticketId, "Dear Cy");
    await type(it, other.ticketId, "Dear Eve");
    await merged(it, other);
    expect(await typed(it, other.ticketId)).toBe("Dear Eve\n\nDear Cy");
    await perform(it.tx, it.cast.ann, unmergeTicket, { ticketId: it.ticketId });
    expect([await typed(it, it.ticketId), await typed(it, other.ticketId)]).toEqual(["Dear Cy", "Dear Eve"]);
  }),
);

test(
  "what was typed on since stays where it was typed",
  scene(async (it) => {
    const other = await another(it);
    await type(it, it.ticketId, "Dear");
    await merged(it, other);
    await type(it, other.ticketId, "Dear both", 1);
    await perform(it.tx, it.cast.ann, unmergeTicket, { ticketId: it.ticketId });
    expect([await typed(it, it.ticketId), await typed(it, other.ticketId)]).toEqual([undefined, "Dear both"]);
  }),
);
