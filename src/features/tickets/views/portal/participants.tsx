import { Button, Form, Panel, TextInput, useUi } from "../../../../ui/index.ts";
import { portalWords } from "../../words-portal.ts";
import { requestPath } from "./request-status.tsx";
import type { RequestView } from "./request-view.ts";

/** Who reads along; whoever may, adds people and takes them out again. */
export const Participants = ({ view }: { view: RequestView }) => {
  const { participants, offers, refused, ticket } = view;
  const w = portalWords[useUi().locale].request.participants;
  const state = refused?.form === "participant" ? refused.state : undefined;
  return (
    <Panel title={w.title} look="section" id="cc">
      {participants.length === 0 && <p class="text-muted text-sm">{w.nobody}</p>}
      <ul class="flex flex-col gap-1 text-sm">
        {participants.map((person) => (
          <li key={person.id} class="flex items-center justify-between gap-2">
            <span class="min-w-0 wrap-anywhere">{person.name}</span>
            {offers.has("removeParticipant") && (
              <form method="post" action={`${requestPath(ticket.number)}/participants/remove`}>
                <input type="hidden" name="personId" value={person.id} />
                <Button kind="quiet" size="sm" icon="x" iconOnly>
                  {w.remove({ name: person.name })}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {offers.has("addParticipant") && (
        <details class="mt-2" open={state !== undefined}>
          <summary class="text-link inline-block py-1 text-sm">{w.add}</summary>
          <div class="mt-2">
            <Form
              id="cc-form"
              action={`${requestPath(ticket.number)}/participants`}
              plain
              class="flex flex-col gap-3"
              {...(state && { values: state.values, errors: state.errors })}
            >
              <input type="hidden" name="once" value={view.once} />
              <TextInput
                name="email"
                type="email"
                label={w.address}
                help={w.addHelp}
                mark={false}
                autocomplete="off"
                {...(state?.problem && { error: state.problem })}
              />
              <div>
                <Button size="sm" icon="user-plus">
                  {w.addButton}
                </Button>
              </div>
            </Form>
          </div>
        </details>
      )}
    </Panel>
  );
};
