import { Button, Form, Panel, TextInput, Time, useUi } from "../../../../ui/index.ts";
import { procedureWords } from "../../words-procedure.ts";
import { requestPath } from "./request-status.tsx";
import type { RequestView } from "./request-view.ts";

/** Where the customer has let the desk in, so that it is not forgotten to take that back. */
export const Accesses = ({ view }: { view: RequestView }) => {
  const { ticket, offers, accesses, once } = view;
  const w = procedureWords[useUi().locale].access;
  if (accesses.length === 0 && !offers.has("grantAccess")) return null;
  const state = view.refused?.form === "access" ? view.refused.state : undefined;
  return (
    <Panel title={w.title} look="section" id="accesses">
      {accesses.length === 0 && <p class="text-muted text-sm">{w.none}</p>}
      <ul class="flex flex-col gap-1 text-sm">
        {accesses.map((access) => (
          <li key={access.id} class="flex items-center justify-between gap-2">
            <span class="min-w-0 wrap-anywhere">
              {access.environment}{" "}
              <span class="text-muted">
                {access.endedAt ? w.ended : w.since} <Time at={access.endedAt ?? access.grantedAt} />
              </span>
            </span>
            {access.endedAt === null && offers.has("endAccess") && (
              <form method="post" action={`${requestPath(ticket.number)}/accesses/end`}>
                <input type="hidden" name="accessId" value={access.id} />
                <Button kind="quiet" size="sm" icon="x" iconOnly>
                  {w.end({ environment: access.environment })}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {offers.has("grantAccess") && (
        <details class="mt-2" open={state !== undefined}>
          <summary class="text-link inline-block py-1 text-sm">{w.grant}</summary>
          <div class="mt-2">
            <Form
              id="access-form"
              action={`${requestPath(ticket.number)}/accesses`}
              plain
              class="flex flex-col gap-3"
              {...(state && { values: state.values, errors: state.errors })}
            >
              <input type="hidden" name="once" value={once} />
              <p class="text-muted text-sm">{w.lead}</p>
              <TextInput
                name="environment"
                label={w.environment}
                help={w.environmentHelp}
                mark={false}
                maxLength={200}
                {...(state?.problem && { error: state.problem })}
              />
              <div>
                <Button size="sm" icon="key-round">
                  {w.note}
                </Button>
              </div>
            </Form>
          </div>
        </details>
      )}
    </Panel>
  );
};
