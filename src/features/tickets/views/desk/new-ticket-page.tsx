import type { FormState } from "../../../../platform/http/form.ts";
import {
  Asked,
  Button,
  Checkbox,
  DraftState,
  FileInput,
  Form,
  Notice,
  PageHeader,
  Select,
  TextArea,
  TextInput,
  useUi,
} from "../../../../ui/index.ts";
import type { Person } from "../../../people/index.ts";
import { questionLabels } from "../../asking.ts";
import { fileLimits } from "../../file-limits.ts";
import { channels, type Ticket, type TicketType } from "../../rules/ticket.ts";
import { words } from "../../words.ts";
import { deskWords } from "../../words-desk.ts";
import { BegunBefore, TypedIn, type BegunBeforeProps } from "../kept-words.tsx";
import { Questions, type QuestionsView } from "../questions.tsx";
import { KeptFiles, type KeptFile } from "../portal/kept-files.tsx";
import { ProductFields } from "../product-fields.tsx";
import { prioritiesDown } from "../tags.tsx";
import type { Around } from "./around.ts";
import { Callers, requesterField, type Caller } from "./callers.tsx";

export interface NewTicketView {
  types: readonly TicketType[];
  /** Of each type, for which one is chosen now. */
  questions: readonly (QuestionsView & { isChosen: boolean })[];
  around: Pick<Around, "criteria" | "agents" | "teams" | "products">;
  /** Whom the address named already. */
  requester: Person | undefined;
  /** People who fit what was typed as requester. */
  found: readonly Caller[];
  /** The closed ticket that this one goes on from. */
  follows: Ticket | undefined;
  files: readonly KeptFile[];
  state: FormState;
  draftUrl: string;
  viewer: { id: number };
  once: string;
  /** The draft that the form is filled from. */
  draft: { id: number; version: number } | undefined;
  begun: BegunBeforeProps | undefined;
}

const formId = requesterField.form;

/** A ticket that the desk opens for a customer: after a call, or to write first. */
export const NewTicketPage = ({ view }: { view: NewTicketView }) => {
  const { locale } = useUi();
  const w = deskWords[locale].create;
  const { state, follows } = view;
  const chosen = view.questions.find(({ isChosen }) => isChosen);
  return (
    <>
      <PageHeader title={follows ? w.followUpTitle({ number: follows.number }) : w.title}>
        {follows ? follows.subject : w.lead}
      </PageHeader>
      <div class="stack">
        {view.begun && <BegunBefore {...view.begun} />}
        <Form
          id={formId}
          action="/desk/tickets/new"
          files
          errors={state.errors}
          labels={chosen ? questionLabels(chosen.type, locale) : {}}
          values={{ ...state.values, ...multiple(state) }}
        >
          <TypedIn once={view.once} draft={view.draft} />
          {follows && <input type="hidden" name="follow" value={follows.number} />}
          {state.problem && <Notice tone="danger">{state.problem}</Notice>}
          {!follows && <RequesterFields view={view} />}
          {!follows && <TextInput name="subject" label={words[locale].fields.subject} required maxLength={250} />}
          <TextArea name="text" label={w.text} help={w.textHelp} required rows={6} draftUrl={view.draftUrl} />
          <KeptFiles files={view.files} />
          <FileInput name="files" label={w.files} multiple kept limits={fileLimits} />
          {!follows && <Choices view={view} />}
          {!follows && <QuestionsOfTypes view={view} />}
          <div class="form-actions">
            <Button kind="primary" icon="plus" hotkey="mod+enter">
              {follows ? w.followUp : w.open}
            </Button>
            <DraftState />
          </div>
        </Form>
      </div>
    </>
  );
};

const multiple = ({ lists }: FormState): Record<string, readonly string[]> => ({ ...lists });

const RequesterFields = ({ view: { requester, found } }: { view: NewTicketView }) => {
  const w = deskWords[useUi().locale].create;
  return (
    <>
      <TextInput
        name="requester"
        label={w.requester}
        help={w.requesterHelp}
        required
        icon="search"
        autocomplete="off"
        value={requester ? (requester.email ?? requester.name) : ""}
      />
      <Callers callers={found} />
      <div class="choices">
        <TextInput name="requesterName" label={w.requesterName} help={w.requesterNameHelp} autocomplete="off" />
        <TextInput name="cc" label={words[useUi().locale].fields.participantIds} help={w.ccHelp} autocomplete="off" />
      </div>
    </>
  );
};

const Choices = ({ view }: { view: NewTicketView }) => {
  const { types, around, viewer } = view;
  const { locale } = useUi();
  const w = deskWords[locale].create;
  const said = words[locale];
  return (
    <div class="choices">
      <Select
        name="channel"
        label={w.channel}
        mark={false}
        value="telephone"
        options={channels
          .filter((channel) => ["telephone", "mail", "portal"].includes(channel))
          .map((channel) => ({ value: channel, label: channel === "portal" ? w.byUs : said.channels[channel] }))}
      />
      <Select
        name="typeId"
        label={said.fields.type}
        mark={false}
        value={String(view.questions.find(({ isChosen }) => isChosen)?.type.id ?? "")}
        options={types.map(({ id, names }) => ({ value: String(id), label: names[locale] }))}
      />
      <ProductFields products={around.products} mark={false} />
      <Select
        name="priority"
        label={said.fields.priority}
        mark={false}
        value="medium"
        options={prioritiesDown.map((priority) => ({
          value: priority,
          label: `${said.priorities[priority]} · ${around.criteria[priority][locale]}`,
        }))}
        class="choices-wide"
      />
      <Select
        name="assigneeIds"
        label={said.fields.assigneeIds}
        mark={false}
        empty={w.nobodyYet}
        value={String(viewer.id)}
        options={around.agents.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      {around.teams.some(({ isRetired }) => !isRetired) && (
        <Select
          name="teamId"
          label={said.fields.teamId}
          mark={false}
          empty={w.teamOfType}
          options={around.teams
            .filter(({ isRetired }) => !isRetired)
            .map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      )}
      <Checkbox name="isInternal" label={w.internal} help={w.internalHelp} class="choices-wide" />
    </div>
  );
};

/** Each type's questions; those of the type that is chosen are there. None of them has to be answered on the telephone. */
const QuestionsOfTypes = ({ view: { questions, state } }: { view: NewTicketView }) => (
  <>
    {questions
      .filter(({ type }) => type.fields.some(({ isRetired }) => !isRetired))
      .map(({ isChosen, ...each }) => (
        <Asked key={each.type.id} when={{ name: "typeId", isAnyOf: [String(each.type.id)] }} asked={isChosen}>
          <Questions
            {...each}
            // The summary of errors leads to the fields of the type that was chosen.
            id={isChosen ? formId : `${formId}-${each.type.id}`}
            audience="agents"
            errors={isChosen ? state.errors : {}}
            isLenient
          />
        </Asked>
      ))}
  </>
);
