import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { isSignedIn } from "../../../platform/actor.ts";
import { Conflict, Forbidden } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { seatsRequested } from "../events.ts";
import { isAwaitingSeats } from "../rules/seats.ts";
import { lockOrganisation, markSeatsRequested } from "../store/organisations.ts";
import { seatsOf } from "../store/seats.ts";
import { phrase } from "../words.ts";
import { mustInside } from "./guards.ts";

export const requestSeats = action({
  name: "people.request-seats",
  description:
    "Asks the desk for more seats than the organisation's package has. Asking again meanwhile changes nothing.",
  input: z.object({ organisationId: id }),
  async run(tx, actor, { organisationId }) {
    if (!isSignedIn(actor)) throw new Forbidden();
    mustInside(actor, "requestSeats", organisationId);
    const organisation = await lockOrganisation(tx, organisationId);
    const { seats, used } = await seatsOf(tx, organisationId);
    if (seats === null) throw new Conflict(phrase("seatsUnlimited"));
    if (isAwaitingSeats(organisation)) return;
    await markSeatsRequested(tx, organisationId);
    await record(tx, actor, seatsRequested({ organisationId, personId: actor.personId }, { seats, used }));
  },
});
