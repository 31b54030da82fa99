import { Notice, PageHeader, Tag, Time, useUi } from "../../../../ui/index.ts";
import { portalWords } from "../../words-portal.ts";
import { Accesses } from "./accesses.tsx";
import { AnswerForm } from "./answer-form.tsx";
import { ConfirmForm } from "./confirm-form.tsx";
import { Conversation } from "./conversation.tsx";
import { DraftSteps } from "./draft-steps.tsx";
import { NextSteps } from "./next-steps.tsx";
import { Participants } from "./participants.tsx";
import { EarlierProposals, PendingProposal } from "./proposals.tsx";
import { RatingForm } from "./rating-form.tsx";
import { Refused } from "./refused.tsx";
import { RequestAnswers, RequestFacts, RequestFiles } from "./request-facts.tsx";
import { RequestState, Solution } from "./request-state.tsx";
import type { RequestView } from "./request-view.ts";

/** One request: where it stands, the exchange of letters, the place to answer; facts beside it. */
export const RequestPage = ({ view }: { view: RequestView }) => {
  const { ticket, offers } = view;
  return (
    <>
      <Head view={view} />
      <div class="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div class="flex min-w-0 flex-col gap-8">
          <Refused view={view} />
          {view.submitted && <JustSubmitted view={view} email={view.submitted.email} />}
          {!view.submitted && <RequestState view={view} />}
          <PendingProposal view={view} />
          {ticket.result && <Solution result={ticket.result} />}
          {ticket.rating !== null && <Rated rating={ticket.rating} />}
          <Conversation
            number={ticket.number}
            entries={view.entries}
            history={view.history}
            readerId={view.readerId}
            readAt={view.readAt}
            pictures={view.pictures}
          />
          <EarlierProposals view={view} />
          <div class="no-print flex flex-col gap-8 empty:hidden">
            {ticket.status === "draft" && <DraftSteps view={view} />}
            {offers.has("confirm") && <ConfirmForm view={view} />}
            {offers.has("rate") && <RatingForm view={view} />}
            <AnswerForm view={view} />
            <NextSteps view={view} />
          </div>
        </div>
        <aside class="flex min-w-0 flex-col" aria-label={portalWords[useUi().locale].request.facts}>
          <RequestFacts view={view} />
          <RequestAnswers view={view} />
          <Participants view={view} />
          <Accesses view={view} />
          <RequestFiles view={view} />
        </aside>
      </div>
    </>
  );
};

const Head = ({ view: { ticket, readerId, requesterName } }: { view: RequestView }) => {
  const { locale } = useUi();
  const w = portalWords[locale];
  const isOwn = ticket.requesterId === readerId;
  return (
    <PageHeader title={ticket.subject} crumbs={[{ label: w.list.title, href: "/requests" }]}>
      <p>
        <span class="tabular">#{ticket.number}</span> · {ticket.type.names[locale]} ·{" "}
        {isOwn ? w.request.byYou : w.request.by({ name: requesterName })}{" "}
        <Time at={ticket.submittedAt ?? ticket.openedAt} />
      </p>
    </PageHeader>
  );
};

const JustSubmitted = ({ view: { ticket }, email }: { view: RequestView; email: string | null }) => {
  const w = portalWords[useUi().locale].submit;
  return (
    <Notice tone="success" title={w.submittedTitle({ number: ticket.number })}>
      <p>{email === null ? w.submittedNoMail : w.submittedNext({ email })}</p>
    </Notice>
  );
};

const Rated = ({ rating }: { rating: number }) => (
  <p>
    <Tag tone="warning" icon="star">
      {portalWords[useUi().locale].request.rate.given({ rating })}
    </Tag>
  </p>
);
