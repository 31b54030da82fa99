import type { ComponentChildren } from "preact";
import { Dialog, LinkButton, useUi } from "../../../../../ui/index.ts";
import type { FormState } from "../../../../../platform/http/form.ts";
import { togetherWords } from "../../../words-together.ts";
import { withoutDialog } from "../together.ts";
import type { TicketScreen } from "../ticket-screen.ts";
import { EscalateDialog } from "./escalate-dialog.tsx";
import { MergeDialog } from "./merge-dialog.tsx";
import { PassOnDialog } from "./pass-on-dialog.tsx";
import { SplitDialog } from "./split-dialog.tsx";

/** The dialog that the address asks for. */
export const TicketDialogOf = ({ screen }: { screen: TicketScreen }) => {
  const { dialog } = screen.together;
  switch (dialog?.name) {
    case "merge":
      return <MergeDialog screen={screen} asked={dialog} />;
    case "split":
      return <SplitDialog screen={screen} asked={dialog} />;
    case "escalate":
      return <EscalateDialog screen={screen} asked={dialog} />;
    case "pass-on":
      return <PassOnDialog screen={screen} asked={dialog} />;
    case undefined:
      return null;
  }
};

interface DialogFrameProps {
  screen: TicketScreen;
  title: string;
  children: ComponentChildren;
  actions?: ComponentChildren;
}

/** Every one of them: leads back to the ticket, and says at its foot what it does. */
export const DialogFrame = ({ screen: { ticket, list }, title, children, actions }: DialogFrameProps) => {
  const w = togetherWords[useUi().locale];
  const back = withoutDialog(ticket, list);
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
