import { act } from "../../../platform/act.ts";
import { system } from "../../../platform/actor.ts";
import type { Effect, Effects } from "../../../platform/events.ts";
import { seatRequestOf } from "../../people/index.ts";
import { listTicketTypes } from "../../ticket-types/index.ts";
import { joinOrganisation } from "../actions/join-organisation.ts";
import { openTicket } from "../actions/open-ticket.ts";
import { askApprovers, askOthers, bringDecision, bringWithdrawal, explainToApprover } from "./approvals.ts";

const us = system("tickets");

const bringTickets: Effect = {
  name: "tickets.join-organisation",
  async run({ db }, event) {
    const personId = Number(event.payload["personId"]);
    await act(db, us, joinOrganisation, { personId, organisationId: event.subject.id });
  },
};

/** A manager's wish for more seats is a request like any other: the desk answers it, and he finds it under his own. */
const openSeatRequest: Effect = {
  name: "tickets.open-seat-request",
  async run({ db }, event) {
    const wish = await seatRequestOf(db, event);
    if (!wish) return;
    const type = (await listTicketTypes(db)).find(
      ({ takesSeatRequests, isRetired, kind }) => takesSeatRequests && !isRetired && kind === "request",
    );
    // By the event's id, so that it is opened once, however often this runs.
    await act(db, us, openTicket, { ...wish, typeId: type?.id }, { once: `event ${event.id}` });
  },
};

/** What follows here from what earlier features tell. */
export const outsideEffects: Effects = {
  "approval.asked": [askApprovers],
  "approval.decided": [bringDecision],
  "approval.withdrawn": [bringWithdrawal],
  "approval.answer-undecided": [explainToApprover],
  "organisation.member_joined": [bringTickets],
  "organisation.member_left": [askOthers],
  "organisation.seats_requested": [openSeatRequest],
  "person.deactivated": [askOthers],
};
