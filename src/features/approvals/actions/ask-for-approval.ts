import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { isAgent, personIdOf, type Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { Forbidden, Invalid } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { id, words } from "../../../platform/input.ts";
import { after, days, now } from "../../../platform/time.ts";
import { peopleByIds } from "../../people/index.ts";
import { approvalAsked } from "../events.ts";
import { rules } from "../rules/outcome.ts";
import { canonicalText } from "../rules/text.ts";
import { hashOfText } from "../seal.ts";
import { approvalIdByKey, insertApproval } from "../store.ts";
import { phrase } from "../words.ts";

/** Days in which those who are asked can decide, unless the caller says otherwise. */
const openDays = 30;
const mostApprovers = 30;

export const askForApproval = action({
  name: "approvals.ask",
  description: "Puts a text before named people, who approve or decline it; all of them, or any one of them.",
  input: z.object({
    about: z.object({ kind: z.string().min(1).max(40), id }),
    title: words(300),
    path: z.string().regex(/^\/(?!\/)/),
    text: words(20_000),
    approverIds: z.array(id).max(mostApprovers),
    rule: z.enum(rules).default("all"),
    days: z.number().int().positive().max(365).default(openDays),
    onceKey: z.string().min(1).max(200),
  }),
  async run(tx, actor, input): Promise<{ approvalId: number }> {
    if (!isAgent(actor) && actor.kind !== "system") throw new Forbidden();
    const approverIds = [...new Set(input.approverIds)];
    await refuseUnreachable(tx, approverIds);
    const text = canonicalText(input.text);
    const { about, title, path, rule, onceKey } = input;
    const approvalId = await insertApproval(tx, {
      ...{ about, title, path, text, rule, onceKey, approverIds },
      textHash: hashOfText(text),
      askedBy: askedBy(actor),
      askedAt: now(),
      expiresAt: after(now(), days(input.days)),
    });
    if (approvalId === undefined) return { approvalId: await approvalIdByKey(tx, onceKey) };
    await record(tx, actor, approvalAsked({ id: approvalId, about }, approverIds));
    return { approvalId };
  },
});

const askedBy = (actor: Actor) => ({
  personId: personIdOf(actor),
  name: actor.kind === "visitor" || actor.kind === "system" ? "" : actor.name,
});

/** Throws `Invalid` with the field `approverIds`: whom no mail reaches would keep everybody waiting. */
const refuseUnreachable = async (tx: Tx, personIds: readonly number[]): Promise<void> => {
  if (personIds.length === 0) throw new Invalid({ approverIds: phrase("nobodyAsked") });
  const people = await peopleByIds(tx, personIds);
  const unreachable = personIds.filter((personId) => {
    const person = people.get(personId);
    return person?.email == null || person.deactivatedAt !== null;
  });
  if (unreachable.length === 0) return;
  const names = unreachable.map((personId) => people.get(personId)?.name ?? `#${personId}`).join(", ");
  throw new Invalid({ approverIds: phrase("unreachable", { names }) });
};
