import { agents } from "../../../platform/http/access.ts";
import { post } from "../../../platform/http/route.ts";
import { proposeSolution } from "../actions/propose-solution.ts";
import { waiveApproval } from "../actions/waive-approval.ts";
import { withdrawProposal } from "../actions/withdraw-proposal.ts";
import { approvalPhrase } from "../words-approval.ts";
import { changeTicket, saying, versionOf } from "./change.ts";
import { ticketOfAddress } from "./guard.ts";

const propose = post("/desk/tickets/:number/propose", agents, async (ask) =>
  changeTicket(ask, {
    action: proposeSolution,
    ticket: await ticketOfAddress(ask),
    input: {
      version: versionOf(ask),
      text: ask.form.text("proposal"),
      approverIds: [...ask.form.all("approverIds")],
      rule: ask.form.text("rule") || undefined,
    },
    done: saying(ask, approvalPhrase("proposed")),
  }),
);

const withdraw = post("/desk/tickets/:number/withdraw-proposal", agents, async (ask) =>
  changeTicket(ask, {
    action: withdrawProposal,
    ticket: await ticketOfAddress(ask),
    input: {},
    done: saying(ask, approvalPhrase("withdrawn")),
  }),
);

const waive = post("/desk/tickets/:number/waive", agents, async (ask) =>
  changeTicket(ask, {
    action: waiveApproval,
    ticket: await ticketOfAddress(ask),
    input: { reason: ask.form.text("reason") },
    done: saying(ask, approvalPhrase("waived")),
  }),
);

export const approvalRoutes = [propose, withdraw, waive];
