import { formatBytes } from "../../../../platform/i18n/index.ts";
import { Composer, Notice, useUi } from "../../../../ui/index.ts";
import { fileLimits } from "../../file-limits.ts";
import { portalWords } from "../../words-portal.ts";
import { KeptFiles } from "./kept-files.tsx";
import { requestPath } from "./request-status.tsx";
import type { RequestView } from "./request-view.ts";

/** The writing place: an answer, one that reopens, or the follow-up of a request that is over for good. */
export const AnswerForm = ({ view }: { view: RequestView }) => {
  const w = portalWords[useUi().locale].request;
  const isFollowUp = !view.offers.has("answer") && view.offers.has("followUp");
  if (!view.offers.has("answer") && !isFollowUp)
    return view.isWriter || view.into ? null : <p class="text-muted">{w.answer.readOnly}</p>;
  return (
    <section id="answer" aria-labelledby="answer-title" class="flex flex-col gap-3">
      <h2 id="answer-title">{isFollowUp ? w.followUp.heading : w.answer.heading}</h2>
      {isFollowUp && <p class="text-muted">{w.followUp.lead}</p>}
      <Writing view={view} isFollowUp={isFollowUp} />
    </section>
  );
};

const formId = "answer-form";

const Writing = ({ view, isFollowUp }: { view: RequestView; isFollowUp: boolean }) => {
  const { locale } = useUi();
  const w = portalWords[locale].request;
  const { ticket, history, participants } = view;
  const reopens = ticket.status === "resolved" || ticket.status === "closed";
  const refused = view.refused?.form === "answer" ? view.refused.state : undefined;
  return (
    <>
      <KeptFiles files={view.keptFiles} form={formId} />
      <Composer
        id={formId}
        action={`${requestPath(ticket.number)}/${isFollowUp ? "follow-up" : "answer"}`}
        reply={{
          to: [history.deskName],
          copies: participants.filter(({ id }) => id !== view.readerId).map(({ name }) => name),
          sendLabel: isFollowUp ? w.followUp.button : reopens ? w.answer.sendReopens : w.answer.send,
          placeholder: w.answer.placeholder,
        }}
        body={view.draft.text}
        draftUrl={view.draftUrl}
        files
        filesKept
        fileLimits={fileLimits}
        warning={<Warning problem={refused?.problem} reopens={reopens && !isFollowUp} />}
        {...(refused && { errors: refused.errors, values: refused.values })}
      >
        <input type="hidden" name="once" value={view.once} />
        <input type="hidden" name="draft" value={view.draft.version} data-with-words />
      </Composer>
      <p class="text-muted text-sm">
        {portalWords[locale].submit.filesHelp({ most: formatBytes(view.files.most, locale), count: view.files.count })}
      </p>
    </>
  );
};

const Warning = ({ problem, reopens }: { problem: string | undefined; reopens: boolean }) => {
  const w = portalWords[useUi().locale].request;
  if (problem) return <Notice tone="danger">{problem}</Notice>;
  return reopens ? <p class="text-muted px-2 text-sm">{w.answer.reopens}</p> : null;
};
