import { z } from "zod";
import { action, parseInput } from "../../../platform/act.ts";
import { system } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { Refusal } from "../../../platform/errors.ts";
import { notify } from "../../../platform/live.ts";
import { after, hours, now } from "../../../platform/time.ts";
import { getDesk } from "../../desk-settings/index.ts";
import { actorOfPerson, findPersonByEmail } from "../../people/index.ts";
import { addNote } from "../../tickets/index.ts";
import { incomingTopic } from "../events.ts";
import { ignoredBecause, verdicts } from "../rules/verdict.ts";
import { countFrom, describeIncoming, lockStored, settleIncoming } from "../store.ts";
import { words } from "../words.ts";
import { fileInput, placeIn, type FileInput } from "./file-mail.ts";
import { onlySystem } from "./only-system.ts";

const input = fileInput.extend({ verdict: z.enum(verdicts), reason: z.enum(ignoredBecause) });
type Input = z.output<typeof input>;

/**
 * What a program has written to a mail of ours. Filters and lists may be wrong about it where only the person who got our mail
 * can have answered: `answer`, to be filed as any other. What answers by itself answers nothing; the desk reads it in a note, as
 * other desks mark what their people write in the same way.
 */
export const hearProgram = action({
  name: "incoming-mail.hear-program",
  description: "Keeps what a program wrote, with a note of it at the ticket that it speaks of.",
  input,
  async run(tx, actor, input): Promise<"answer" | "ignored"> {
    onlySystem(actor);
    const { mailId, verdict, reason } = input;
    if (!(await lockStored(tx, mailId))) return "ignored";
    const { place, isCustomer } = await placeOfKnown(tx, input);
    if (place?.isProven && verdict !== "auto-reply") return "answer";
    await describeIncoming(tx, mailId, input.described);
    await notify(tx, [incomingTopic]);
    // What colleagues' programs say nobody needs to read.
    const isNews = verdict === "auto-reply" && isCustomer;
    const noted = place && isNews ? await noteAt(tx, input, place.ticketId) : undefined;
    await settleIncoming(tx, mailId, { state: "ignored", verdict, reason, ...noted });
    return "ignored";
  },
});

/** Nobody is made known by what a program writes. */
const placeOfKnown = async (tx: Tx, input: FileInput) => {
  const person = await findPersonByEmail(tx, input.sender.email);
  if (person?.deactivatedAt !== null) return { place: undefined, isCustomer: false };
  const speaker = await actorOfPerson(tx, person.id);
  const place = await placeIn(tx, speaker, input);
  return { place: place.kind === "reply" ? place : undefined, isCustomer: speaker.kind === "customer" };
};

/** Within an hour; more is a program gone wrong. */
const mostNotes = 5;

const noteAt = async (
  tx: Tx,
  { described: { from }, sender, words: said }: Input,
  ticketId: number,
): Promise<{ ticketId: number; messageId: number } | undefined> => {
  const since = after(now(), -hours(1));
  if ((await countFrom(tx, from.address, { since, ticketId, state: "ignored" })) >= mostNotes) return undefined;
  const { locale } = await getDesk(tx);
  const program = system(words[locale].program({ name: sender.name || sender.email }));
  const { text, quoted, attachments } = said;
  try {
    const note = parseInput(addNote.input, { text, quoted, attachments, ticketId, channel: "mail" });
    const { messageId } = await addNote.run(tx, program, note);
    return { ticketId, messageId };
  } catch (error) {
    // The ticket takes no notes any more; it refuses before it writes anything.
    if (error instanceof Refusal) return undefined;
    throw error;
  }
};
