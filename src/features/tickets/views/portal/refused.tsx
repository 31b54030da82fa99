import { Notice, useUi } from "../../../../ui/index.ts";
import { portalWords } from "../../words-portal.ts";
import type { RequestFormName, RequestView } from "./request-view.ts";

/**
 * Somebody was first, and what was sent can no longer be done: its form is gone from the page. Then the reason stands
 * here, with the words that were written.
 */
export const Refused = ({ view }: { view: RequestView }) => {
  const w = portalWords[useUi().locale].request;
  const { refused } = view;
  if (!refused || hasForm(view, refused.form)) return null;
  const words = ["reason", "words", "email", "environment"].flatMap((name) => refused.state.values[name] || []);
  return (
    <Notice tone="danger" title={refused.state.problem ?? Object.values(refused.state.errors).join(" ")}>
      {words.length > 0 && (
        <>
          <p>{w.keptWords}</p>
          {words.map((each) => (
            <blockquote key={each} class="kept-words">
              {each}
            </blockquote>
          ))}
        </>
      )}
    </Notice>
  );
};

/** Whether the form stands on the page as the request is now; there it says for itself what is the matter. */
const hasForm = ({ offers }: RequestView, form: RequestFormName): boolean => {
  switch (form) {
    case "answer":
      return offers.has("answer") || offers.has("followUp");
    case "participant":
      return offers.has("addParticipant");
    case "access":
      return offers.has("grantAccess");
    case "close":
    case "cancel":
    case "confirm":
    case "reopen":
    case "rate":
      return offers.has(form);
  }
};
