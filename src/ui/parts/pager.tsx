import { formatNumber } from "../../platform/i18n/index.ts";
import { LinkButton } from "../actions/button.tsx";
import { useUi, useWords } from "../context.tsx";

export interface PagerProps {
  /**
   * What is shown: the position of the first and last row, counted from 1, and of how many; or a sentence, where only
   * the next and previous page are known.
   */
  shown: { from: number; to: number; total: number } | string;
  previousHref?: string | undefined;
  nextHref?: string | undefined;
  /** `[` and `]` turn the page. */
  hotkeys?: boolean | undefined;
}

/** Turns the pages of a list. */
export const Pager = ({ shown, previousHref, nextHref, hotkeys }: PagerProps) => {
  const words = useWords();
  return (
    <nav class="pager" aria-label={words.pages}>
      <p class="muted small tabular">{typeof shown === "string" ? shown : <Range {...shown} />}</p>
      <div class="row">
        {previousHref && (
          <LinkButton href={previousHref} icon="chevron-left" size="sm" hotkey={hotkeys ? "[" : undefined}>
            {words.previous}
          </LinkButton>
        )}
        {nextHref && (
          <LinkButton href={nextHref} iconEnd="chevron-right" size="sm" hotkey={hotkeys ? "]" : undefined}>
            {words.next}
          </LinkButton>
        )}
      </div>
    </nav>
  );
};

const Range = ({ from, to, total }: { from: number; to: number; total: number }) => {
  const words = useWords();
  const { locale } = useUi();
  const said = (value: number): string => formatNumber(value, locale);
  return <>{words.range({ from: said(from), to: said(to), total: said(total) })}</>;
};

export interface OffsetPagerProps {
  /** Position of the first row, counted from 0. */
  offset: number;
  /** Rows on a full page, and on this one. */
  size: number;
  shown: number;
  total: number;
  /** The address of the page that begins there. */
  hrefOf(offset: number): string;
}

/** The pager of a list whose address counts rows. Nothing, where there is nothing. */
export const OffsetPager = ({ offset, size, shown, total, hrefOf }: OffsetPagerProps) =>
  total === 0 ? null : (
    <Pager
      shown={{ from: Math.min(offset + 1, total), to: offset + shown, total }}
      previousHref={offset > 0 ? hrefOf(Math.max(0, offset - size)) : undefined}
      nextHref={offset + shown < total ? hrefOf(offset + size) : undefined}
    />
  );
