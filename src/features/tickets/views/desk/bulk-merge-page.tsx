import type { FormState } from "../../../../platform/http/form.ts";
import { Button, Form, LinkButton, Notice, PageHeader, RadioCards, TextArea, useUi } from "../../../../ui/index.ts";
import type { Ticket } from "../../rules/ticket.ts";
import { togetherWords } from "../../words-together.ts";
import { formFacts } from "./dialogs/dialog-frame.tsx";
import { WouldRead } from "./dialogs/merge-dialog.tsx";
import type { RefusedTicket } from "./queue-view.ts";
import { TicketLine } from "./ticket-people.tsx";
import type { MergePreview } from "./together.ts";

export interface BulkMerge {
  /** By number. */
  tickets: readonly Ticket[];
  /** The one that goes on, once it is chosen. */
  target: Ticket | undefined;
  previews: readonly { source: Ticket; preview: MergePreview }[];
  /** What could not be merged; the rest was. */
  refused: readonly RefusedTicket[];
  state: FormState;
  list: string;
  once: string;
}

/** Several tickets into one of them: which, then what happens, then done. */
export const BulkMergePage = ({ merge }: { merge: BulkMerge }) => {
  const w = togetherWords[useUi().locale];
  const back = merge.list === "" ? "/desk" : `/desk?${merge.list}`;
  return (
    <div class="stack">
      <PageHeader title={w.bulkMerge.title}>
        <p class="muted">{w.bulkMerge.lead}</p>
      </PageHeader>
      {merge.refused.length > 0 && <Refused refused={merge.refused} />}
      {merge.target ? <Consequences merge={merge} target={merge.target} /> : <Choice merge={merge} />}
      <p>
        <LinkButton href={back} kind="quiet">
          {w.cancel}
        </LinkButton>
      </p>
    </div>
  );
};

const Refused = ({ refused }: { refused: readonly RefusedTicket[] }) => {
  const w = togetherWords[useUi().locale].bulkMerge;
  return (
    <div role="alert" tabIndex={-1} data-error-summary>
      <Notice tone="warning" title={w.refused}>
        <ul class="meanwhile">
          {refused.map(({ number, subject, reason }) => (
            <li key={number}>
              #{number} {subject}: {reason}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
};

const idsOf = ({ tickets }: BulkMerge): string => tickets.map(({ id }) => id).join(",");

const Choice = ({ merge }: { merge: BulkMerge }) => {
  const w = togetherWords[useUi().locale].bulkMerge;
  const [oldest] = merge.tickets;
  return (
    <Form id="bulk-merge-target" method="get" action="/desk/merge" {...formFacts(merge.state)}>
      <input type="hidden" name="tickets" value={idsOf(merge)} />
      {merge.list && <input type="hidden" name="list" value={merge.list} />}
      <RadioCards
        name="into"
        label={w.target}
        value={oldest && String(oldest.number)}
        options={merge.tickets.map(({ number, subject }) => ({
          value: String(number),
          label: `#${number} ${subject}`,
        }))}
      />
      <div class="form-actions">
        <Button kind="primary">{w.look}</Button>
      </div>
    </Form>
  );
};

const Consequences = ({ merge, target }: { merge: BulkMerge; target: Ticket }) => {
  const w = togetherWords[useUi().locale];
  const strangers = merge.previews.filter(({ preview }) => preview.ofTarget.length + preview.ofSource.length > 0);
  const others = new URLSearchParams({ tickets: idsOf(merge), list: merge.list });
  return (
    <>
      <div>
        <p class="small muted">{w.merge.into}</p>
        <TicketLine ticket={target} list={merge.list} />
      </div>
      <ul class="ticket-lines">
        {merge.previews.map(({ source, preview }) => (
          <li key={source.id}>
            <TicketLine ticket={source} list={merge.list} about={preview.refused ?? joinText(w, preview)} />
          </li>
        ))}
      </ul>
      <Form id="bulk-merge-form" action="/desk/merge" {...formFacts(merge.state)}>
        <input type="hidden" name="once" value={merge.once} />
        <input type="hidden" name="tickets" value={idsOf(merge)} />
        <input type="hidden" name="into" value={target.number} />
        {merge.list && <input type="hidden" name="list" value={merge.list} />}
        {strangers.length > 0 && (
          <>
            <Notice tone="warning" title={w.bulkMerge.apart}>
              {strangers.map(({ source, preview }) => (
                <WouldRead key={source.id} source={source} preview={preview} />
              ))}
            </Notice>
            <RadioCards
              name="sight"
              label={w.merge.decide}
              required
              options={[
                { value: "together", label: w.merge.together, help: w.merge.togetherHelp, icon: "users" },
                { value: "apart", label: w.merge.apart, help: w.merge.apartHelp, icon: "lock" },
              ]}
            />
          </>
        )}
        <TextArea name="reason" label={w.reason} help={w.reasonHelp} rows={2} />
        <div class="form-actions">
          <Button kind="primary" icon="git-merge">
            {w.merge.button({ number: target.number })}
          </Button>
          <LinkButton href={`/desk/merge?${others.toString()}`} kind="quiet" icon="arrow-left">
            {w.merge.another}
          </LinkButton>
        </div>
      </Form>
    </>
  );
};

const joinText = (w: (typeof togetherWords)["en"], { joining }: MergePreview): string =>
  joining.length > 0 ? w.merge.joining({ names: joining.join(", "), count: joining.length }) : w.merge.nobodyJoins;
