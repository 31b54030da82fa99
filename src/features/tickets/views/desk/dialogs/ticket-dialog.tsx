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
