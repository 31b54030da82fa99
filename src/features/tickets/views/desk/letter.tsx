import type { ComponentChildren } from "preact";
import { formatMoment } from "../../../../platform/i18n/index.ts";
import {
  Button,
  Icon,
  Menu,
  MenuLink,
  Message as MessageView,
  useUi,
  type MessageProps,
} from "../../../../ui/index.ts";
import type { Delivery } from "../../../outgoing-mail/index.ts";
import type { Attachment, Message } from "../../rules/sight.ts";
import type { Ticket } from "../../rules/ticket.ts";
import { words } from "../../words.ts";
import { deskWords } from "../../words-desk.ts";
import { togetherWords } from "../../words-together.ts";
import { attachmentFact } from "../attachment-facts.ts";
import { looseFiles, MessageWords, type LetterPictures } from "../message-words.tsx";
import type { LetterEntry } from "../blocks.ts";
import { channelIcons } from "../tags.tsx";
import { organisationName, type Around } from "./around.ts";
import { Deliveries, isTrouble } from "./deliveries.tsx";
import { changeTexts } from "./history.tsx";
import { dialogHref } from "./dialog-href.ts";
import { ticketPath } from "./ticket-screen.ts";

interface LetterProps {
  ticket: Ticket;
  entry: LetterEntry;
  around: Around;
  viewerId: number;
  picturesOf(messageId: number, anchor: string): LetterPictures;
  deliveries: readonly Delivery[];
  isFresh: boolean;
  maySplit: boolean;
  /** Gets the anchor that lists lead to. */
  isLast: boolean;
}

/** One message as the desk sees it: who wrote it, how it came, whom it reached. */
export const Letter = (props: LetterProps) => {
  const { ticket, entry, around } = props;
  const { message } = entry;
  const { locale } = useUi();
  const w = deskWords[locale].conversation;
  const footer = useFooter(props);
  const isOurs = message.side === "agent";
  const anchor = props.isLast ? "latest" : `m${message.id}`;
  return (
    <MessageView
      id={anchor}
      kind={message.isInternal ? "note" : "public"}
      label={
        message.kind === "update"
          ? { icon: "sticky-note", text: message.isInternal ? w.internalUpdate : w.update }
          : undefined
      }
      mark={markOf(entry, togetherWords[locale])}
      ours={isOurs}
      fresh={props.isFresh}
      author={{
        name: message.authorName || deskWords[locale].somebody,
        // Whoever wrote in a ticket that was merged may be of another one.
        about: isOurs || entry.from !== undefined ? undefined : organisationName(around, ticket.organisationId),
      }}
      at={message.at}
      channel={{ icon: channelIcons[message.channel], label: words[locale].channels[message.channel] }}
      quoted={message.quoted || undefined}
      attachments={looseFiles(message).map((file) => attachmentFact(file, { href: fileHref(ticket, file), locale }))}
      actions={<LetterMenu ticket={ticket} entry={entry} maySplit={props.maySplit} />}
      footer={footer}
    >
      <MessageWords
        message={message}
        hrefOf={(file) => fileHref(ticket, file)}
        pictures={props.picturesOf(message.id, anchor)}
      />
    </MessageView>
  );
};

/** Where it was said, or where it goes on, if that is not here. */
const markOf = ({ from, wentTo, message }: LetterEntry, w: (typeof togetherWords)["en"]): MessageProps["mark"] => {
  if (from !== undefined)
    return {
      icon: "git-merge",
      text: w.fromTicket({ number: from }),
      href: `${ticketPath({ number: from })}#m${message.id}`,
    };
  if (wentTo === undefined) return undefined;
  return { icon: "forward", text: w.wentTo({ number: wentTo }), href: ticketPath({ number: wentTo }) };
};

interface LetterMenuProps {
  ticket: Ticket;
  entry: LetterEntry;
  maySplit: boolean;
}

const LetterMenu = ({ ticket, entry: { message, from }, maySplit }: LetterMenuProps) => {
  const { locale } = useUi();
  const w = deskWords[locale].conversation;
  return (
    <Menu kind="quiet" size="sm" iconOnly align="end" label={w.letterMenu({ name: message.authorName })}>
      <MenuLink href={`${ticketPath(ticket)}?quote=${message.id}#composer`} icon="reply">
        {w.quote}
      </MenuLink>
      <MenuLink href={`${ticketPath(ticket)}#m${message.id}`} icon="link">
        {w.linkTo}
      </MenuLink>
      {maySplit && from === undefined && message.kind === "public" && (
        <MenuLink href={dialogHref(ticket, { name: "split", list: "", messageId: String(message.id) })} icon="copy">
          {togetherWords[locale].menu.split}
        </MenuLink>
      )}
    </Menu>
  );
};

/** What stands below the words; nothing where there is nothing to say. */
const useFooter = ({ ticket, entry, around, deliveries, viewerId }: LetterProps): ComponentChildren => {
  const ui = useUi();
  const { message } = entry;
  const changes = changeTexts(entry.changes, { around, locale: ui.locale, type: ticket.type });
  const heldUntil = message.heldUntil !== null && message.heldUntil > ui.now ? message.heldUntil : undefined;
  // Mails that tell colleagues of a customer's words are no news; those that did not arrive are.
  const told = message.side === "agent" ? deliveries : deliveries.filter(isTrouble);
  if (!heldUntil && changes.length === 0 && told.length === 0) return undefined;
  return (
    <>
      {heldUntil ? (
        <Held ticket={ticket} message={message} heldUntil={heldUntil} isMine={message.authorId === viewerId} />
      ) : (
        <Deliveries items={told} ticket={ticket} />
      )}
      {changes.length > 0 && (
        <span class="inline-flex items-center gap-1">
          <Icon name="pencil" size={14} />
          {changes.join("; ")}
        </span>
      )}
    </>
  );
};

interface HeldProps {
  ticket: Ticket;
  message: Message;
  heldUntil: Date;
  isMine: boolean;
}

const Held = ({ ticket, message, heldUntil, isMine }: HeldProps) => {
  const ui = useUi();
  const w = deskWords[ui.locale].conversation;
  const held = w.held({ at: formatMoment(heldUntil, ui) });
  if (!isMine)
    return (
      <span>
        <Icon name="clock" size={14} /> {held}
      </span>
    );
  return (
    <form
      class="flex flex-wrap items-center gap-2"
      method="post"
      action={ticketPath(ticket, `/messages/${message.id}/take-back`)}
    >
      <Icon name="clock" size={14} />
      <span>{held}</span>
      <Button size="sm" icon="undo-2">
        {w.takeBack}
      </Button>
    </form>
  );
};

const fileHref = (ticket: Ticket, file: Attachment): string =>
  ticketPath(ticket, `/files/${file.id}/${encodeURIComponent(file.name)}`);
