import { randomUUID } from "node:crypto";
import { isSignedIn } from "../../../platform/actor.ts";
import { NotFound } from "../../../platform/errors.ts";
import { signedIn } from "../../../platform/http/access.ts";
import { freshForm } from "../../../platform/http/form.ts";
import { empty, get, page, post, redirect, upload, type Ask } from "../../../platform/http/route.ts";
import { submit } from "../../../platform/http/submit.ts";
import { getDesk } from "../../desk-settings/index.ts";
import { listTicketTypes, mayCreate } from "../../ticket-types/index.ts";
import { openTicket } from "../actions/open-ticket.ts";
import { findBegunNew } from "../draft-pages.tsx";
import { largestFile } from "../file-limits.ts";
import type { TicketType } from "../rules/ticket.ts";
import { formOfDraft, keepTyped, typedInOf } from "../typing.ts";
import { TypePage } from "../views/portal/type-page.tsx";
import { portalWords } from "../words-portal.ts";
import { customers, orAtDesk } from "./guard.ts";
import { isSentAsDraft, readRequestForm, requestFormPage } from "./request-form-page.tsx";

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
      return requestFormPage(ask, {
        type: await typeOf(ask),
        state: begun ? formOfDraft(begun.draft) : freshForm(subject ? { subject } : {}),
        files: begun?.draft.attachments ?? [],
        begun,
        once: randomUUID(),
      });
    },
  ),
);

const submitForm = upload("/requests/new/:typeKey", customers, largestFile, async (ask) => {
  const type = await typeOf(ask);
  const { input, again, refused } = await readRequestForm(ask, { type });
  if (refused) return refused;
  const isDraft = isSentAsDraft(ask);
  const { organisationId, requesterId } = ask.form.values();
  // A draft is its writer's: nobody else could go on with it.
  const colleague = isDraft ? undefined : requesterId;
  return submit(ask, {
    action: openTicket,
    input: {
      ...input,
      typeId: type.id,
      cc: colleague ? withWriter(ask) : ask.form.text("cc"),
      ...(colleague && { requesterId: colleague }),
      channel: "portal",
      isDraft,
      typedIn: typedInOf(ask),
      ...(organisationId && { organisationId }),
    },
    done: ({ number }) => redirect(`/requests/${number}${isDraft ? "" : "?submitted=1"}`),
    again,
  });
});

/** Whoever asks in a colleague's name reads along. */
const withWriter = ({ actor, form }: Ask): string =>
  [form.text("cc"), isSignedIn(actor) ? actor.email : null].filter(Boolean).join(", ");

const saveTyped = post("/requests/draft", customers, async (ask) => {
  await keepTyped(ask, { ticketId: null, kind: "new" });
  return empty;
});

export const newRequestRoutes = [chooseType, showForm, submitForm, saveTyped];
