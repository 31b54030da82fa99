import { useWords } from "../context.tsx";
import { Icon } from "../icon.tsx";
import type { IconName } from "../icon-names.ts";
import { Island } from "../island.tsx";

export interface RichTextProps {
  /** Of the textarea. */
  id: string;
  /** The plain text is sent under this name … */
  name: string;
  /** … and, once the script runs, the HTML under this one. The server has to clean it. */
  htmlName: string;
  label: string;
  text?: string | undefined;
  /** Wins over `text` where the script runs. */
  html?: string | undefined;
  placeholder?: string | undefined;
  rows?: number | undefined;
  /** Whom `@` offers. */
  mentions?: readonly { id: number; name: string }[] | undefined;
  /** The id of the error or help that stands beside it. */
  describedBy?: string | undefined;
  wrong?: boolean | undefined;
  /** Where what is typed is saved as a draft (client/draft.ts). */
  draftUrl?: string | undefined;
  /** Hidden fields that belong to these words: they stay with them when the page is refreshed, and change with them. */
  kept?: Readonly<Record<string, string>> | undefined;
}

const tools = [
  ["bold", "bold"],
  ["italic", "italic"],
  ["bullets", "list"],
  ["numbers", "list-ordered"],
  ["quote", "text-quote"],
  ["code", "code"],
  ["link", "link"],
] as const satisfies readonly (readonly [string, IconName])[];

/** A textarea that becomes an editor; without script it stays one. Frame and padding are the surrounding form's. */
export const RichText = (props: RichTextProps) => {
  const words = useWords();
  return (
    <Island
      name="rich-text"
      id={`${props.id}-rich`}
      props={{
        text: props.text ?? "",
        html: props.html ?? "",
        htmlName: props.htmlName,
        mentions: props.mentions ?? [],
        kept: props.kept ?? {},
        words: { link: words.richText.linkTo, people: words.richText.people, nobody: words.richText.nobody },
      }}
    >
      <div class="rich-tools script-only" role="toolbar" aria-label={words.richText.tools}>
        {tools.map(([tool, icon]) => (
          <button
            key={tool}
            type="button"
            class="btn btn-quiet btn-sm btn-square"
            data-rich-tool={tool}
            aria-pressed="false"
            title={words.richText[tool]}
          >
            <Icon name={icon} size={14} />
            <span class="sr-only">{words.richText[tool]}</span>
          </button>
        ))}
      </div>
      <label class="sr-only" for={props.id}>
        {props.label}
      </label>
      <textarea
        class="composer-text"
        id={props.id}
        name={props.name}
        rows={props.rows ?? 5}
        placeholder={props.placeholder}
        aria-invalid={props.wrong ? "true" : undefined}
        aria-describedby={props.describedBy}
        data-draft-url={props.draftUrl}
        data-presence-writing
      >
        {props.text ?? ""}
      </textarea>
      {Object.entries(props.kept ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} data-rich-kept />
      ))}
    </Island>
  );
};
