import { Button, LinkButton, Panel, useUi } from "../../../../ui/index.ts";
import { move } from "../../rules/status.ts";
import { procedureWords } from "../../words-procedure.ts";
import { requestPath } from "./request-status.tsx";
import type { RequestView } from "./request-view.ts";

/** Whether the solution works: yes confirms it, no leads to the answer. */
export const ConfirmForm = ({ view: { ticket, once } }: { view: RequestView }) => {
  const w = procedureWords[useUi().locale].confirmation;
  return (
    <Panel id="confirm" title={w.title}>
      <form method="post" action={`${requestPath(ticket.number)}/confirm`}>
        <input type="hidden" name="once" value={once} />
        <input type="hidden" name="version" value={ticket.version} />
        <p class="mb-4">
          {w.lead} {move(ticket, "confirm") === "closed" ? w.finishes : ""}
        </p>
        <div class="form-actions">
          <Button kind="primary" icon="check">
            {w.yes}
          </Button>
          <LinkButton href="#answer" icon="reply">
            {w.no}
          </LinkButton>
        </div>
      </form>
    </Panel>
  );
};
