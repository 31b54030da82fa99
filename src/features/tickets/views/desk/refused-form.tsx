import { useUi } from "../../../../ui/index.ts";
import { deskWords } from "../../words-desk.ts";
import type { Verb } from "../../rules/status.ts";
import type { TicketScreen } from "./ticket-screen.ts";

/** Says with the form which one it is, so that it comes back as it was sent when it is refused. */
export const FormName = ({ id }: { id: string }) => <input type="hidden" name="form" value={id} />;

/** What the form had when it was refused, as `Form` takes it; undefined when it was not this one. */
export const refusedForm = ({ refused }: TicketScreen, id: string) =>
  refused?.kind === "other" && refused.form === id
    ? { values: refused.state.values, errors: refused.state.errors }
    : undefined;

/** Which verb a form needs: without it, it is no longer on the page. */
const verbOf = (form: string): Verb | undefined => (form.startsWith("task") ? "changeTasks" : verbs[form]);
const verbs: Readonly<Record<string, Verb>> = {
  "resolve-form": "resolve",
  "fields-form": "change",
  "tag-form": "change",
  "link-form": "link",
  "requester-form": "changeRequester",
  "participant-form": "addParticipant",
};

/** Fields that nobody types. */
const untyped: ReadonlySet<string> = new Set([
  ...["once", "version", "verb", "list", "form", "back", "draft", "seen", "kind", "isDone", "keepAssignees", "sight"],
  ...["tags", "tagsBefore", "typeId", "priority", "visibility", "teamId", "assigneeIds", "assigneeId", "personId"],
]);

/** What was typed into a form that is no longer on the page, so that it can be taken from here. */
export const KeptWords = ({ screen: { refused, offers } }: { screen: TicketScreen }) => {
  const w = deskWords[useUi().locale].ticket;
  const verb = verbOf(refused?.form ?? "");
  if (!refused || (verb && offers.has(verb))) return null;
  const typed = Object.entries(refused.state.values).filter(
    ([name, value]) => value !== "" && !untyped.has(name) && !/^(\d+|on)$/.test(value),
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
