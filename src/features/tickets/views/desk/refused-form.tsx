import { useUi } from "../../../../ui/index.ts";
import { deskWords } from "../../words-desk.ts";
import type { Refused, TicketScreen } from "./ticket-screen.ts";

/** Says with the form which one it is, so that it comes back as it was sent when it is refused. */
export const FormName = ({ id }: { id: string }) => <input type="hidden" name="form" value={id} />;

/** What the form had when it was refused, as `Form` takes it; undefined when it was not this one. */
export const refusedForm = ({ refused }: TicketScreen, id: string) =>
  refused?.kind === "other" && refused.form === id
    ? { values: refused.state.values, errors: refused.state.errors }
    : undefined;

/** Fields that nobody types. */
const untyped: ReadonlySet<string> = new Set([
  ...["once", "version", "verb", "list", "form", "back", "draft", "seen", "kind", "isDone", "keepAssignees", "sight"],
  ...["tags", "tagsBefore", "typeId", "priority", "visibility", "teamId", "assigneeIds", "assigneeId", "personId"],
]);

/** What was typed into a form that is no longer on the page, so that it can be taken from here. */
export const KeptWords = ({ refused }: { refused: Refused }) => {
  const w = deskWords[useUi().locale].ticket;
  const typed = Object.entries(refused.state.values).filter(
    ([name, value]) => !untyped.has(name) && !/^(\d+|on)$/.test(value),
  );
  if (typed.length === 0) return null;
  return (
    <>
      <p>{w.keptWords}</p>
      {typed.map(([name, value]) => (
        <blockquote key={name} class="kept-words">
          {value}
        </blockquote>
      ))}
    </>
  );
};
