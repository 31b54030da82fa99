import type { ComponentChildren } from "preact";

/** On which answer a question hangs: asked while one of these values is chosen under the name. */
export interface AskedWhen {
  name: string;
  isAnyOf: readonly string[];
}

export interface AskedProps {
  when: AskedWhen;
  /** Whether it is asked as the form stands now. Without script it stays like that until the form comes back. */
  asked: boolean;
  children: ComponentChildren;
}

/**
 * Fields that are there only after certain answers. What is not asked is switched off, so it is neither sent nor read
 * out; with script it appears as soon as the answer is given (client/asked.ts). One may hang on a field in another.
 */
export const Asked = ({ when, asked, children }: AskedProps) => (
  <fieldset class="asked" data-asked-when={JSON.stringify(when)} hidden={!asked} disabled={!asked}>
    {children}
  </fieldset>
);
