import { agents } from "../../../platform/http/access.ts";
import { post, redirectSaying } from "../../../platform/http/route.ts";
import { submit } from "../../../platform/http/submit.ts";
import { clearAddress, resendMail } from "../../outgoing-mail/index.ts";
import { deskPhrase } from "../words-desk.ts";
import { ticketBack, ticketOfAddress } from "./guard.ts";
import { ticketPage } from "./ticket.tsx";

const resend = post("/desk/tickets/:number/mails/:mailId/resend", agents, async (ask) => {
  const ticket = await ticketOfAddress(ask);
  return submit(ask, {
    action: resendMail,
    input: { mailId: ask.params["mailId"] },
    done: () => redirectSaying(ask, ticketBack(ask, ticket), deskPhrase("mailResent")),
    again: (state) => ticketPage(ask, { refused: { kind: "other", state, isCollision: false } }),
  });
});

const clear = post("/desk/tickets/:number/addresses/clear", agents, async (ask) => {
  const ticket = await ticketOfAddress(ask);
  return submit(ask, {
    action: clearAddress,
    input: { address: ask.form.text("address") },
    done: () => redirectSaying(ask, `${ticketBack(ask, ticket)}#composer`, deskPhrase("addressCleared")),
    again: (state) => ticketPage(ask, { refused: { kind: "other", state, isCollision: false } }),
  });
});

export const mailRoutes = [resend, clear];
