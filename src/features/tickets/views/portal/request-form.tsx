import { formatBytes } from "../../../../platform/i18n/index.ts";
import type { FormState } from "../../../../platform/http/form.ts";
import {
  Button,
  DraftState,
  FileInput,
  Form,
  PageHeader,
  RadioCards,
  Select,
  TextArea,
  TextInput,
  useUi,
} from "../../../../ui/index.ts";
import type { Membership } from "../../../people/index.ts";
import type { Product } from "../../../products/index.ts";
import type { PriorityCriteria } from "../../../ticket-types/index.ts";
import { questionLabels } from "../../asking.ts";
import type { Ticket, TicketType } from "../../rules/ticket.ts";
import { words } from "../../words.ts";
import { portalWords } from "../../words-portal.ts";
import { ProductFields } from "../product-fields.tsx";
import { priorityLooks, prioritiesDown } from "../tags.tsx";
import { BegunBefore, TypedIn, type BegunBeforeProps } from "../kept-words.tsx";
import { Questions, type QuestionsView } from "../questions.tsx";
import { KeptFiles, type KeptFile } from "./kept-files.tsx";
import type { RequestRow } from "./request-status.tsx";
import { SimilarRequests } from "./similar-requests.tsx";

export interface RequestFormView {
  type: TicketType;
  /** The draft that is written on; undefined for a new request. */
  ticket: Pick<Ticket, "number"> | undefined;
  state: FormState;
  once: string;
  organisations: readonly Membership[];
  /** In whose name one can ask, too. */
  colleagues: readonly { id: number; name: string }[];
  products: readonly Product[];
  keptFiles: readonly KeptFile[];
  questions: QuestionsView;
  criteria: PriorityCriteria;
  /** The reader's own requests that are about the same, perhaps. */
  similar: readonly RequestRow[];
  /** The draft that the form is filled from. */
  draft: { id: number; version: number } | undefined;
  begun: BegunBeforeProps | undefined;
  draftUrl: string;
  files: { most: number; count: number };
}

const formId = "request";

/** The id of the field in which the subject is typed. */
export const subjectField = `${formId}-subject`;

export const RequestFormPage = (view: RequestFormView) => {
  const { locale } = useUi();
  const w = portalWords[locale].submit;
  return (
    <>
      <PageHeader title={view.type.names[locale]} crumbs={[{ label: w.crumb, href: "/requests/new" }]}>
        <p>{view.type.hints[locale]}</p>
        <p>{w.oneQuestion}</p>
      </PageHeader>
      <div class="flex flex-col gap-6">
        {view.begun && <BegunBefore {...view.begun} />}
        <RequestForm {...view} />
      </div>
    </>
  );
};

const RequestForm = (view: RequestFormView) => {
  const { locale } = useUi();
  const w = portalWords[locale].submit;
  const { type, state } = view;
  const errors = { ...(state.problem && { "": state.problem }), ...state.errors };
  return (
    <Form
      id={formId}
      action={view.ticket ? `/requests/${view.ticket.number}/edit` : `/requests/new/${encodeURIComponent(type.key)}`}
      files
      values={state.values}
      labels={{
        subject: w.subject,
        text: w.text,
        files: w.files,
        priority: w.priority,
        productId: words[locale].fields.productId,
        versionId: words[locale].fields.versionId,
        moduleId: words[locale].fields.moduleId,
        requesterId: w.forWhom,
        organisationId: w.organisation,
        cc: w.copies,
        ...questionLabels(type, locale),
      }}
      errors={errors}
    >
      <TypedIn once={view.once} draft={view.draft} />
      <input type="hidden" name="typeKey" value={type.key} />
      <div class="with-similar">
        <TextInput name="subject" label={w.subject} help={w.subjectHelp} required />
        <SimilarRequests rows={view.similar} field={subjectField} isOpen />
      </div>
      <TextArea name="text" label={w.text} help={w.textHelp} required rows={6} draftUrl={view.draftUrl} />
      <div class="flex flex-col gap-3">
        <FileInput
          name="files"
          label={w.files}
          multiple
          kept
          limits={{ each: view.files.most, count: view.files.count }}
          help={w.filesHelp({ most: formatBytes(view.files.most, locale), count: view.files.count })}
        />
        <KeptFiles files={view.keptFiles} />
      </div>
      <Questions {...view.questions} id={formId} audience="customers" errors={errors} />
      {type.hasPriority && <PriorityChoice criteria={view.criteria} />}
      {type.asksProduct !== "no" && (
        <ProductFields products={view.products} required={type.asksProduct === "required"} />
      )}
      {!view.ticket && (
        <>
          <ColleagueChoice colleagues={view.colleagues} />
          <OrganisationChoice organisations={view.organisations} />
          <TextInput name="cc" label={w.copies} help={w.copiesHelp} autocomplete="off" />
        </>
      )}
      <div class="form-actions">
        <Button kind="primary" icon="send" hotkey="mod+enter">
          {w.send}
        </Button>
        {type.statuses.includes("draft") && (
          <Button name="asDraft" value="yes">
            {w.asDraft}
          </Button>
        )}
        <DraftState />
      </div>
    </Form>
  );
};

const PriorityChoice = ({ criteria }: Pick<RequestFormView, "criteria">) => {
  const { locale } = useUi();
  const w = words[locale];
  const { priority, priorityHelp } = portalWords[locale].submit;
  return (
    <RadioCards
      name="priority"
      label={priority}
      help={priorityHelp}
      mark={false}
      value="medium"
      columns={2}
      options={prioritiesDown.toReversed().map((each) => ({
        value: each,
        label: w.priorities[each],
        help: criteria[each][locale],
        icon: priorityLooks[each].icon,
      }))}
    />
  );
};

const ColleagueChoice = ({ colleagues }: Pick<RequestFormView, "colleagues">) => {
  const w = portalWords[useUi().locale].submit;
  if (colleagues.length === 0) return null;
  return (
    <Select
      name="requesterId"
      label={w.forWhom}
      help={w.forWhomHelp}
      mark={false}
      empty={w.forMyself}
      width="md"
      options={colleagues.map(({ id, name }) => ({ value: String(id), label: name }))}
    />
  );
};

/** With one organisation there is nothing to choose; then it is only said who else can read. */
const OrganisationChoice = ({ organisations }: Pick<RequestFormView, "organisations">) => {
  const w = portalWords[useUi().locale].submit;
  const [only] = organisations;
  if (!only) return null;
  if (organisations.length === 1)
    return (
      <p class="text-muted text-sm">
        {w.organisation} <b class="text-ink wrap-anywhere">{only.name}</b>. {w.organisationHelp}
      </p>
    );
  return (
    <Select
      name="organisationId"
      label={w.organisation}
      help={w.organisationHelp}
      mark={false}
      empty={w.justMe}
      width="md"
      options={organisations.map(({ id, name }) => ({ value: String(id), label: name }))}
    />
  );
};
