import { test, expect } from "vitest";
import { perform } from "../../../../test/support/cast.ts";
import { scene } from "../../../../test/support/scene.ts";
import { getTicket } from "../store/tickets.ts";
import { changeFields } from "./change-fields.ts";
import { mergeTicket } from "./merge-ticket.ts";
import { openTicket } from "./open-ticket.ts";
import { unmergeTicket } from "./unmerge-ticket.ts";

test(
  "merging brings the tags along, and undoing it takes away those that nothing else holds",
  scene(async ({ tx, cast: { ann, cora }, ticketId }) => {
    const open = () => perform(tx, cora, openTicket, { subject: "Scanner", text: "It scans nothing." });
    const tagsOf = async (id: number) => (await getTicket(tx, ann, id)).tags;
    const [into, third] = [await open(), await open()];
    const tag = (id: number, tags: string[]) => perform(tx, ann, changeFields, { ticketId: id, tags });
    await tag(ticketId, ["printer", "ribbon"]);
    await tag(into.ticketId, ["ribbon", "vip"]);
    await tag(third.ticketId, ["printer"]);
    const merge = (id: number) => perform(tx, ann, mergeTicket, { ticketId: id, number: into.number, sight: "apart" });
    await merge(ticketId);
    await merge(third.ticketId);
    expect(await tagsOf(into.ticketId)).toEqual(["printer", "ribbon", "vip"]);
    expect(await tagsOf(ticketId)).toEqual(["printer", "ribbon"]);
    await perform(tx, ann, unmergeTicket, { ticketId });
    expect(await tagsOf(into.ticketId)).toEqual(["printer", "ribbon", "vip"]);
    await perform(tx, ann, unmergeTicket, { ticketId: third.ticketId });
    expect(await tagsOf(into.ticketId)).toEqual(["ribbon", "vip"]);
    expect(await tagsOf(ticketId)).toEqual(["printer", "ribbon"]);
  }),
);
