import { randomUUID } from "node:crypto";
import { freshForm, type FormState } from "../../../platform/http/form.ts";
import { agents } from "../../../platform/http/access.ts";
import { get, page, redirectSaying, upload, type Answer, type Ask, type Page } from "../../../platform/http/route.ts";
import { formAgain, onceField, submit } from "../../../platform/http/submit.ts";
import type { Phrase } from "../../../platform/i18n/index.ts";
import { address } from "../../../platform/input.ts";
import { listTicketTypes } from "../../ticket-types/index.ts";
import { answersIn, givenIn, keptAnswers, unseenQuestions } from "../asking.ts";
import { findPerson, type Person } from "../../people/index.ts";
import { followUpTicket } from "../actions/follow-up-ticket.ts";
import { openTicket } from "../actions/open-ticket.ts";
import { largestFile, mostFiles } from "../file-limits.ts";
import { peopleBy } from "../person-by.ts";
import { filesOf, keepFiles } from "../portal/kept-files.ts";
import { can } from "../rules/policy.ts";
import type { StoredFile, Ticket, TicketType } from "../rules/ticket.ts";
import { findTicketByNumber } from "../store/tickets.ts";
import { formOfDraft, typedInOf } from "../typing.ts";
import { NewTicketPage, type NewTicketView } from "../views/desk/new-ticket-page.tsx";
import { ticketHref } from "../views/desk/ticket-screen.ts";
import { deskPhrase, deskWords } from "../words-desk.ts";
import { aroundOf } from "./around.ts";
import { draftNamedBy, findBegunNew, type BegunNew } from "../draft-pages.tsx";
import { callersOf, callersRoute } from "./callers.tsx";
import { agentOf } from "./guard.ts";

const path = "/desk/tickets/new";

/** What was typed before and never sent is back in the form, unless the address is about something else. */
const show = get(path, agents, async (ask) => {
  const isAboutElse = ask.query.has("follow") || ask.query.has("requester");
  const begun = isAboutElse ? undefined : await findBegunNew(ask, agentOf(ask).personId);
  return newTicketPage(ask, { state: begun ? formOfDraft(begun.draft) : freshForm(), begun });
});

interface Moment {
  state: FormState;
  begun?: BegunNew | undefined;
  found?: readonly Person[];
  files?: readonly StoredFile[];
  /** What was answered, where a form has just been sent. */
  answers?: ReturnType<typeof answersIn> | undefined;
}

const newTicketPage = async (ask: Ask, { state, begun, found = [], files, answers }: Moment): Promise<Page> => {
  const actor = agentOf(ask);
  const { db, signer } = ask.context;
  const [around, follows, requester] = await Promise.all([aroundOf(db, []), followedBy(ask), namedRequester(ask)]);
  const kept = files ?? begun?.draft.attachments ?? [];
  const view = {
    questions: questionsOf(around.types, { state, files: kept, answers }),
    types: around.types.filter(({ isRetired }) => !isRetired),
    around,
    requester,
    found: await callersOf(db, found.length > 0 ? found : await chosenBefore(ask, state)),
    follows,
    files: keepFiles(signer, kept),
    state,
    draftUrl: "/desk/drafts/new",
    viewer: { id: actor.personId },
    // A form that comes back goes on with its own draft.
    once: ask.form.text(onceField) || randomUUID(),
    draft: begun?.draft ?? draftNamedBy(ask),
    begun: begun && { draftId: begun.draft.id, count: begun.count, path: "/desk/drafts", emptyHref: `${path}?empty=1` },
  };
  return page(deskWords[actor.locale].create.title, <NewTicketPage view={view} />, { width: "read" });
};

/** The type that the form names, else the first: what the list shows as chosen. */
const chosenType = (types: readonly TicketType[], typeId: string | undefined): TicketType | undefined =>
  types.find(({ id }) => String(id) === typeId) ?? types[0];

const questionsOf = (
  all: readonly TicketType[],
  { state, files, answers }: Required<Pick<Moment, "state" | "answers">> & { files: readonly StoredFile[] },
): NewTicketView["questions"] => {
  const types = all.filter(({ isRetired }) => !isRetired);
  const chosen = chosenType(types, state.values["typeId"]);
  return types.map((type) => {
    const isChosen = type === chosen;
    const given = isChosen ? (answers ?? givenIn(state, { type })) : {};
    return { type, isChosen, given, keptFiles: keptAnswers(given, files, type) };
  });
};

const followedBy = async (ask: Ask): Promise<Ticket | undefined> => {
  const number = Number(ask.form.text("follow") || ask.query.get("follow"));
  const ticket = number ? await findTicketByNumber(ask.context.db, ask.actor, number) : undefined;
  return ticket && can(ask.actor, "followUp", ticket) ? ticket : undefined;
};

const namedRequester = async ({ query, context: { db } }: Ask): Promise<Person | undefined> => {
  const id = Number(query.get("requester"));
  return Number.isSafeInteger(id) && id > 0 ? findPerson(db, id) : undefined;
};

/** Who was chosen among several, so that nobody has to choose again because something else was missing. */
const chosenBefore = async ({ context: { db } }: Ask, { values }: FormState): Promise<readonly Person[]> => {
  const [text = "", id = ""] = [values["requester"], values["requesterId"]];
  return id === "" || text === "" ? [] : (await peopleBy(db, text)).filter((person) => String(person.id) === id);
};

const open = upload(path, agents, largestFile, async (ask): Promise<Answer> => {
  const attachments = filesOf(ask);
  const types = (await listTicketTypes(ask.context.db)).filter(({ isRetired }) => !isRetired);
  const type = chosenType(types, ask.form.text("typeId"));
  const answers = type && answersIn(ask, { type, attachments });
  const refuse = async (fields: Record<string, Phrase>, found: readonly Person[] = []): Promise<Answer> => ({
    ...(await newTicketPage(ask, { state: formAgain(ask, fields), found, files: attachments, answers })),
    status: 422,
  });
  if (attachments.length > mostFiles) return refuse({ files: deskPhrase("tooManyFiles", { most: mostFiles }) });
  const follows = await followedBy(ask);
  if (follows) return openFollowUp(ask, follows, attachments);
  const asked = await requesterIn(ask);
  if (asked.refused) return refuse(asked.refused, asked.found);
  const unseen = type && answers ? unseenQuestions(ask, { type, given: answers, audience: "agents" }) : {};
  if (Object.keys(unseen).length > 0) return refuse(unseen);
  return submit(ask, {
    action: openTicket,
    input: {
      ...asked.input,
      ...inputOf(ask),
      ...(answers && { customFields: answers }),
      attachments,
      typedIn: typedInOf(ask),
    },
    done: ({ number }) => redirectSaying(ask, ticketHref(number, ""), deskPhrase("opened", { number })),
    again: (state) => newTicketPage(ask, { state: withCcError(state, ask), files: attachments, answers }),
  });
});

const openFollowUp = (ask: Ask, follows: Ticket, attachments: readonly StoredFile[]): Promise<Answer> =>
  submit(ask, {
    action: followUpTicket,
    input: { ticketId: follows.id, text: ask.form.text("text"), attachments, typedIn: typedInOf(ask) },
    done: ({ number }) => redirectSaying(ask, ticketHref(number, ""), deskPhrase("opened", { number })),
    again: (state) => newTicketPage(ask, { state, files: attachments }),
  });

/** Who is meant: somebody chosen, the only one who fits, or somebody new by his address. */
const requesterIn = async ({
  form,
  context: { db },
}: Ask): Promise<{ input?: object; refused?: Record<string, Phrase>; found?: readonly Person[] }> => {
  const text = form.text("requester").trim();
  const requesterId = form.text("requesterId");
  if (text === "")
    return requesterId === "" ? { refused: { requester: deskPhrase("requesterMissing") } } : { input: { requesterId } };
  const found = await peopleBy(db, text);
  // Somebody else may have been typed since one of them was chosen.
  if (found.some(({ id }) => String(id) === requesterId)) return { input: { requesterId } };
  const [only] = found;
  if (only && found.length === 1) return { input: { requesterId: only.id } };
  if (found.length > 1) return { refused: { requester: deskPhrase("choosePerson") }, found };
  const email = address.safeParse(text);
  if (!email.success) return { refused: { requester: deskPhrase("noSuchPerson", { text }) } };
  return { input: { requester: { email: email.data, name: form.text("requesterName") } } };
};

const inputOf = ({ form }: Ask): Record<string, unknown> => ({
  subject: form.text("subject"),
  text: form.text("text"),
  channel: form.text("channel") || "telephone",
  typeId: form.text("typeId") || undefined,
  priority: form.text("priority") || undefined,
  productId: form.text("productId"),
  versionId: form.text("versionId"),
  moduleId: form.text("moduleId"),
  teamId: form.text("teamId") || undefined,
  assigneeIds: form.all("assigneeIds").filter(Boolean),
  cc: form.text("cc"),
  visibility: form.text("isInternal") ? "internal" : "public",
});

/** Each wrong address has an error of its own, but they stand in one field. */
const withCcError = (state: FormState, { actor }: Ask): FormState =>
  Object.keys(state.errors).some((name) => name.startsWith("cc."))
    ? { ...state, errors: { ...state.errors, cc: deskPhrase("notAddresses").say(actor.locale) } }
    : state;

export const newTicketRoutes = [show, callersRoute, open];
