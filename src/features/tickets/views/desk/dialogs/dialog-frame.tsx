import type { ComponentChildren } from "preact";
import type { FormState } from "../../../../../platform/http/form.ts";
import { Dialog, LinkButton, useUi } from "../../../../../ui/index.ts";
import { togetherWords } from "../../../words-together.ts";
import { ticketHref, type TicketScreen } from "../ticket-screen.ts";

interface DialogFrameProps {
  screen: TicketScreen;
  title: string;
  children: ComponentChildren;
  actions?: ComponentChildren;
}

/** Every one of them: leads back to the ticket, and says at its foot what it does. */
export const DialogFrame = ({ screen: { ticket, list }, title, children, actions }: DialogFrameProps) => {
  const w = togetherWords[useUi().locale];
  const back = ticketHref(ticket.number, list);
  return (
    <Dialog
      id="ticket-dialog"
      title={title}
      width="lg"
      back={back}
      actions={
        <>
          <LinkButton href={back} kind="quiet">
            {w.cancel}
          </LinkButton>
          {actions}
        </>
      }
    >
      {children}
    </Dialog>
  );
};

/** What a refused form knows of itself, as `Form` takes it. */
export const formFacts = ({ values, errors, problem }: FormState) => ({
  values,
  errors: { ...(problem && { "": problem }), ...errors },
});
