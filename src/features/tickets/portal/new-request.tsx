import { randomUUID } from "node:crypto";
import { NotFound, platformPhrase } from "../../../platform/errors.ts";
import { signedIn } from "../../../platform/http/access.ts";
import { freshForm, type FormState } from "../../../platform/http/form.ts";
import { empty, get, page, post, redirect, upload, type Ask, type Page } from "../../../platform/http/route.ts";
import { formAgain, onceField, submit } from "../../../platform/http/submit.ts";
import { getDesk } from "../../desk-settings/index.ts";
import { organisationsOf } from "../../people/index.ts";
import { listProducts } from "../../products/index.ts";
import { answersIn, givenIn, keptAnswers, unseenQuestions } from "../asking.ts";
import { objectionsTo } from "../actions/answering.ts";
import { openTicket } from "../actions/open-ticket.ts";
import { largestFile, mostFiles } from "../file-limits.ts";
import type { StoredFile, TicketType } from "../rules/ticket.ts";
import { listSimilarRequests } from "../store/portal-lists.ts";
import { answerName, listPriorityCriteria, listTicketTypes, mayCreate } from "../../ticket-types/index.ts";
import { RequestFormPage } from "../views/portal/request-form.tsx";
import { TypePage } from "../views/portal/type-page.tsx";
import { phrase } from "../words.ts";
import { portalPhrase, portalWords } from "../words-portal.ts";
import { draftNamedBy, findBegunNew, type BegunNew } from "../draft-pages.tsx";
import { formOfDraft, keepTyped, typedInOf } from "../typing.ts";
import { customerOf, customers, orAtDesk } from "./guard.ts";
import { filesOf, keepFiles } from "./kept-files.ts";
import { rowsOf } from "./rows.ts";

const section = "/requests/new";

const typesForCustomers = async ({ context: { db }, actor }: Ask): Promise<TicketType[]> =>
  (await listTicketTypes(db)).filter((type) => mayCreate(actor, type));

const typeOf = async (ask: Ask): Promise<TicketType> => {
  const type = (await typesForCustomers(ask)).find(({ key }) => key === ask.params["typeKey"]);
  if (!type) throw new NotFound();
  return type;
};

const chooseType = get(
  "/requests/new",
  signedIn,
  orAtDesk(
    () => "/desk/tickets/new",
    async (ask, actor) => {
      const types = await typesForCustomers(ask);
      const [only] = types;
      // One type is no choice.
      if (only && types.length === 1) return redirect(`/requests/new/${encodeURIComponent(only.key)}`);
      const { mailAddress } = await getDesk(ask.context.db);
      return page(portalWords[actor.locale].submit.typeTitle, <TypePage types={types} mailAddress={mailAddress} />, {
        section,
        width: "page",
      });
    },
  ),
);

const showForm = get(
  "/requests/new/:typeKey",
  signedIn,
  orAtDesk(
    () => "/desk/tickets/new",
    async (ask, actor) => {
      const begun = await findBegunNew(ask, actor.personId);
      const subject = ask.query.get("subject")?.slice(0, 1_000) ?? "";
      return formPage(ask, {
        state: begun ? formOfDraft(begun.draft) : freshForm(subject ? { subject } : {}),
        files: begun?.draft.attachments ?? [],
        begun,
        once: randomUUID(),
      });
    },
  ),
);

interface Shown {
  state: FormState;
  files: readonly StoredFile[];
  begun?: BegunNew | undefined;
  /** What was answered, where a form has just been sent. */
  answers?: ReturnType<typeof answersIn>;
  once: string;
}

const audience = "customers";

const formPage = async (ask: Ask, { state, files, begun, answers, once }: Shown): Promise<Page> => {
  const actor = customerOf(ask);
  const { db, signer } = ask.context;
  const type = await typeOf(ask);
  const given = answers ?? givenIn(state, { type, userAgent: String(ask.headers["user-agent"] ?? "") });
  const similar = await listSimilarRequests(db, actor, { subject: state.values["subject"] ?? "", limit: 3 });
  return page(
    type.names[actor.locale],
    <RequestFormPage
      type={type}
      state={state}
      once={once}
      organisations={await organisationsOf(db, actor.personId)}
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

const submitForm = upload("/requests/new/:typeKey", customers, largestFile, async (ask) => {
  const type = await typeOf(ask);
  const attachments = filesOf(ask);
  const filled = { type, given: answersIn(ask, { type, attachments }), audience, isDemanded: true } as const;
  const again = (state: FormState): Promise<Page> =>
    formPage(ask, {
      state: { ...state, errors: errorsOf(ask, state, { files: attachments, filled }) },
      files: attachments,
      answers: filled.given,
      once: ask.form.text(onceField) || randomUUID(),
    });
  if (attachments.length > mostFiles)
    return {
      ...(await again(formAgain(ask, { files: portalPhrase("tooManyFiles", { most: mostFiles }) }))),
      status: 422,
    };
  const unseen = unseenQuestions(ask, filled);
  if (Object.keys(unseen).length > 0) return { ...(await again(formAgain(ask, unseen))), status: 422 };
  const { priority, organisationId, ...values } = ask.form.values();
  return submit(ask, {
    action: openTicket,
    input: {
      subject: values["subject"],
      text: values["text"],
      cc: values["cc"],
      ...(type.asksProduct !== "no" && {
        productId: values["productId"],
        versionId: values["versionId"],
        moduleId: values["moduleId"],
      }),
      typeId: type.id,
      customFields: filled.given,
      attachments,
      channel: "portal",
      typedIn: typedInOf(ask),
      ...(type.hasPriority && priority && { priority }),
      ...(organisationId && { organisationId }),
    },
    done: ({ number }) => redirect(`/requests/${number}?submitted=1`),
    again,
  });
});

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
const fieldsBelow = ["priority", "productId", "versionId", "moduleId", "organisationId", "cc"];

const saveTyped = post("/requests/draft", customers, async (ask) => {
  await keepTyped(ask, { ticketId: null, kind: "new" });
  return empty;
});

export const newRequestRoutes = [chooseType, showForm, submitForm, saveTyped];
