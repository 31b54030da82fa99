import { Button, DescriptionList, Form, Icon, Panel, useUi, type Fact } from "../../../../ui/index.ts";
import { AnswerFields, answerText, missingFields, shownField } from "../../../ticket-types/index.ts";
import { givenIn } from "../../asking.ts";
import { deskWords } from "../../words-desk.ts";
import { ticketPath, type TicketScreen } from "./ticket-screen.ts";

const formId = "answers-form";

/** What was answered to the type's questions, what is missing of it, and where agents fill it in. */
export const TicketAnswers = ({ screen }: { screen: TicketScreen }) => {
  const w = deskWords[useUi().locale].answers;
  const { ticket, offers } = screen;
  const questions = ticket.type.fields.filter(({ isRetired }) => !isRetired);
  if (questions.length === 0 && Object.keys(ticket.customFields).length === 0) return null;
  return (
    <Panel look="section" title={w.title}>
      <Answers screen={screen} />
      <Missing screen={screen} />
      {offers.has("change") && questions.some(({ kind }) => kind !== "file") && <Edit screen={screen} />}
    </Panel>
  );
};

/** In the order of the form; below, what an earlier type had asked. */
const Answers = ({ screen: { ticket, around } }: { screen: TicketScreen }) => {
  const ui = useUi();
  const w = deskWords[ui.locale].answers;
  const { customFields, type } = ticket;
  const own = type.fields.filter(({ key }) => Object.hasOwn(customFields, key));
  const earlier = Object.keys(customFields)
    .filter((key) => !own.some((field) => field.key === key))
    .map((key) => ({ key, field: around.types.flatMap(({ fields }) => fields).find((each) => each.key === key) }));
  const items = [...own.map((field) => ({ key: field.key, field })), ...earlier].flatMap(({ key, field }): Fact[] => {
    const answer = customFields[key];
    return answer === undefined
      ? []
      : [
          {
            term: field?.names[ui.locale] ?? key,
            detail: <span class="plain-text">{answerText(field, answer, ui)}</span>,
          },
        ];
  });
  return items.length > 0 ? <DescriptionList items={items} look="above" /> : <p class="small muted">{w.none}</p>;
};

/** What the form demands and nobody has answered: tickets that came by mail or telephone begin like that. */
const Missing = ({ screen: { ticket } }: { screen: TicketScreen }) => {
  const { locale } = useUi();
  const w = deskWords[locale].answers;
  const missing = missingFields({ fields: ticket.type.fields, given: ticket.customFields, audience: "agents" });
  if (missing.length === 0) return null;
  return (
    <div class="small tone-warning mt-2">
      <p class="row text-(--tone-ink)">
        <Icon name="circle-question-mark" size={14} /> {w.missing({ count: missing.length })}
      </p>
      <ul class="list-disc ps-5">
        {missing.map(({ key, names }) => (
          <li key={key}>{names[locale]}</li>
        ))}
      </ul>
    </div>
  );
};

const Edit = ({ screen: { ticket, refused } }: { screen: TicketScreen }) => {
  const w = deskWords[useUi().locale].answers;
  const { type } = ticket;
  // Files come with words; they cannot be exchanged here.
  const fields = type.fields.filter(({ kind }) => kind !== "file");
  const state = refused?.kind === "other" && refused.state.lists[shownField] ? refused.state : undefined;
  return (
    <details class="property-more" id="edit-answers" data-edits open={state !== undefined}>
      <summary>{w.edit}</summary>
      <Form id={formId} action={ticketPath(ticket, "/change")} plain class="stack" errors={state?.errors ?? {}}>
        <input type="hidden" name="version" value={ticket.version} />
        <input type="hidden" name={shownField} value={type.key} />
        <AnswerFields
          fields={fields}
          given={state ? givenIn(state, { type }) : ticket.customFields}
          audience="agents"
          errors={state?.errors ?? {}}
          id={formId}
          shownAs={type.key}
          isLenient
        />
        <div>
          <Button size="sm">{w.save}</Button>
        </div>
      </Form>
    </details>
  );
};
