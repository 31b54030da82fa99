import {
  Avatar,
  Button,
  Dialog,
  Form,
  Icon,
  LinkButton,
  Menu,
  MenuButton,
  MenuLink,
  MenuSeparator,
  Notice,
  TextArea,
  useUi,
  type IconName,
} from "../../../../ui/index.ts";
import type { SteeringVerb } from "../../rules/status.ts";
import type { Ticket } from "../../rules/ticket.ts";
import { deskWords } from "../../words-desk.ts";
import { togetherWords } from "../../words-together.ts";
import { ChannelMark, PriorityTag, StatusTag } from "../tags.tsx";
import { organisationName } from "./around.ts";
import { FormName, refusedForm } from "./refused-form.tsx";
import { dialogHref } from "./dialog-href.ts";
import { ticketHref, ticketPath, type Onlooker, type TicketScreen } from "./ticket-screen.ts";

const moveIcons: Readonly<Record<SteeringVerb, IconName>> = {
  start: "circle-play",
  release: "circle-play",
  ask: "hourglass",
  hold: "circle-pause",
  resolve: "circle-check",
  close: "check-check",
  cancel: "circle-x",
  reopen: "refresh-cw",
};
const menuMoves = ["start", "ask", "hold", "release", "reopen", "close", "cancel"] as const;

/** Stays in sight while the conversation is read: what this is, who is here, and the next step. */
export const TicketHeader = ({ screen }: { screen: TicketScreen }) => {
  const { ticket, around, requester } = screen;
  const { locale } = useUi();
  const organisation = organisationName(around, ticket.organisationId);
  return (
    <header class="ticket-head">
      <div class="ticket-head-line">
        <BackLink screen={screen} />
        <span class="muted tabular">#{ticket.number}</span>
        <StatusTag name={ticket.statusName} audience="agent" />
        {ticket.priority && <PriorityTag priority={ticket.priority} look="plain" />}
        {ticket.visibility === "internal" && <InternalMark />}
        <div class="ticket-head-actions">
          <Steps screen={screen} />
        </div>
      </div>
      <h1>{ticket.subject}</h1>
      <div class="ticket-head-line">
        <p class="muted small">
          <ChannelMark channel={ticket.channel} /> {requester.name}
          {organisation && ` · ${organisation}`} · {ticket.type.names[locale]}
        </p>
        <Onlookers ticket={ticket} onlookers={screen.onlookers} />
      </div>
    </header>
  );
};

const BackLink = ({ screen: { list, neighbours } }: { screen: TicketScreen }) => {
  const w = deskWords[useUi().locale].ticket;
  return (
    <span class="ticket-steps">
      <LinkButton href={`/desk${list ? `?${list}` : ""}`} kind="quiet" size="sm" icon="arrow-left" iconOnly hotkey="u">
        {w.back}
      </LinkButton>
      {neighbours.previous !== undefined && (
        <LinkButton
          href={ticketHref(neighbours.previous, list)}
          kind="quiet"
          size="sm"
          icon="chevron-up"
          iconOnly
          hotkey="k"
        >
          {w.previous}
        </LinkButton>
      )}
      {neighbours.next !== undefined && (
        <LinkButton
          href={ticketHref(neighbours.next, list)}
          kind="quiet"
          size="sm"
          icon="chevron-down"
          iconOnly
          hotkey="j"
        >
          {w.next}
        </LinkButton>
      )}
    </span>
  );
};

const InternalMark = () => {
  const w = deskWords[useUi().locale].ticket;
  return (
    <span class="tag tag-plain tone-warning">
      <Icon name="lock" size={14} />
      <span class="tag-word">{w.internal}</span>
    </span>
  );
};

/** Who else is here. Screen readers hear it only when it changes. */
export const Onlookers = ({ ticket, onlookers }: { ticket: Ticket; onlookers: readonly Onlooker[] }) => {
  const w = deskWords[useUi().locale].presence;
  const writing = onlookers.filter(({ isWriting }) => isWriting).map(({ name }) => name);
  const reading = onlookers.filter(({ isWriting }) => !isWriting).map(({ name }) => name);
  return (
    <span
      class="onlookers"
      id="onlookers"
      role="status"
      data-live-topic={`presence:${ticket.id}`}
      data-live-src={ticketPath(ticket, "/onlookers")}
    >
      {onlookers.map(({ personId, name, isWriting }) => (
        <span
          key={personId}
          class={isWriting ? "onlooker onlooker-writing" : "onlooker"}
          title={isWriting ? w.writes({ names: name }) : w.reads({ names: name })}
        >
          <Avatar name={name} size="xs" />
        </span>
      ))}
      {writing.length > 0 && <span class="onlookers-words">{w.writes({ names: writing.join(", ") })}</span>}
      {writing.length === 0 && reading.length > 0 && (
        <span class="onlookers-words">{w.reads({ names: reading.join(", ") })}</span>
      )}
    </span>
  );
};

const Steps = ({ screen }: { screen: TicketScreen }) => {
  const { ticket, offers } = screen;
  const w = deskWords[useUi().locale].ticket;
  const mayTake = offers.has("take") && ticket.assigneeIds.length === 0;
  return (
    <>
      {mayTake && (
        <form method="post" action={ticketPath(ticket, "/take")}>
          <Button kind="primary" size="sm" icon="hand" hotkey="t">
            {ticket.type.onlyAssigneesWrite ? w.accept : w.take}
          </Button>
        </form>
      )}
      {offers.has("resolve") && (
        <>
          <Button size="sm" icon="circle-check" opens="resolve" hotkey="e">
            {w.moves.resolve}
          </Button>
          <ResolveDialog screen={screen} />
        </>
      )}
      <MoreMenu screen={screen} />
    </>
  );
};

const ResolveDialog = ({ screen }: { screen: TicketScreen }) => {
  const { ticket, together, list } = screen;
  const { locale } = useUi();
  const w = deskWords[locale].ticket;
  const t = togetherWords[locale];
  const refused = refusedForm(screen, "resolve-form");
  const open = together.tasks.filter(({ doneAt }) => doneAt === null).length;
  return (
    <Dialog
      id="resolve"
      title={w.moves.resolve}
      back={refused && ticketHref(ticket.number, list)}
      actions={
        <Button kind="primary" form="resolve-form">
          {w.moves.resolve}
        </Button>
      }
    >
      <Form id="resolve-form" action={ticketPath(ticket, "/move")} {...refused}>
        <FormName id="resolve-form" />
        <input type="hidden" name="version" value={ticket.version} />
        <input type="hidden" name="verb" value="resolve" />
        {open > 0 && <Notice tone="warning">{t.tasks.open({ count: open })}</Notice>}
        <TextArea name="result" label={w.result} help={w.resultHelp} rows={3} value={ticket.result ?? ""} autofocus />
        {together.waiting.length > 0 && (
          <p class="small muted">{t.orders.resolveHint({ count: together.waiting.length })}</p>
        )}
      </Form>
    </Dialog>
  );
};

/** What happens between tickets, each in a dialog of its own. */
const meetings = [
  { name: "pass-on", verb: "passOn", icon: "arrow-right", hotkey: "l" },
  { name: "escalate", verb: "escalate", icon: "chevrons-up", hotkey: "w" },
  { name: "merge", verb: "merge", icon: "git-merge", hotkey: "m" },
  { name: "split", verb: "split", icon: "copy", hotkey: undefined },
] as const;

const MoreMenu = ({ screen: { ticket, offers, list } }: { screen: TicketScreen }) => {
  const { locale } = useUi();
  const w = deskWords[locale].ticket;
  const moves = menuMoves.filter((verb) => offers.has(verb));
  return (
    <Menu iconOnly size="sm" align="end" label={w.more} hotkey=".">
      {moves.map((verb) => (
        <MenuButton
          key={verb}
          action={ticketPath(ticket, "/move")}
          name="verb"
          value={verb}
          fields={{ version: String(ticket.version) }}
          icon={moveIcons[verb]}
          danger={verb === "cancel"}
        >
          {w.moves[verb]}
        </MenuButton>
      ))}
      {moves.length > 0 && <MenuSeparator />}
      {meetings
        .filter(({ verb }) => offers.has(verb))
        .map(({ name, verb, icon, hotkey }) => (
          <MenuLink key={name} href={dialogHref(ticket, { name, list })} icon={icon} hotkey={hotkey}>
            {togetherWords[locale].menu[verb]}
          </MenuLink>
        ))}
      <MenuSeparator />
      {offers.has("followUp") && (
        <MenuLink href={`/desk/tickets/new?follow=${ticket.number}`} icon="forward">
          {w.followUp}
        </MenuLink>
      )}
      <MenuLink href={`/desk/tickets/new?requester=${ticket.requesterId}`} icon="plus">
        {w.newForRequester}
      </MenuLink>
      <MenuLink href={ticketPath(ticket, "/drafts")} icon="pencil">
        {w.earlierDrafts}
      </MenuLink>
    </Menu>
  );
};
