import type { FormState } from "../../../platform/http/form.ts";
import { onceField } from "../../../platform/http/submit.ts";
import {
  Button,
  DescriptionList,
  EmptyState,
  Form,
  LinkButton,
  PageHeader,
  Panel,
  PlainText,
  Tag,
  TextArea,
  Time,
  type IconName,
  type Tone,
} from "../../../ui/index.ts";
import type { Delivery, MailState } from "../../outgoing-mail/index.ts";
import type { MessageKind, Passing, SupplierMessage } from "../types.ts";
import { useSupplierWords } from "../words.ts";
import { endHref, passHref, writeHref } from "./paths.ts";

/** What was written to one of them and refused. */
export interface WrittenTo {
  passingId: number;
  state: FormState;
}

interface PassingsPageProps {
  ticket: { number: number; subject: string };
  /** Newest first. */
  passings: readonly Passing[];
  messages: readonly SupplierMessage[];
  deliveries: ReadonlyMap<number, readonly Delivery[]>;
  names: ReadonlyMap<number, string>;
  written: WrittenTo | undefined;
  once: string;
}

export const PassingsPage = (props: PassingsPageProps) => {
  const { ticket, passings } = props;
  const w = useSupplierWords();
  const pass = (
    <LinkButton href={passHref(ticket.number)} icon="forward" kind={passings.length === 0 ? "primary" : "secondary"}>
      {w.pass.title}
    </LinkButton>
  );
  return (
    <div class="stack">
      <PageHeader
        title={w.at.title}
        crumbs={[{ label: `#${ticket.number} ${ticket.subject}`, href: `/desk/tickets/${ticket.number}` }]}
        actions={passings.length === 0 ? undefined : pass}
      />
      {passings.length === 0 && <EmptyState icon="building" title={w.at.none} action={pass} />}
      {passings.map((passing) => (
        <PassingPanel key={passing.id} {...props} passing={passing} />
      ))}
    </div>
  );
};

type OfPassing = PassingsPageProps & { passing: Passing };

const PassingPanel = (props: OfPassing) => {
  const { passing, names, messages } = props;
  const w = useSupplierWords().at;
  const { theirNumber, theirStatus, endedAt } = passing;
  const name = names.get(passing.supplierId) ?? "";
  return (
    <Panel
      id={`passing-${passing.id}`}
      title={w.stands({ name, status: theirStatus ?? "", number: theirNumber ?? "" })}
      action={endedAt && <Tag icon="archive">{w.ended}</Tag>}
    >
      <div class="stack">
        <DescriptionList
          items={[
            { term: w.number, detail: theirNumber ?? w.unknown },
            { term: w.status, detail: theirStatus ?? w.unknown },
            ...factsOf(passing, useSupplierWords()),
          ]}
        />
        {messages
          .filter(({ passingId }) => passingId === passing.id)
          .map((message) => (
            <Said key={message.id} {...props} message={message} />
          ))}
        {endedAt === null && <Writing {...props} />}
      </div>
    </Panel>
  );
};

const factsOf = (passing: Passing, { at: w, pass, customerNumber }: ReturnType<typeof useSupplierWords>) => [
  { term: w.passedBy, detail: passing.passedBy },
  { term: customerNumber, detail: passing.customerNumber || "–" },
  { term: pass.domain, detail: passing.domain },
  { term: pass.mayContact, detail: passing.mayContact ? w.yes : w.no },
  {
    term: pass.contact,
    detail: passing.mayContact
      ? [passing.contactName, passing.contactEmail, passing.contactPhone].filter(Boolean).join(", ")
      : w.contactNot,
  },
  { term: w.sendsAnswers, detail: passing.sendsAnswers ? w.yes : w.no },
];

const Said = ({ message, ticket, deliveries }: OfPassing & { message: SupplierMessage }) => {
  const w = useSupplierWords().at;
  const { kind, noteId, eventId } = message;
  const mails = (eventId === null ? [] : (deliveries.get(eventId) ?? [])).filter(isToSupplier);
  return (
    <article class="stack">
      <p class="row">
        <b>{message.authorName}</b>
        <Tag icon={icons[kind]} tone={kind === "heard" ? "info" : "neutral"}>
          {w.kinds[kind]}
        </Tag>
        <span class="small muted">
          <Time at={message.at} />
        </span>
        {mails.map(({ mailId, state }) => (
          <Tag key={mailId} look="plain" tone={tones[state]}>
            {w.mail[state]}
          </Tag>
        ))}
      </p>
      <PlainText>{message.text}</PlainText>
      {message.attachments.length > 0 && (
        <p class="small muted">{message.attachments.map(({ name }) => name).join(", ")}</p>
      )}
      {noteId !== null && (
        <p class="row small">
          <a href={`/desk/tickets/${ticket.number}?compose=public&quote=${noteId}#composer`}>{w.intoAnswer}</a>
          <span class="muted">{w.files}</span>
        </p>
      )}
    </article>
  );
};

/** The events of customers' words are told of to others, too. */
const isToSupplier = ({ to }: Delivery): boolean => to.personId === null;

const icons: Readonly<Record<MessageKind, IconName>> = {
  passed: "forward",
  written: "send",
  "sent-on": "send",
  told: "bell",
  heard: "mail",
  automatic: "clock",
};

const tones: Readonly<Record<MailState, Tone>> = {
  queued: "muted",
  sending: "muted",
  sent: "success",
  kept: "muted",
  failed: "danger",
  cancelled: "muted",
  bounced: "danger",
  withheld: "warning",
};

const Writing = ({ ticket, passing, written, once }: OfPassing) => {
  const w = useSupplierWords().at;
  const id = `write-${passing.id}`;
  const state = written?.passingId === passing.id ? written.state : undefined;
  const problem = state?.problem;
  return (
    <Form
      id={id}
      action={writeHref(ticket.number, passing.id)}
      values={state?.values}
      errors={problem === undefined ? state?.errors : { "": problem, ...state?.errors }}
      labels={{ text: w.write }}
    >
      <input type="hidden" name={onceField} value={once} />
      <TextArea name="text" label={w.write} help={w.writeHelp} rows={4} mark={false} />
      <div class="form-actions">
        <Button kind="primary" icon="send">
          {w.send}
        </Button>
        <Button kind="quiet" formAction={endHref(ticket.number, passing.id)}>
          {w.end}
        </Button>
      </div>
    </Form>
  );
};
