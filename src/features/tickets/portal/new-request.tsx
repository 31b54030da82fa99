import { randomUUID } from "node:crypto";
import { NotFound } from "../../../platform/errors.ts";
import { signedIn } from "../../../platform/http/access.ts";
import { freshForm, type FormState } from "../../../platform/http/form.ts";
import {
  empty,
  get,
  page,
  post,
  redirect,
  redirectSaying,
  upload,
  type Ask,
  type Page,
} from "../../../platform/http/route.ts";
import { formAgain, onceField, submit } from "../../../platform/http/submit.ts";
import { act } from "../../../platform/act.ts";
import { getDesk } from "../../desk-settings/index.ts";
import { organisationsOf } from "../../people/index.ts";
import { discardDraft } from "../actions/discard-draft.ts";
import { openTicket } from "../actions/open-ticket.ts";
import { largestFile, mostFiles } from "../file-limits.ts";
import type { StoredFile, TicketType } from "../rules/ticket.ts";
import { listSimilarRequests } from "../store/portal-lists.ts";
import { listTicketTypes, mayCreate } from "../../ticket-types/index.ts";
import { RequestFormPage } from "../views/portal/request-form.tsx";
import { TypePage } from "../views/portal/type-page.tsx";
import { phrase } from "../words.ts";
import { portalPhrase, portalWords } from "../words-portal.ts";
import { findTyped, keepTyped } from "./drafts.ts";
import { customerOf, customers, orAtDesk } from "./guard.ts";
import { filesOf, keepFiles } from "./kept-files.ts";
import { rowsOf } from "./rows.ts";

const section = "/requests/new";
const place = { ticketId: null, kind: "new" } as const;
/** What of the form is kept as a draft beside its text. */
const draftFields = ["subject", "priority", "product", "productVersion", "organisationId", "cc"] as const;

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
      const typed = await findTyped(ask, actor, place);
      const subject = ask.query.get("subject")?.slice(0, 1_000) ?? "";
      return formPage(ask, {
        state: freshForm(typed ? { ...typed.fields, text: typed.text } : subject ? { subject } : {}),
        files: typed?.attachments ?? [],
        isRestored: typed !== undefined,
        once: randomUUID(),
      });
    },
  ),
);

interface Shown {
  state: FormState;
  files: readonly StoredFile[];
  isRestored: boolean;
  once: string;
}

const formPage = async (ask: Ask, { state, files, isRestored, once }: Shown): Promise<Page> => {
  const actor = customerOf(ask);
  const { db, signer } = ask.context;
  const type = await typeOf(ask);
  const similar = await listSimilarRequests(db, actor, { subject: state.values["subject"] ?? "", limit: 3 });
  return page(
    type.names[actor.locale],
    <RequestFormPage
      type={type}
      state={state}
      once={once}
      organisations={await organisationsOf(db, actor.personId)}
      keptFiles={keepFiles(signer, files)}
      similar={await rowsOf(db, actor, similar)}
      isRestored={isRestored}
      draftUrl="/requests/draft"
      files={{ most: largestFile, count: mostFiles }}
    />,
    { section, width: "form" },
  );
};

const submitForm = upload("/requests/new/:typeKey", customers, largestFile, async (ask) => {
  const type = await typeOf(ask);
  const attachments = filesOf(ask);
  const again = (state: FormState): Promise<Page> =>
    formPage(ask, {
      state: { ...state, errors: errorsOf(ask, state, attachments) },
      files: attachments,
      isRestored: false,
      once: ask.form.text(onceField) || randomUUID(),
    });
  if (attachments.length > mostFiles)
    return {
      ...(await again(formAgain(ask, { files: portalPhrase("tooManyFiles", { most: mostFiles }) }))),
      status: 422,
    };
  const { priority, organisationId, ...values } = ask.form.values();
  return submit(ask, {
    action: openTicket,
    input: {
      subject: values["subject"],
      text: values["text"],
      cc: values["cc"],
      product: values["product"],
      productVersion: values["productVersion"],
      typeId: type.id,
      attachments,
      channel: "portal",
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
  files: readonly StoredFile[],
): FormState["errors"] => {
  const all: Record<string, string> = {
    ...errors,
    ...(typeId && { "": typeId }),
    ...(form.text("text").trim() === "" && files.length === 0 && { text: phrase("nothingWritten").say(actor.locale) }),
  };
  const names = ["", ...formFields, ...Object.keys(all)];
  return Object.fromEntries([...new Set(names)].flatMap((name) => (all[name] ? [[name, all[name]]] : [])));
};

/** In the order in which they stand on the page, as its summary of errors names them. */
const formFields = ["subject", "text", "files", "priority", "product", "productVersion", "organisationId", "cc"];

const saveTyped = post("/requests/draft", customers, async (ask) => {
  const fields = Object.fromEntries(draftFields.map((name) => [name, ask.form.text(name)]));
  // What stands in the form without anybody having typed it is no reason to keep a draft.
  const isTyped = ["subject", "product", "productVersion", "cc"].some((name) => fields[name]);
  await keepTyped(ask, customerOf(ask), {
    place,
    text: ask.form.text("text"),
    fields: isTyped || ask.form.text("text") ? fields : {},
  });
  return empty;
});

const discardTyped = post("/requests/draft/discard", customers, async (ask) => {
  await act(ask.context.db, ask.actor, discardDraft, { kind: "new" });
  return redirectSaying(ask, "/requests/new", portalPhrase("draftDiscarded"), "info");
});

export const newRequestRoutes = [chooseType, showForm, submitForm, saveTyped, discardTyped];
