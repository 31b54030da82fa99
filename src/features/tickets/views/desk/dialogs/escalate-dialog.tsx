import { Button, Form, Notice, Select, TextArea, TextInput, useUi } from "../../../../../ui/index.ts";
import { togetherWords } from "../../../words-together.ts";
import { TicketLine } from "../ticket-people.tsx";
import { ticketPath, type TicketScreen } from "../ticket-screen.ts";
import type { EscalateAsked } from "../together.ts";
import { DialogFrame, formFacts } from "./dialog-frame.tsx";

interface EscalateDialogProps {
  screen: TicketScreen;
  asked: EscalateAsked;
}

/** An order that stands already, or a new one. Those that stand come first, so that one defect is not ordered twice. */
export const EscalateDialog = ({ screen, asked }: EscalateDialogProps) => {
  const w = togetherWords[useUi().locale].escalate;
  return (
    <DialogFrame
      screen={screen}
      title={w.title}
      actions={
        <Button kind="primary" form="escalate-form">
          {w.button}
        </Button>
      }
    >
      <div class="stack">
        <p class="muted">{w.lead}</p>
        <Standing screen={screen} asked={asked} />
        <NewOrder screen={screen} asked={asked} />
      </div>
    </DialogFrame>
  );
};

const Standing = ({ screen: { ticket, list, once }, asked }: EscalateDialogProps) => {
  const w = togetherWords[useUi().locale].escalate;
  const { orders, text, state } = asked;
  return (
    <section class="stack" aria-labelledby="standing-orders">
      <h3 id="standing-orders">{w.joinTitle}</h3>
      <Form id="order-search" method="get" action={ticketPath(ticket)} plain class="row items-end">
        <input type="hidden" name="do" value="escalate" />
        {list && <input type="hidden" name="list" value={list} />}
        <TextInput name="q" label={w.search} mark={false} value={text} autocomplete="off" autofocus class="grow" />
        <Button icon="search">{w.find}</Button>
      </Form>
      {state.errors["number"] && <Notice tone="danger">{state.errors["number"]}</Notice>}
      {orders.length === 0 ? (
        <p class="small muted">{w.none}</p>
      ) : (
        <>
          {text === "" && <p class="small muted">{w.similar}</p>}
          <ul class="ticket-lines">
            {orders.map((order) => (
              <li key={order.ticket.id} class="linked-line">
                <TicketLine ticket={order.ticket} list={list} about={w.waiting({ count: order.waiting })} />
                <form method="post" action={ticketPath(ticket, "/escalate")}>
                  <input type="hidden" name="once" value={once} />
                  <input type="hidden" name="version" value={ticket.version} />
                  <input type="hidden" name="number" value={order.ticket.number} />
                  <Button size="sm" icon="link">
                    {w.join({ number: order.ticket.number })}
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};

const NewOrder = ({ screen, asked }: EscalateDialogProps) => {
  const { ticket, list } = screen;
  const w = togetherWords[useUi().locale];
  const { number: _number, ...errors } = formFacts(asked.state).errors as Record<string, string>;
  return (
    <section class="stack" aria-labelledby="new-order">
      <h3 id="new-order">{w.escalate.newTitle}</h3>
      <Form id="escalate-form" action={ticketPath(ticket, "/escalate")} values={asked.state.values} errors={errors}>
        <input type="hidden" name="once" value={screen.once} />
        <input type="hidden" name="version" value={ticket.version} />
        {list && <input type="hidden" name="list" value={list} />}
        <TextInput name="subject" label={w.escalate.subject} value={ticket.subject} maxLength={250} required />
        <TextArea name="text" label={w.escalate.text} help={w.escalate.textHelp} rows={5} required />
        {asked.teams.length > 1 && (
          <Select
            name="teamId"
            label={w.escalate.team}
            value={asked.teamId === null ? "" : String(asked.teamId)}
            options={asked.teams.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
        )}
        <TextInput name="reason" label={w.reason} help={w.reasonHelp} />
        <p class="small muted">{w.escalate.urgency}</p>
      </Form>
    </section>
  );
};
