import {
  Button,
  DescriptionList,
  Form,
  Icon,
  Panel,
  Select,
  TextArea,
  TextInput,
  Time,
  useUi,
  type Fact,
} from "../../../../ui/index.ts";
import type { LinkKind } from "../../rules/ticket.ts";
import { words } from "../../words.ts";
import { deskWords } from "../../words-desk.ts";
import { togetherWords } from "../../words-together.ts";
import { nameOf } from "./around.ts";
import { FormName, refusedForm } from "./refused-form.tsx";
import { TicketLine } from "./ticket-people.tsx";
import { ticketPath, type LinkedTicket, type TicketScreen } from "./ticket-screen.ts";

/** What is known about the matter itself, the tickets around it, and when what happened. */
export const TicketFacts = ({ screen }: { screen: TicketScreen }) => (
  <>
    <ResultPanel screen={screen} />
    <FieldsPanel screen={screen} />
    <LinksPanel screen={screen} />
    <TimesPanel screen={screen} />
  </>
);

const ResultPanel = ({ screen: { ticket } }: { screen: TicketScreen }) => {
  const w = deskWords[useUi().locale].facts;
  if (!ticket.result && ticket.rating === null) return null;
  return (
    <Panel look="section" title={w.result}>
      {ticket.result && <p class="plain-text">{ticket.result}</p>}
      {ticket.rating !== null && (
        <p class="small">
          <Icon name="star" size={14} /> {w.rating({ rating: ticket.rating })}
        </p>
      )}
    </Panel>
  );
};

const fieldNames = ["plannedVersion"] as const;

const FieldsPanel = ({ screen }: { screen: TicketScreen }) => {
  const { ticket, offers } = screen;
  const { locale } = useUi();
  const w = deskWords[locale].facts;
  const labels = words[locale].fields;
  const known: Fact[] = [
    ...fieldNames.flatMap((name) => {
      const value = ticket[name];
      return value ? [{ term: labels[name], detail: value }] : [];
    }),
  ];
  if (known.length === 0 && !offers.has("change")) return null;
  const refused = refusedForm(screen, "fields-form");
  return (
    <Panel look="section" title={w.fields}>
      {known.length > 0 ? <DescriptionList items={known} /> : <p class="small muted">{w.noFields}</p>}
      {offers.has("change") && (
        <details class="property-more" id="edit-fields" data-edits open={refused !== undefined}>
          <summary>{w.edit}</summary>
          <Form id="fields-form" action={ticketPath(ticket, "/change")} plain class="stack" {...refused}>
            <FormName id="fields-form" />
            <input type="hidden" name="version" value={ticket.version} />
            <TextInput name="subject" label={labels.subject} mark={false} value={ticket.subject} maxLength={250} />
            {fieldNames.map((name) => (
              <TextInput key={name} name={name} label={labels[name]} mark={false} value={ticket[name] ?? ""} />
            ))}
            {ticket.plannedVersion !== null && (
              <TextInput
                name="versionReason"
                label={togetherWords[locale].orders.versionReason}
                help={togetherWords[locale].orders.versionReasonHelp}
                mark={false}
                maxLength={1_000}
              />
            )}
            <TextArea name="result" label={labels.result} mark={false} rows={2} value={ticket.result ?? ""} />
            <div>
              <Button size="sm">{w.save}</Button>
            </div>
          </Form>
        </details>
      )}
    </Panel>
  );
};

/** The others are made by what makes them: a follow-up, a message that is split off, an escalation. */
const enteredKinds = ["related", "duplicate", "follow_up"] as const satisfies readonly LinkKind[];

const LinksPanel = ({ screen }: { screen: TicketScreen }) => {
  const { ticket, offers } = screen;
  const { locale } = useUi();
  const w = deskWords[locale].facts;
  // Orders and those who wait for them have a place of their own.
  const links = screen.links.filter(({ kind }) => kind !== "technical");
  const refused = refusedForm(screen, "link-form");
  if (links.length === 0 && !offers.has("link")) return null;
  return (
    <Panel look="section" title={w.links}>
      {links.length === 0 && <p class="small muted">{w.noLinks}</p>}
      <ul class="ticket-lines">
        {links.map((link) => (
          <LinkItem key={`${link.kind} ${link.ticket.id}`} link={link} screen={screen} />
        ))}
      </ul>
      {offers.has("link") && (
        <details class="property-more" id="add-link" open={refused !== undefined}>
          <summary>{w.addLink}</summary>
          <Form id="link-form" action={ticketPath(ticket, "/links")} plain class="stack" {...refused}>
            <FormName id="link-form" />
            <Select
              name="kind"
              label={w.linkKind}
              mark={false}
              options={enteredKinds.map((kind) => ({ value: kind, label: words[locale].linkKinds[kind] }))}
            />
            <TextInput name="number" label={w.number} mark={false} inputMode="numeric" width="sm" />
            <div>
              <Button size="sm">{w.addLink}</Button>
            </div>
          </Form>
        </details>
      )}
    </Panel>
  );
};

const LinkItem = ({ link, screen }: { link: LinkedTicket; screen: TicketScreen }) => {
  const { locale } = useUi();
  const w = deskWords[locale].facts;
  return (
    <li class="linked">
      <p class="small muted">
        {link.isFrom ? words[locale].linkKinds[link.kind] : deskWords[locale].linksBack[link.kind]}
      </p>
      <div class="linked-line">
        <TicketLine ticket={link.ticket} list="" />
        {screen.offers.has("link") && (
          <form method="post" action={ticketPath(screen.ticket, "/links/remove")}>
            <input type="hidden" name="otherId" value={link.ticket.id} />
            <input type="hidden" name="kind" value={link.kind} />
            <Button kind="quiet" size="sm" icon="x" iconOnly>
              {w.removeLink({ number: link.ticket.number })}
            </Button>
          </form>
        )}
      </div>
    </li>
  );
};

const TimesPanel = ({ screen: { ticket, around } }: { screen: TicketScreen }) => {
  const w = deskWords[useUi().locale].facts;
  const times: readonly (readonly [string, Date | null])[] = [
    [w.opened, ticket.openedAt],
    [w.firstAnswered, ticket.firstAnsweredAt],
    [w.statusSince, ticket.statusSince],
    [w.resolved, ticket.resolvedAt],
    [w.closed, ticket.closedAt],
  ];
  return (
    <Panel look="section" title={w.times} folds="closed" id="ticket-times">
      <DescriptionList
        items={[
          ...times.flatMap(([term, at]) => (at ? [{ term, detail: <Time at={at} look="datetime" /> }] : [])),
          ...(ticket.openedBy !== null && ticket.openedBy !== ticket.requesterId
            ? [{ term: w.openedBy, detail: nameOf(around, ticket.openedBy) }]
            : []),
        ]}
      />
    </Panel>
  );
};
