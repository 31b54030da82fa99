import { NotFound } from "../../../platform/errors.ts";
import type { Effect } from "../../../platform/events.ts";
import { after } from "../../../platform/time.ts";
import { actorOfPerson, listAgents, listTeams } from "../../people/index.ts";
import { mergedLetter } from "../emails/about-merges.tsx";
import { backLetter, passedOnLetter } from "../emails/to-agent.tsx";
import {
  customersOf,
  deskOf,
  doerOf,
  mailEach,
  occasionOf,
  situationOf,
  type Occasion,
  type Recipient,
} from "../mailing.ts";
import type { Changes } from "../rules/changes.ts";
import { refusal, type RefusalName } from "../rules/refusals.ts";
import type { Ticket } from "../rules/ticket.ts";
import { endOf } from "../store/merges.ts";
import { findTicketById } from "../store/tickets.ts";
import type { BackBecause } from "../events-together.ts";

/** As long as the merge is offered to be undone at once. */
export const undoMergeSeconds = 10;

/** To those whose ticket goes on in another one. Waits as long as it can be undone without anybody having noticed. */
const tellMerged: Effect = {
  name: "tickets.mail-merged",
  async run(context, event) {
    const occasion = await occasionOf(context, event);
    // Undone since.
    if (occasion.ticket.mergedInto === null) return;
    const sendAfter = after(event.at, undoMergeSeconds * 1_000);
    await mailEach(
      occasion,
      await customersOf(occasion),
      async (head, { person }) => {
        const into = await readableEnd(occasion, person.id);
        return mergedLetter(head, into && { number: into.number, href: `${context.baseUrl}/requests/${into.number}` });
      },
      { sendAfter },
    );
  },
};

const readableEnd = async ({ context: { db }, ticket }: Occasion, personId: number): Promise<Ticket | undefined> => {
  try {
    return await findTicketById(db, await actorOfPerson(db, personId), await endOf(db, ticket.id));
  } catch (error) {
    // Deactivated since; nobody mails him anyway.
    if (error instanceof NotFound) return undefined;
    throw error;
  }
};

/** To the team that takes over. */
const tellPassedOn: Effect = {
  name: "tickets.mail-passed-on",
  async run(context, event) {
    const { teamId } = (event.payload["changes"] ?? {}) as Changes;
    const occasion = await occasionOf(context, event);
    // Passed on once more since.
    if (occasion.ticket.teamId !== teamId?.to) return;
    const team = (await listTeams(context.db)).find(({ id }) => id === teamId.to);
    if (!team) return;
    const members = (await listAgents(context.db)).filter(({ id }) => team.memberIds.includes(id));
    const recipients = members.map((person): Recipient => ({ person, as: "team", team: team.name }));
    const reason = typeof event.payload["reason"] === "string" ? event.payload["reason"] : "";
    const news = { situation: await situationOf(occasion), by: doerOf(occasion), team: team.name, reason };
    await mailEach(occasion, recipients, (head) => passedOnLetter(head, news));
  },
};

/** To the desk: a ticket need not, or cannot, wait any longer. */
const tellBack: Effect = {
  name: "tickets.mail-back",
  async run(context, event) {
    const { number, because, refused } = event.payload;
    const isBack = ((event.payload["changes"] ?? {}) as Changes).status !== undefined || refused !== undefined;
    if (!isBack || typeof number !== "number") return;
    const occasion = await occasionOf(context, event);
    const news = {
      situation: await situationOf(occasion),
      order: number,
      because: because as BackBecause,
      refused: typeof refused === "string" ? refusal(refused as RefusalName) : undefined,
    };
    await mailEach(occasion, await deskOf(occasion), (head) => backLetter(head, news));
  },
};

export const togetherMails = { tellMerged, tellPassedOn, tellBack };
