import { expect, test } from "vitest";
import { paperCast } from "../../../../test/support/cast.ts";
import { paperTicket } from "../../../../test/support/paper-ticket.ts";
import { offeredMoves } from "./desk-offers.ts";
import { offers } from "./policy.ts";
import { statuses } from "./ticket.ts";

test("what a moderator may choose as the next status, from each status", () => {
  const choices = Object.fromEntries(
    statuses.map((status) => {
      const ticket = paperTicket({ status, assigneeIds: [1], closedAt: new Date() });
      return [
        status,
        offeredMoves(ticket, offers(paperCast.mo, ticket)).map((move) => `${move.verb} → ${move.status}`),
      ];
    }),
  );
  expect(choices).toMatchInlineSnapshot(`
    {
      "assigned": [
        "start → in_progress",
        "ask → waiting",
        "hold → on_hold",
        "resolve → resolved",
        "close → closed",
        "cancel → cancelled",
      ],
      "cancelled": [
        "reopen → in_progress",
      ],
      "closed": [
        "reopen → in_progress",
      ],
      "draft": [],
      "in_progress": [
        "ask → waiting",
        "hold → on_hold",
        "resolve → resolved",
        "close → closed",
        "cancel → cancelled",
      ],
      "on_hold": [
        "release → in_progress",
        "ask → waiting",
        "resolve → resolved",
        "close → closed",
        "cancel → cancelled",
      ],
      "open": [
        "start → in_progress",
        "ask → waiting",
        "hold → on_hold",
        "resolve → resolved",
        "close → closed",
        "cancel → cancelled",
      ],
      "resolved": [
        "ask → waiting",
        "close → closed",
        "reopen → in_progress",
      ],
      "waiting": [
        "start → in_progress",
        "hold → on_hold",
        "resolve → resolved",
        "close → closed",
        "cancel → cancelled",
      ],
    }
  `);
});

test("nothing is offered to whom nothing is allowed", () => {
  expect(offeredMoves(paperTicket({ status: "open" }), new Set())).toEqual([]);
});
