import { randomUUID } from "node:crypto";
import { platformPhrase } from "../../../platform/errors.ts";
import type { FormState } from "../../../platform/http/form.ts";
import { page, type Answer, type Ask, type Page } from "../../../platform/http/route.ts";
import { formAgain, onceField } from "../../../platform/http/submit.ts";
import { colleaguesOf, organisationsOf } from "../../people/index.ts";
import { listProducts } from "../../products/index.ts";
import { answerName, listPriorityCriteria } from "../../ticket-types/index.ts";
import { objectionsTo } from "../actions/answering.ts";
import { answersIn, givenIn, keptAnswers, unseenQuestions } from "../asking.ts";
import { draftNamedBy, type BegunNew } from "../draft-pages.tsx";
import { largestFile, mostFiles } from "../file-limits.ts";
import type { StoredFile, Ticket, TicketType } from "../rules/ticket.ts";
import { listSimilarRequests } from "../store/portal-lists.ts";
import { RequestFormPage } from "../views/portal/request-form.tsx";
import { phrase } from "../words.ts";
import { portalPhrase } from "../words-portal.ts";
import { customerOf } from "./guard.ts";
import { filesOf, keepFiles } from "./kept-files.ts";
import { rowsOf } from "./rows.ts";

const section = "/requests/new";

interface Shown {
  type: TicketType;
  /** The draft that is written on; undefined for a new request. */
  ticket?: Pick<Ticket, "number">;
  state: FormState;
  files: readonly StoredFile[];
  begun?: BegunNew | undefined;
  /** What was answered, where a form has just been sent. */
  answers?: ReturnType<typeof answersIn>;
  once: string;
}

const audience = "customers";

/** More than a list can offer; whoever has so many writes their names into CC. */
const mostColleagues = 300;

/** The form of a type, fresh, filled in from a draft, or as it was refused. */
export const requestFormPage = async (
  ask: Ask,
  { type, ticket, state, files, begun, answers, once }: Shown,
): Promise<Page> => {
  const actor = customerOf(ask);
  const { db, signer } = ask.context;
  const given = answers ?? givenIn(state, { type, userAgent: String(ask.headers["user-agent"] ?? "") });
  const similar = await listSimilarRequests(db, actor, { subject: state.values["subject"] ?? "", limit: 3 });
  return page(
    type.names[actor.locale],
    <RequestFormPage
      type={type}
      ticket={ticket}
      state={state}
      once={once}
      organisations={await organisationsOf(db, actor.personId)}
      colleagues={await colleaguesOf(db, actor.personId, mostColleagues)}
      products={await listProducts(db)}
      keptFiles={keepFiles(signer, files)}
      questions={{ type, given, keptFiles: keptAnswers(given, files, type) }}
      criteria={await listPriorityCriteria(db)}
      similar={await rowsOf(db, actor, similar)}
      draft={begun?.draft ?? draftNamedBy(ask)}
      begun={
        begun && {
          draftId: begun.draft.id,
          count: begun.count,
          path: "/requests/drafts",
          emptyHref: `/requests/new/${encodeURIComponent(type.key)}?empty=1`,
        }
      }
      draftUrl="/requests/draft"
      files={{ most: largestFile, count: mostFiles }}
    />,
    { section, width: "form" },
  );
};

/** Whether the form was sent to be kept as a draft, of which nobody is told. */
export const isSentAsDraft = ({ form }: Pick<Ask, "form">): boolean => form.text("asDraft") !== "";

interface Sent {
  /** For the action, beside what only a new request has. */
  input: Record<string, unknown>;
  again(state: FormState): Promise<Page>;
  /** The form again, where it cannot be taken yet. */
  refused: Answer | undefined;
}

/** What a request's form sent: files, answers to the type's questions, and the rest. */
export const readRequestForm = async (ask: Ask, { type, ticket }: Pick<Shown, "type" | "ticket">): Promise<Sent> => {
  const attachments = filesOf(ask);
  const isDemanded = !isSentAsDraft(ask);
  const filled = { type, given: answersIn(ask, { type, attachments }), audience, isDemanded } as const;
  const again = (state: FormState): Promise<Page> =>
    requestFormPage(ask, {
      type,
      ...(ticket && { ticket }),
      state: { ...state, errors: errorsOf(ask, state, { files: attachments, filled }) },
      files: attachments,
      answers: filled.given,
      once: ask.form.text(onceField) || randomUUID(),
    });
  const tooMany = attachments.length > mostFiles && { files: portalPhrase("tooManyFiles", { most: mostFiles }) };
  const unseen = isDemanded ? unseenQuestions(ask, filled) : {};
  const objections = tooMany || (Object.keys(unseen).length > 0 ? unseen : undefined);
  const { priority, ...values } = ask.form.values();
  return {
    again,
    refused: objections && { ...(await again(formAgain(ask, objections))), status: 422 },
    input: {
      subject: values["subject"],
      text: values["text"],
      ...(type.asksProduct !== "no" && {
        productId: values["productId"],
        versionId: values["versionId"],
        moduleId: values["moduleId"],
      }),
      customFields: filled.given,
      attachments,
      ...(type.hasPriority && priority && { priority }),
    },
  };
};

/**
 * Everything that is missing is named at once: that nothing was said, the action would find only after the rest. What
 * it says of the type concerns the form as a whole.
 */
const errorsOf = (
  { actor, form }: Ask,
  { errors: { typeId, ...errors } }: FormState,
  { files, filled }: { files: readonly StoredFile[]; filled: Parameters<typeof objectionsTo>[0] },
): FormState["errors"] => {
  const answers = Object.entries(objectionsTo(filled)).map(([name, said]) => [name, said.say(actor.locale)] as const);
  const all: Record<string, string> = {
    ...(form.text("subject").trim() === "" && { subject: platformPhrase("required").say(actor.locale) }),
    ...Object.fromEntries(answers),
    ...errors,
    ...(typeId && { "": typeId }),
    ...(form.text("text").trim() === "" && files.length === 0 && { text: phrase("nothingWritten").say(actor.locale) }),
  };
  const questions = filled.type.fields.map(({ key }) => answerName(key));
  const names = ["", ...fieldsAbove, ...questions, ...fieldsBelow, ...Object.keys(all)];
  return Object.fromEntries([...new Set(names)].flatMap((name) => (all[name] ? [[name, all[name]]] : [])));
};

/** In the order in which they stand on the page, as its summary of errors names them. */
const fieldsAbove = ["subject", "text", "files"];
const fieldsBelow = ["priority", "productId", "versionId", "moduleId", "requesterId", "organisationId", "cc"];
