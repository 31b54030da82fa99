import { Button, Checkbox, Form, Select, TextArea, useUi } from "../../../../../ui/index.ts";
import { togetherWords } from "../../../words-together.ts";
import { namesOf } from "../around.ts";
import { ticketPath, type TicketScreen } from "../ticket-screen.ts";
import type { PassOnAsked } from "../together.ts";
import { DialogFrame, formFacts } from "./dialog-frame.tsx";

/** To which team, and why. */
export const PassOnDialog = ({ screen, asked }: { screen: TicketScreen; asked: PassOnAsked }) => {
  const { ticket, around, list } = screen;
  const w = togetherWords[useUi().locale].passOn;
  const names = namesOf(around, ticket.assigneeIds).join(", ");
  return (
    <DialogFrame
      screen={screen}
      title={w.title}
      actions={
        asked.teams.length > 0 && (
          <Button kind="primary" form="pass-on-form" icon="arrow-right">
            {w.button}
          </Button>
        )
      }
    >
      {asked.teams.length === 0 ? (
        <p class="muted">{w.none}</p>
      ) : (
        <Form id="pass-on-form" action={ticketPath(ticket, "/pass-on")} {...formFacts(asked.state)}>
          <input type="hidden" name="once" value={screen.once} />
          <input type="hidden" name="version" value={ticket.version} />
          {list && <input type="hidden" name="list" value={list} />}
          <Select
            name="teamId"
            label={w.team}
            required
            options={asked.teams.map(({ id, name, level }) => ({
              value: String(id),
              label: name === w.levels[level] ? name : `${name} (${w.levels[level]})`,
            }))}
          />
          <TextArea name="reason" label={w.reason} rows={4} required autofocus />
          {names !== "" && <Checkbox name="keepAssignees" label={w.keep} help={w.keepHelp({ names })} />}
        </Form>
      )}
    </DialogFrame>
  );
};
