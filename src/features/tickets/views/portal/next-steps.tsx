import { Button, Form, Panel, TextArea, useUi } from "../../../../ui/index.ts";
import type { Verb } from "../../rules/status.ts";
import { portalWords } from "../../words-portal.ts";
import { requestPath } from "./request-status.tsx";
import type { RequestView } from "./request-view.ts";

/** What can be done beside answering. Each is folded, opens without script, and says what it does before it does it. */
export const NextSteps = ({ view }: { view: RequestView }) => {
  const w = portalWords[useUi().locale].request;
  const { offers } = view;
  const reopens = offers.has("reopen");
  const closes = offers.has("close");
  if (!reopens && !closes && !offers.has("cancel")) return null;
  return (
    <div class="grid gap-3">
      {closes && <Step view={view} verb="close" words={w.close} />}
      {reopens && <Step view={view} verb="reopen" words={w.reopen} />}
      {offers.has("cancel") && <Step view={view} verb="cancel" words={w.cancel} />}
    </div>
  );
};

interface StepProps {
  view: RequestView;
  verb: Extract<Verb, "close" | "reopen" | "cancel">;
  words: { title: string; lead: string; words?: string; button: string };
}

const Step = ({ view, verb, words }: StepProps) => {
  const refused = view.refused?.form === verb ? view.refused.state : undefined;
  const { ticket } = view;
  return (
    <Panel id={verb} title={words.title} folds={refused ? "open" : "closed"}>
      <Form
        id={`${verb}-form`}
        action={`${requestPath(ticket.number)}/${verb}`}
        {...(words.words && { labels: { reason: words.words } })}
        {...(refused && {
          values: refused.values,
          errors: { ...(refused.problem && { "": refused.problem }), ...refused.errors },
        })}
      >
        <input type="hidden" name="once" value={view.once} />
        <input type="hidden" name="version" value={ticket.version} />
        <p>{words.lead}</p>
        {words.words && <TextArea name="reason" label={words.words} rows={3} />}
        <div class="form-actions">
          <Button kind={verb === "cancel" ? "danger" : "primary"}>{words.button}</Button>
        </div>
      </Form>
    </Panel>
  );
};
