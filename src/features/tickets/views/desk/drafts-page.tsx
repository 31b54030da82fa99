import { Button, EmptyState, LinkButton, PageHeader, PlainText, Time, useUi } from "../../../../ui/index.ts";
import type { MessageKind } from "../../rules/ticket.ts";
import { deskWords } from "../../words-desk.ts";
import { ticketHref, ticketPath } from "./ticket-screen.ts";

/** Words that the reader typed in a ticket and that are no longer in the composer. */
export interface EarlierDraft {
  id: number;
  kind: MessageKind;
  text: string;
  savedAt: Date;
}

interface DraftsPageProps {
  ticket: { number: number; subject: string };
  drafts: readonly EarlierDraft[];
}

/** Everything that was typed and sent, dropped or overtaken by another window, to be got back. */
export const DraftsPage = ({ ticket, drafts }: DraftsPageProps) => {
  const w = deskWords[useUi().locale].drafts;
  return (
    <>
      <PageHeader
        title={w.title}
        crumbs={[{ label: `#${ticket.number} ${ticket.subject}`, href: ticketHref(ticket.number, "") }]}
      >
        {w.lead}
      </PageHeader>
      {drafts.length === 0 && (
        <EmptyState
          icon="pencil"
          title={w.none}
          action={<LinkButton href={ticketHref(ticket.number, "")}>{w.back}</LinkButton>}
        />
      )}
      <ul class="earlier-drafts">
        {drafts.map((draft) => (
          <li key={draft.id}>
            <p class="small muted">
              {w.kinds[draft.kind]} · <Time at={draft.savedAt} look="datetime" />
            </p>
            <PlainText>{draft.text}</PlainText>
            <form method="post" action={ticketPath(ticket, "/drafts/restore")}>
              <input type="hidden" name="draftId" value={draft.id} />
              <input type="hidden" name="kind" value={draft.kind} />
              <Button size="sm" icon="undo-2">
                {w.restore}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </>
  );
};
