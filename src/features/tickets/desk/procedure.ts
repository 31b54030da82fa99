import { agents } from "../../../platform/http/access.ts";
import { post } from "../../../platform/http/route.ts";
import { advanceStage } from "../actions/advance-stage.ts";
import { recordConfirmation, waiveConfirmation, waiveFeedback } from "../actions/customer-verdict.ts";
import { documentSolution } from "../actions/document-solution.ts";
import { endAccess } from "../actions/end-access.ts";
import { grantAccess } from "../actions/grant-access.ts";
import { tickStep } from "../actions/tick-step.ts";
import { procedurePhrase } from "../words-procedure.ts";
import { changeTicket, saying, versionOf } from "./change.ts";
import { ticketOfAddress } from "./guard.ts";

const stage = post("/desk/tickets/:number/stage", agents, async (ask) =>
  changeTicket(ask, {
    action: advanceStage,
    ticket: await ticketOfAddress(ask),
    input: { version: versionOf(ask), stage: ask.form.text("stage") },
  }),
);

const step = post("/desk/tickets/:number/steps", agents, async (ask) =>
  changeTicket(ask, {
    action: tickStep,
    ticket: await ticketOfAddress(ask),
    input: {
      stage: ask.form.text("stage"),
      step: ask.form.text("step"),
      isDone: ask.form.text("isDone") === "yes",
    },
  }),
);

const solution = post("/desk/tickets/:number/solution", agents, async (ask) =>
  changeTicket(ask, {
    action: documentSolution,
    ticket: await ticketOfAddress(ask),
    input: { version: versionOf(ask), solution: ask.form.text("solution") },
    done: saying(ask, procedurePhrase("documented")),
  }),
);

const grant = post("/desk/tickets/:number/accesses", agents, async (ask) =>
  changeTicket(ask, {
    action: grantAccess,
    ticket: await ticketOfAddress(ask),
    input: { environment: ask.form.text("environment") },
  }),
);

const end = post("/desk/tickets/:number/accesses/end", agents, async (ask) =>
  changeTicket(ask, {
    action: endAccess,
    ticket: await ticketOfAddress(ask),
    input: { accessId: ask.form.text("accessId") },
    done: saying(ask, procedurePhrase("accessEnded")),
  }),
);

const confirmation = post("/desk/tickets/:number/confirmation", agents, async (ask) =>
  changeTicket(ask, {
    action: recordConfirmation,
    ticket: await ticketOfAddress(ask),
    input: { version: versionOf(ask), how: ask.form.text("how"), by: ask.form.text("by") },
    done: saying(ask, procedurePhrase("recorded")),
  }),
);

const waivers = Object.entries({ confirmation: waiveConfirmation, feedback: waiveFeedback }).map(([demand, action]) =>
  post(`/desk/tickets/:number/${demand}/waive`, agents, async (ask) =>
    changeTicket(ask, {
      action,
      ticket: await ticketOfAddress(ask),
      input: { version: versionOf(ask), reason: ask.form.text("reason") },
      done: saying(ask, procedurePhrase("waived")),
    }),
  ),
);

export const procedureRoutes = [stage, step, solution, confirmation, ...waivers, grant, end];
