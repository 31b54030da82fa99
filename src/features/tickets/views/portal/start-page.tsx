import type { ComponentChildren } from "preact";
import { ActionCard, ActionCards, EmptyState, Icon, LinkButton, SearchBox, Time, useUi } from "../../../../ui/index.ts";
import { portalWords } from "../../words-portal.ts";
import { statusLook } from "../tags.tsx";
import { requestPath, waitsForReader, type RequestRow } from "./request-status.tsx";

export interface StartView {
  deskName: string;
  mailAddress: string;
}

/** The band above: who we are, and the one thing most people come for. */
export const StartHero = ({ deskName, canSearch }: { deskName: string; canSearch: boolean }) => {
  const w = portalWords[useUi().locale].start;
  return (
    <div class="flex flex-col items-start gap-6">
      <div class="flex flex-col gap-1">
        <p class="text-accent-ink font-medium wrap-anywhere">{deskName}</p>
        <h1>{w.question}</h1>
        {!canSearch && <p class="text-muted max-w-[60ch]">{w.visitorLead}</p>}
      </div>
      <div class="flex w-full max-w-[44rem] flex-col gap-3 sm:flex-row sm:items-center">
        <LinkButton href="/requests/new" kind="primary" icon="plus" class="shrink-0 whitespace-nowrap">
          {w.submit}
        </LinkButton>
        {canSearch && <SearchBox action="/requests" label={w.search} keep={{ status: "all" }} />}
      </div>
    </div>
  );
};

/** For somebody who is signed in: what waits for him first, then what waits for us. */
export const OwnStart = ({ rows, more }: { rows: readonly RequestRow[]; more: boolean }) => {
  const w = portalWords[useUi().locale].start;
  const mine = rows.filter(waitsForReader);
  const ours = rows.filter((row) => !waitsForReader(row));
  if (rows.length === 0)
    return (
      <EmptyState
        icon="message-circle"
        title={w.noneTitle}
        action={<LinkButton href="/requests?status=all">{w.allRequests}</LinkButton>}
      >
        {w.none}
      </EmptyState>
    );
  return (
    <div class="flex flex-col gap-10">
      {mine.length > 0 && (
        <Section id="your-turn" title={w.yourTurn}>
          <RequestLinks rows={mine} />
        </Section>
      )}
      {ours.length > 0 && (
        <Section id="open" title={w.open}>
          <RequestLinks rows={ours} />
        </Section>
      )}
      <p>
        <a class="text-link" href={more ? "/requests" : "/requests?status=all"}>
          {w.allRequests}
        </a>
      </p>
    </div>
  );
};

const Section = ({ id, title, children }: { id: string; title: string; children: ComponentChildren }) => (
  <section aria-labelledby={id} class="flex flex-col gap-3">
    <h2 id={id}>{title}</h2>
    {children}
  </section>
);

/** Requests as large targets, each with what happens next in words. */
export const RequestLinks = ({ rows }: { rows: readonly RequestRow[] }) => (
  <ul class="border-line divide-line divide-y rounded border">
    {rows.map((row) => (
      <RequestLink key={row.ticket.number} row={row} />
    ))}
  </ul>
);

const RequestLink = ({ row }: { row: RequestRow }) => {
  const { ticket, isFresh } = row;
  const w = portalWords[useUi().locale];
  const look = statusLook(ticket.statusName.status, "customer");
  return (
    <li>
      <a
        class="hover:bg-sunken flex flex-wrap items-center gap-x-6 gap-y-1 px-4 py-3"
        href={requestPath(ticket.number)}
      >
        <span class="min-w-0 flex-1 basis-64">
          <span class="block font-medium wrap-anywhere">{ticket.subject}</span>
          <span class="text-muted tabular block text-sm">
            #{ticket.number} · <Time at={ticket.lastActivityAt} />
            {isFresh && <span class="text-accent-ink font-medium"> · {w.list.newAnswer}</span>}
          </span>
        </span>
        <span class={`tone-${look.tone} flex items-center gap-2 text-sm text-(--tone-ink)`}>
          <Icon name={look.icon} />
          <span class={waitsForReader(row) ? "font-medium" : "text-ink"}>{w.next[ticket.statusName.status]}</span>
        </span>
        <Icon name="chevron-right" class="text-muted max-sm:hidden" />
      </a>
    </li>
  );
};

/** For somebody who is not signed in: the ways to reach us. */
export const VisitorStart = ({ mailAddress }: { mailAddress: string }) => {
  const w = portalWords[useUi().locale].start;
  return (
    <ActionCards>
      <ActionCard href="/sign-in" icon="log-in" title={w.signIn}>
        {w.signInAbout}
      </ActionCard>
      <ActionCard href="/register" icon="user-plus" title={w.register}>
        {w.registerAbout}
      </ActionCard>
      <ActionCard href={`mailto:${mailAddress}`} icon="mail" title={w.mail}>
        {w.mailAbout({ address: mailAddress })}
      </ActionCard>
    </ActionCards>
  );
};

/** For somebody who works here: the way to the desk, where others ask. */
export const AgentHero = ({ deskName }: { deskName: string }) => {
  const w = portalWords[useUi().locale].start;
  return (
    <div class="flex flex-col items-start gap-6">
      <div class="flex flex-col gap-1">
        <p class="text-accent-ink font-medium wrap-anywhere">{deskName}</p>
        <h1>{w.agentTitle}</h1>
        <p class="text-muted max-w-[60ch]">{w.toDeskAbout}</p>
      </div>
      <LinkButton href="/desk" kind="primary" icon="inbox">
        {w.toDesk}
      </LinkButton>
    </div>
  );
};

export const AgentStart = () => {
  const w = portalWords[useUi().locale].start;
  return (
    <ActionCards>
      <ActionCard href="/desk/tickets/new" icon="phone" title={w.forCustomer}>
        {w.forCustomerAbout}
      </ActionCard>
    </ActionCards>
  );
};
