import type { ComponentChildren } from "preact";
import { useWords } from "../context.tsx";
import { Icon } from "../icon.tsx";

export interface DialogProps {
  /** `<Button opens={id}>` opens it. */
  id: string;
  title: string;
  children: ComponentChildren;
  /** Buttons at the foot, the main one last. A submit button names its form by `form`. */
  actions?: ComponentChildren;
  width?: "md" | "lg" | undefined;
  /** Shown from the start, in the flow of the page: what a link to this dialog answers without script. */
  open?: boolean | undefined;
  /**
   * Shown from the start, because the address asks for it: modal with script, else at its place in the page. The page
   * without it, to which closing leads. A click beside it closes it not, so that nothing typed is lost by one.
   */
  back?: string | undefined;
}

/** The browser's own modal dialog: holds the focus, closes on Escape and on a click beside it. */
export const Dialog = ({ id, title, children, actions, width = "md", open, back }: DialogProps) => {
  const words = useWords();
  const cross = (
    <>
      <Icon name="x" />
      <span class="sr-only">{words.close}</span>
    </>
  );
  return (
    <dialog
      id={id}
      class={`dialog dialog-${width}`}
      aria-labelledby={`${id}-title`}
      closedby={back === undefined ? "any" : "closerequest"}
      open={open ?? back !== undefined}
      data-back={back}
    >
      <header class="dialog-head">
        <h2 id={`${id}-title`}>{title}</h2>
        {back === undefined ? (
          <form method="dialog">
            <button class="btn btn-quiet btn-sm btn-square" title={words.close}>
              {cross}
            </button>
          </form>
        ) : (
          <a class="btn btn-quiet btn-sm btn-square" href={back} title={words.close}>
            {cross}
          </a>
        )}
      </header>
      <div class="dialog-body">{children}</div>
      {actions && <footer class="dialog-foot">{actions}</footer>}
    </dialog>
  );
};
