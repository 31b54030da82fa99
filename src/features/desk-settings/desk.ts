import { act } from "../../platform/act.ts";
import { administrators } from "../../platform/http/access.ts";
import { post, redirectSaying, type Route } from "../../platform/http/route.ts";
import { dismissNextSteps } from "./actions/dismiss-next-steps.ts";
import { phrase } from "./words.ts";

/** Where the list of next steps, which stands on the desk, is put away. */
export const nextStepsPath = "/desk/next-steps/dismiss";

export const deskRoutes: readonly Route[] = [
  post(nextStepsPath, administrators, async (ask) => {
    await act(ask.context.db, ask.actor, dismissNextSteps, {});
    return redirectSaying(ask, "/desk", phrase("nextStepsDismissed"));
  }),
];
