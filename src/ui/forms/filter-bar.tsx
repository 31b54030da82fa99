import type { ComponentChildren } from "preact";
import { Button } from "../actions/button.tsx";
import { useWords } from "../context.tsx";
import { cx } from "../cx.ts";
import { Icon } from "../icon.tsx";
import { Badge } from "../parts/tag.tsx";
import { FormContext } from "./form-context.ts";

export interface ActiveFilter {
  /** E.g. "Status: Open". */
  label: string;
  /** The same list without this filter. */
  removeHref: string;
}

export interface FilterBarProps {
  id: string;
  action: string;
  /** The fields, e.g. `Select` with `mark={false}` and `submits`. */
  children: ComponentChildren;
  active?: readonly ActiveFilter[] | undefined;
  /** The list without any filter. */
  clearHref?: string | undefined;
  /** On a phone the fields wait behind one button. */
  folds?: boolean | undefined;
  /** Parameters that are not fields here and must stay, e.g. the sort order. */
  keep?: Readonly<Record<string, string>> | undefined;
}

/** Filters as a form by GET: every combination is an address that can be shared. */
export const FilterBar = ({ id, action, children, active = [], clearHref, folds, keep = {} }: FilterBarProps) => {
  const words = useWords();
  return (
    <FormContext.Provider value={{ id, errors: {}, values: {} }}>
      <form
        class={cx("filter-bar", folds && "filter-folds")}
        id={id}
        action={action}
        method="get"
        aria-label={words.filter}
      >
        {Object.entries(keep).map(([key, kept]) => (
          <input key={key} type="hidden" name={key} value={kept} />
        ))}
        {folds && (
          <label class="btn btn-secondary btn-sm filter-fold">
            <input type="checkbox" class="sr-only" id={`${id}-fold`} />
            <Icon name="list-filter" size={14} />
            {words.filter}
            {active.length > 0 && <Badge>{active.length}</Badge>}
            <Icon name="chevron-down" size={14} class="filter-fold-arrow" />
          </label>
        )}
        <div class="filter-fields">
          {children}
          <Button size="sm" icon="list-filter" class="filter-apply">
            {words.applyFilters}
          </Button>
        </div>
        {active.length > 0 && (
          <ul class="filter-active">
            {active.map((filter) => (
              <li key={filter.removeHref}>
                <a class="filter-chip" href={filter.removeHref} aria-label={words.removeFilter(filter.label)}>
                  {filter.label}
                  <Icon name="x" size={14} />
                </a>
              </li>
            ))}
            {clearHref && (
              <li>
                <a class="text-link small" href={clearHref}>
                  {words.clearFilters}
                </a>
              </li>
            )}
          </ul>
        )}
      </form>
    </FormContext.Provider>
  );
};
