import { Button, LinkButton, useUi } from "../../../../ui/index.ts";
import { portalWords } from "../../words-portal.ts";
import { requestPath } from "./request-status.tsx";
import type { RequestView } from "./request-view.ts";

/** What can be done with a request that was begun and not submitted. */
export const DraftSteps = ({ view: { ticket, offers } }: { view: RequestView }) => {
  const w = portalWords[useUi().locale].request.draft;
  return (
    <div class="form-actions">
      {offers.has("submit") && (
        <LinkButton href={`${requestPath(ticket.number)}/edit`} kind="primary" icon="pencil">
          {w.goOn}
        </LinkButton>
      )}
      {offers.has("discard") && (
        <form method="post" action={`${requestPath(ticket.number)}/discard`}>
          <Button kind="quiet" icon="trash">
            {w.discard}
          </Button>
        </form>
      )}
    </div>
  );
};
