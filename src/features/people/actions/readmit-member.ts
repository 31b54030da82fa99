import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { personIdOf } from "../../../platform/actor.ts";
import { Conflict } from "../../../platform/errors.ts";
import { listLatestEvents, record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { after, minutes, now } from "../../../platform/time.ts";
import { memberJoined } from "../events.ts";
import { insertMember } from "../store/members.ts";
import { lockOrganisation } from "../store/organisations.ts";
import { getPerson } from "../store/people.ts";
import { phrase } from "../words.ts";
import { mustInside } from "./guards.ts";
import { takeSeat } from "./joining.ts";

/** Longer than the offer to take it back is shown. */
const takenBackWithin = minutes(5);
const looked = 50;

export const readmitMember = action({
  name: "people.readmit-member",
  description: "Takes back that one has just removed a member oneself.",
  input: z.object({ organisationId: id, personId: id }),
  async run(tx, actor, member) {
    const { organisationId, personId } = member;
    mustInside(actor, "removeMember", organisationId);
    await lockOrganisation(tx, organisationId);
    const events = await listLatestEvents(tx, { kind: "organisation", id: organisationId }, looked);
    const removal = events.find(({ payload }) => payload["personId"] === personId);
    // Otherwise a manager could make anybody a member without asking.
    const isOwn = removal?.name === "organisation.member_left" && removal.actor.id === personIdOf(actor);
    if (!isOwn || removal.at < after(now(), -takenBackWithin)) throw new Conflict(phrase("tooLateToReadmit"));
    const person = await getPerson(tx, personId);
    if (person.hasAccount) await takeSeat(tx, organisationId, person);
    if (await insertMember(tx, member)) await record(tx, actor, memberJoined(member, "hand"));
  },
});
