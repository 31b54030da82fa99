import { Avatar, Button, Form, Icon, Panel, TextInput, Time, useUi } from "../../../../ui/index.ts";
import type { Person } from "../../../people/index.ts";
import type { Ticket } from "../../rules/ticket.ts";
import { deskWords } from "../../words-desk.ts";
import { StatusTag } from "../tags.tsx";
import { statusName } from "../../rules/status.ts";
import { nameOf } from "./around.ts";
import { FormName, refusedForm } from "./refused-form.tsx";
import { ticketHref, ticketPath, type TicketScreen } from "./ticket-screen.ts";

/** Who asks, from where, and what else is open with him. */
export const TicketPeople = ({ screen }: { screen: TicketScreen }) => {
  const w = deskWords[useUi().locale].people;
  return (
    <>
      <Panel look="section" title={w.requester}>
        <PersonCard person={screen.requester} />
        {screen.offers.has("changeRequester") && <ChangeRequester screen={screen} />}
      </Panel>
      {screen.organisation && <OrganisationPanel screen={screen} organisation={screen.organisation} />}
      <ParticipantsPanel screen={screen} />
      {screen.others.tickets.length > 0 && <OthersPanel screen={screen} />}
    </>
  );
};

const PersonCard = ({ person }: { person: Person }) => {
  const w = deskWords[useUi().locale].people;
  return (
    <div class="person-card">
      <Avatar name={person.name} />
      <div class="min-w-0">
        <p class="person-name">{person.name}</p>
        {person.email && (
          <p class="small">
            <a class="text-link" href={`mailto:${person.email}`}>
              {person.email}
            </a>
          </p>
        )}
        {person.phone && (
          <p class="small">
            <a class="text-link" href={`tel:${person.phone.replaceAll(/[^\d+]/g, "")}`}>
              {person.phone}
            </a>
          </p>
        )}
        <p class="small muted">
          {w.reads[person.locale]} · {person.hasAccount ? w.hasAccount : w.noAccount}
        </p>
      </div>
    </div>
  );
};

const ChangeRequester = ({ screen }: { screen: TicketScreen }) => {
  const { ticket } = screen;
  const w = deskWords[useUi().locale].people;
  const refused = refusedForm(screen, "requester-form");
  return (
    <details class="property-more" id="change-requester" data-edits open={refused !== undefined}>
      <summary>{w.changeRequester}</summary>
      <Form id="requester-form" action={ticketPath(ticket, "/requester")} plain class="stack" {...refused}>
        <FormName id="requester-form" />
        <input type="hidden" name="version" value={ticket.version} />
        <TextInput
          name="requester"
          label={w.nameOrAddress}
          help={w.changeRequesterHelp}
          mark={false}
          autocomplete="off"
        />
        <div>
          <Button size="sm">{w.changeRequester}</Button>
        </div>
      </Form>
    </details>
  );
};

const OrganisationPanel = ({
  screen: { ticket },
  organisation,
}: {
  screen: TicketScreen;
  organisation: NonNullable<TicketScreen["organisation"]>;
}) => {
  const w = deskWords[useUi().locale].people;
  return (
    <Panel look="section" title={w.organisation}>
      <div class="person-card">
        <span class="organisation-mark">
          <Icon name="building" />
        </span>
        <div class="min-w-0">
          <p class="person-name">{organisation.name}</p>
          {organisation.customerNumber && (
            <p class="small muted">
              {w.customerNumber} <span class="tabular">{organisation.customerNumber}</span>
            </p>
          )}
          <p class="small">
            <a class="text-link" href={`/desk?status=unfinished&organisation=${organisation.id}`}>
              {w.organisationTickets}
            </a>
          </p>
        </div>
      </div>
      {ticket.organisationId !== organisation.id && <p class="small muted">{w.otherOrganisation}</p>}
    </Panel>
  );
};

const emailOf = (around: TicketScreen["around"], id: number): string | undefined => {
  const { name, email } = around.people.get(id) ?? {};
  return email && email !== name ? email : undefined;
};

const ParticipantsPanel = ({ screen }: { screen: TicketScreen }) => {
  const { ticket, around, offers } = screen;
  const w = deskWords[useUi().locale].people;
  if (ticket.participantIds.length === 0 && !offers.has("addParticipant")) return null;
  return (
    <Panel look="section" title={w.participants}>
      {ticket.participantIds.length === 0 && <p class="small muted">{w.noParticipants}</p>}
      <ul class="participants">
        {ticket.participantIds.map((id) => (
          <li key={id}>
            <Avatar name={nameOf(around, id)} size="xs" />
            <span class="participant-name" title={around.people.get(id)?.email ?? undefined}>
              {nameOf(around, id)}
              {/* Whoever writes a mail chooses the names of those he puts in copy. */}
              {emailOf(around, id) !== undefined && (
                <span class="small muted participant-address">{emailOf(around, id)}</span>
              )}
            </span>
            {offers.has("removeParticipant") && (
              <form method="post" action={ticketPath(ticket, "/participants/remove")}>
                <input type="hidden" name="personId" value={id} />
                <Button kind="quiet" size="sm" icon="x" iconOnly>
                  {w.removeParticipant({ name: nameOf(around, id) })}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {offers.has("addParticipant") && <AddParticipant screen={screen} />}
    </Panel>
  );
};

const AddParticipant = ({ screen }: { screen: TicketScreen }) => {
  const w = deskWords[useUi().locale].people;
  const refused = refusedForm(screen, "participant-form");
  return (
    <details class="property-more" id="add-participant" open={refused !== undefined}>
      <summary>{w.addParticipant}</summary>
      <Form id="participant-form" action={ticketPath(screen.ticket, "/participants")} plain class="row" {...refused}>
        <FormName id="participant-form" />
        <TextInput
          name="email"
          type="email"
          label={w.address}
          hideLabel
          mark={false}
          autocomplete="off"
          placeholder={w.address}
        />
        <Button size="sm">{w.add}</Button>
      </Form>
    </details>
  );
};

const OthersPanel = ({ screen: { others, ticket, list } }: { screen: TicketScreen }) => {
  const w = deskWords[useUi().locale].people;
  return (
    <Panel look="section" title={w.others}>
      <ul class="ticket-lines">
        {others.tickets.map((other) => (
          <li key={other.id}>
            <TicketLine ticket={other} list={list} />
          </li>
        ))}
      </ul>
      {others.total > others.tickets.length && (
        <p class="small">
          <a class="text-link" href={`/desk?requester=${ticket.requesterId}`}>
            {w.allOthers({ count: others.total })}
          </a>
        </p>
      )}
    </Panel>
  );
};

interface TicketLineProps {
  ticket: Ticket;
  /** The list that the reader is in. */
  list?: string;
  /** Instead of the ticket's own page. */
  href?: string;
  /** What matters of it here; its last activity when nothing does. */
  about?: string | undefined;
}

/** A ticket in one line, for panels. */
export const TicketLine = ({ ticket, list = "", href, about }: TicketLineProps) => (
  <a class="ticket-line" href={href ?? ticketHref(ticket.number, list)}>
    <StatusTag name={statusName(ticket)} audience="agent" look="plain" />
    <span class="ticket-line-subject">{ticket.subject}</span>
    <span class={about === undefined ? "ticket-line-when" : "ticket-line-when ticket-line-about"}>
      <span class="tabular">#{ticket.number}</span> · {about ?? <Time at={ticket.lastActivityAt} />}
    </span>
  </a>
);
