import { Button } from "../actions/button.tsx";
import { useWords } from "../context.tsx";
import { cx } from "../cx.ts";
import { Icon } from "../icon.tsx";
import { Kbd } from "../parts/kbd.tsx";

export interface SearchBoxProps {
  action: string;
  /** `q` unless said otherwise. */
  name?: string | undefined;
  value?: string | undefined;
  /** What is searched, e.g. "Search tickets, people, organisations". Also the placeholder. */
  label: string;
  /** `lg` for a start page, with a button beside it. */
  size?: "md" | "lg" | undefined;
  /** Key that jumps into it; shown inside. */
  hotkey?: string | undefined;
  id?: string | undefined;
  /** Further fields to keep, e.g. the filters in use. */
  keep?: Readonly<Record<string, string>> | undefined;
}

export const SearchBox = ({ action, name = "q", value, label, size = "md", hotkey, id, keep }: SearchBoxProps) => {
  const words = useWords();
  return (
    <form
      class={cx("search", size === "lg" && "search-lg")}
      action={action}
      method="get"
      role="search"
      aria-label={label}
    >
      {Object.entries(keep ?? {}).map(([key, kept]) => (
        <input key={key} type="hidden" name={key} value={kept} />
      ))}
      <span class="input-icon">
        <Icon name="search" size={size === "lg" ? 20 : 16} />
        <input
          id={id}
          class="input"
          type="search"
          name={name}
          value={value}
          placeholder={label}
          aria-label={label}
          autocomplete="off"
          data-hotkey={hotkey}
          enterkeyhint="search"
        />
        {hotkey && <Kbd keys={hotkey} />}
      </span>
      {size === "lg" && <Button kind="primary">{words.searchSubmit}</Button>}
    </form>
  );
};
