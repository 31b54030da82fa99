import { formatNumber } from "../../platform/i18n/index.ts";
import { LinkButton } from "../actions/button.tsx";
import { useUi, useWords } from "../context.tsx";

export interface PagerProps {
  /** Position of the first and last row shown, counted from 1, and of how many. */
  from: number;
  to: number;
  total: number;
  previousHref?: string | undefined;
  nextHref?: string | undefined;
}

export const Pager = ({ from, to, total, previousHref, nextHref }: PagerProps) => {
  const words = useWords();
  const { locale } = useUi();
  const [first, last, all] = [from, to, total].map((value) => formatNumber(value, locale));
  return (
    <nav class="pager" aria-label={words.pages}>
      <p class="muted small tabular">{words.range({ from: first ?? "", to: last ?? "", total: all ?? "" })}</p>
      <div class="row">
        {previousHref && (
          <LinkButton href={previousHref} icon="chevron-left" size="sm">
            {words.previous}
          </LinkButton>
        )}
        {nextHref && (
          <LinkButton href={nextHref} iconEnd="chevron-right" size="sm">
            {words.next}
          </LinkButton>
        )}
      </div>
    </nav>
  );
};
