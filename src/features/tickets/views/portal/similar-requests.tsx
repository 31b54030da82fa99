import { Icon, useUi } from "../../../../ui/index.ts";
import { portalWords } from "../../words-portal.ts";
import type { RequestRow } from "./request-status.tsx";
import { RequestLinks } from "./start-page.tsx";

interface SimilarRequestsProps {
  /** The reader's own open requests that are about the same, perhaps; the most similar first. */
  rows: readonly RequestRow[];
  /** The id of the field in which the subject is typed. */
  field: string;
  isOpen?: boolean;
}

/**
 * One line below the subject whose place is kept, so that nothing moves under the hands of whoever types; it opens into
 * the requests themselves. The client fills it again while the subject is typed.
 */
export const SimilarRequests = ({ rows, field, isOpen }: SimilarRequestsProps) => {
  const w = portalWords[useUi().locale].submit;
  const [first] = rows;
  return (
    <div
      id="similar"
      class="similar"
      role="status"
      data-suggest={field}
      data-suggest-src="/requests/similar"
      aria-label={w.similarTitle}
    >
      {first && (
        <details class="similar-found" open={isOpen}>
          <summary>
            <Icon name="messages-square" />
            <span class="similar-words">
              {w.similarAsked} <b>{first.ticket.subject}</b>
            </span>
            {rows.length > 1 && <span class="similar-more">{w.similarMore({ count: rows.length - 1 })}</span>}
            <Icon name="chevron-down" size={14} />
          </summary>
          <p class="text-muted text-sm">{w.similar}</p>
          <RequestLinks rows={rows} />
        </details>
      )}
    </div>
  );
};
