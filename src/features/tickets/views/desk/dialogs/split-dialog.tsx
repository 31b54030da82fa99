import { formatDateTime } from "../../../../../platform/i18n/index.ts";
import { Button, Checkbox, Form, RadioCards, TextInput, useUi } from "../../../../../ui/index.ts";
import { togetherWords } from "../../../words-together.ts";
import { ticketPath, type TicketScreen } from "../ticket-screen.ts";
import type { SplitAsked } from "../together.ts";
import { DialogFrame, formFacts } from "./dialog-frame.tsx";

/** Which message, whether with what follows, and how the new ticket is called. */
export const SplitDialog = ({ screen, asked }: { screen: TicketScreen; asked: SplitAsked }) => {
  const ui = useUi();
  const w = togetherWords[ui.locale].split;
  const { messages, chosenId } = asked;
  const chosen = messages.find(({ id }) => id === chosenId);
  return (
    <DialogFrame
      screen={screen}
      title={w.title}
      actions={
        messages.length > 0 && (
          <Button kind="primary" form="split-form">
            {w.button}
          </Button>
        )
      }
    >
      {messages.length === 0 ? (
        <p class="muted">{w.none}</p>
      ) : (
        <Form id="split-form" action={ticketPath(screen.ticket, "/split")} {...formFacts(asked.state)}>
          <input type="hidden" name="once" value={screen.once} />
          {screen.list && <input type="hidden" name="list" value={screen.list} />}
          <p class="muted">{w.lead}</p>
          <TextInput
            name="subject"
            label={w.subject}
            value={chosen?.beginning ?? screen.ticket.subject}
            maxLength={250}
            required
            autofocus
          />
          <RadioCards
            name="messageId"
            label={w.message}
            required
            value={String(chosenId ?? "")}
            options={messages.map(({ id, author, at, beginning }) => ({
              value: String(id),
              label: `${author}, ${formatDateTime(at, ui)}`,
              help: beginning,
            }))}
          />
          <Checkbox name="andFollowing" label={w.andFollowing} />
        </Form>
      )}
    </DialogFrame>
  );
};
