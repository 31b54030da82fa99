import type { ComponentChildren } from "preact";
import { formatDate } from "../../../../platform/i18n/index.ts";
import { LinkButton, Notice, PlainText, useUi, type Tone, type Ui } from "../../../../ui/index.ts";
import { approvalWords } from "../../words-approval.ts";
import { lacksFeedback } from "../../rules/status.ts";
import { isOrderOver } from "../../rules/technical.ts";
import { portalWords } from "../../words-portal.ts";
import { togetherWords } from "../../words-together.ts";
import { statusLook } from "../tags.tsx";
import { pendingIn } from "./proposals.tsx";
import { requestPath } from "./request-status.tsx";
import type { RequestView } from "./request-view.ts";

/** At the top of a request: where it stands, who has to do something, and what will happen next. */
export const RequestState = ({ view }: { view: RequestView }) => {
  const ui = useUi();
  if (view.ticket.mergedInto !== null) return <MergedState view={view} />;
  const look = statusLook(view.ticket.statusName.status, "customer");
  return (
    <Notice
      tone={toneOf(view, look.tone)}
      icon={look.icon}
      title={titleOf(view, ui)}
      actions={shortcutsOf(view, portalWords[ui.locale].request)}
    >
      <p>{sentences(view, ui).join(" ")}</p>
    </Notice>
  );
};

/** It goes on elsewhere; who may not see where learns at least that it is over here. */
const MergedState = ({ view: { into, ticket } }: { view: RequestView }) => {
  const { locale } = useUi();
  const w = togetherWords[locale].portal;
  return (
    <Notice
      icon="git-merge"
      title={into ? w.mergedTitle(into) : ticket.statusName[locale]}
      actions={
        into && (
          <LinkButton href={requestPath(into.number)} kind="primary" icon="arrow-right">
            {w.mergedOpen(into)}
          </LinkButton>
        )
      }
    >
      <p>{into ? w.merged : w.mergedApart}</p>
    </Notice>
  );
};

/** What is asked of the reader stands far below; these lead there. */
const shortcutsOf = (view: RequestView, w: (typeof portalWords)["en"]["request"]): ComponentChildren => {
  const { ticket, offers } = view;
  const canAnswer = offers.has("answer");
  // The question itself stands right below.
  if (ticket.status === "waiting" && pendingIn(view)) return undefined;
  if (ticket.status === "waiting" && canAnswer)
    return (
      <LinkButton href="#answer" icon="reply" kind="primary">
        {w.answer.heading}
      </LinkButton>
    );
  if (ticket.status !== "resolved" || !canAnswer) return undefined;
  return (
    <>
      {offers.has("rate") && (
        <LinkButton href="#rate" icon="star" size="sm">
          {w.rate.shortcut}
        </LinkButton>
      )}
      <LinkButton href="#answer" icon="reply" size="sm">
        {w.answer.notSolved}
      </LinkButton>
    </>
  );
};

/** The solution, where nobody has to look for it. */
export const Solution = ({ result }: { result: string }) => {
  const w = portalWords[useUi().locale].request;
  return (
    <section aria-labelledby="solution" class="border-success-line rounded border p-4">
      <h2 id="solution" class="mb-1">
        {w.result}
      </h2>
      <PlainText>{result}</PlainText>
    </section>
  );
};

const toneOf = ({ isWriter }: RequestView, tone: Tone): Tone => (tone === "warning" && !isWriter ? "neutral" : tone);

const titleOf = (view: RequestView, { locale }: Ui): string => {
  const { ticket, isWriter, requesterName } = view;
  const w = portalWords[locale];
  const status = ticket.statusName[locale];
  if (ticket.status === "waiting" && pendingIn(view)) return approvalWords[locale].portal.waits;
  if (ticket.status === "waiting") return isWriter ? status : w.waitingForOther;
  // A finished status says by itself that nobody has to do anything.
  if (ticket.turn === "nobody") return status;
  const turn =
    ticket.turn === "us" || isWriter ? w.request.turn[ticket.turn] : w.request.turnOther({ name: requesterName });
  return `${status} · ${turn}`;
};

const sentences = (view: RequestView, ui: Ui): string[] => {
  const { ticket, isWriter } = view;
  const w = portalWords[ui.locale].request.now;
  switch (ticket.status) {
    case "draft":
      return [w.draft];
    case "open":
    case "assigned":
    case "in_progress":
      return [workingSentence(view, ui)];
    case "waiting":
      return [
        proposalSentence(view, ui) ?? (isWriter ? w.waiting : w.waitingForOther({ name: view.requesterName })),
        ...closingSentences(view, ui),
      ];
    case "on_hold":
      return [orderSentence(view, ui) ?? w.onHold];
    case "resolved":
      return [isWriter ? w.resolved : w.resolvedOther, ...askedSentences(view, ui), ...closingSentences(view, ui)];
    case "closed":
    case "cancelled":
      return overSentences(view, ui);
  }
};

/** What the reader can say, and has to before it is finished. */
const askedSentences = ({ offers, ticket }: RequestView, { locale }: Ui): string[] => {
  const w = portalWords[locale].request.now;
  return [
    ...(offers.has("confirm") ? [w.confirm] : []),
    ...(offers.has("rate") && lacksFeedback(ticket) ? [w.feedback] : []),
  ];
};

/** On which day it closes by itself, if it does. */
const closingSentences = ({ ticket }: RequestView, ui: Ui): string[] =>
  ticket.closesAt ? [portalWords[ui.locale].request.now.closesAt({ date: formatDate(ticket.closesAt, ui) })] : [];

/** Which order it waits for. */
const orderSentence = ({ orders }: RequestView, { locale }: Ui): string | undefined => {
  const order = orders.find((each) => !isOrderOver(each));
  const w = togetherWords[locale].portal;
  if (!order) return undefined;
  const { number, plannedVersion: version } = order;
  return version === null ? w.onOrder({ number }) : w.onOrderPlanned({ number, version });
};

const workingSentence = ({ ticket, isWriter }: RequestView, { locale }: Ui): string => {
  const w = portalWords[locale].request.now;
  if (ticket.statusName.status === "in_progress") return w.inProgress;
  if (ticket.lastMessageBy === "agent" && isWriter) return w.answered;
  if (ticket.statusName.status === "assigned") return w.assigned;
  return ticket.firstAnsweredAt === null ? w.received : w.working;
};

const overSentences = ({ ticket, reopenableUntil, offers }: RequestView, ui: Ui): string[] => {
  const w = portalWords[ui.locale].request.now;
  if (ticket.status === "closed" && reopenableUntil && offers.has("answer"))
    return [w.closedUntil({ date: formatDate(reopenableUntil, ui) })];
  return [ticket.status === "closed" ? w.closed : w.cancelled, ...(offers.has("followUp") ? [w.followUp] : [])];
};

/** Whom the proposed solution waits for. */
const proposalSentence = (view: RequestView, { locale }: Ui): string | undefined => {
  const pending = pendingIn(view);
  if (!pending) return undefined;
  const open = pending.approvers.filter(
    ({ personId }) => !pending.decisions.some((each) => each.personId === personId),
  );
  const w = approvalWords[locale].portal;
  return open.some(({ personId }) => personId === view.readerId)
    ? w.waitsForYou
    : w.waitsFor({ names: open.map(({ name }) => name).join(", ") });
};
