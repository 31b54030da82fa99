import { EmptyState, LinkButton, PageHeader, useUi } from "../../../../ui/index.ts";
import { deskWords } from "../../words-desk.ts";
import { draftWords } from "../../words-drafts.ts";
import { KeptWordsList, type KeptWords } from "../kept-words.tsx";
import { ticketHref } from "./ticket-screen.ts";

interface DraftsPageProps {
  ticket: { number: number; subject: string };
  drafts: readonly KeptWords[];
  /** Of the page with the drafts of all tickets. */
  path: string;
}

/** Everything that was typed in one ticket and sent, dropped or overtaken by another window, to be got back. */
export const DraftsPage = ({ ticket, drafts, path }: DraftsPageProps) => {
  const { locale } = useUi();
  const w = deskWords[locale].drafts;
  return (
    <>
      <PageHeader
        title={w.title}
        crumbs={[{ label: `#${ticket.number} ${ticket.subject}`, href: ticketHref(ticket.number, "") }]}
        actions={
          <LinkButton href={path} size="sm" kind="quiet" icon="pencil">
            {draftWords[locale].allDrafts({ count: 0 })}
          </LinkButton>
        }
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
      <KeptWordsList rows={drafts} path={path} />
    </>
  );
};
