import { formatDateTime } from "../../../../platform/i18n/index.ts";
import { Button, Icon, Tag, useUi, type IconName, type Tone } from "../../../../ui/index.ts";
import type { Delivery, MailState } from "../../../outgoing-mail/index.ts";
import { deskWords } from "../../words-desk.ts";
import { ticketPath } from "./ticket-screen.ts";

const looks: Readonly<Record<MailState, { icon: IconName; tone: Tone }>> = {
  queued: { icon: "clock", tone: "muted" },
  sending: { icon: "clock", tone: "muted" },
  sent: { icon: "check-check", tone: "muted" },
  kept: { icon: "mail-open", tone: "muted" },
  failed: { icon: "octagon-alert", tone: "danger" },
  cancelled: { icon: "circle-x", tone: "muted" },
  bounced: { icon: "octagon-alert", tone: "danger" },
  withheld: { icon: "circle-x", tone: "warning" },
};

export const isTrouble = ({ state }: Pick<Delivery, "state">): boolean =>
  state === "failed" || state === "bounced" || state === "withheld";

/** How far the mails of a message are: those that went well in one line, each that did not with the reason. */
export const Deliveries = ({ items, ticket }: { items: readonly Delivery[]; ticket: { number: number } }) => {
  const fine = Map.groupBy(
    items.filter((delivery) => !isTrouble(delivery)),
    ({ state }) => state,
  );
  return (
    <>
      {[...fine].map(([state, deliveries]) => (
        <Fine key={state} state={state} deliveries={deliveries} />
      ))}
      {items.filter(isTrouble).map((delivery) => (
        <Trouble key={delivery.mailId} delivery={delivery} ticket={ticket} />
      ))}
    </>
  );
};

const Fine = ({ state, deliveries }: { state: MailState; deliveries: readonly Delivery[] }) => {
  const ui = useUi();
  const w = deskWords[ui.locale].mailStates;
  const postponed = deliveries.find(({ response, nextAttemptAt }) => response !== null && nextAttemptAt !== null);
  const at = deliveries.map(({ sentAt }) => sentAt).findLast((each) => each !== null);
  return (
    <span class="inline-flex items-baseline gap-1" title={at ? formatDateTime(at, ui) : undefined}>
      <Icon name={looks[state].icon} size={14} class="self-center" />
      <span>
        {w[state]} {deliveries.map(({ to }) => to.name || to.address).join(", ")}
        {state === "queued" && postponed?.nextAttemptAt && (
          <>
            {" · "}
            {w.again({ at: formatDateTime(postponed.nextAttemptAt, ui) })} ({postponed.response})
          </>
        )}
      </span>
    </span>
  );
};

const Trouble = ({ delivery, ticket }: { delivery: Delivery; ticket: { number: number } }) => {
  const w = deskWords[useUi().locale];
  const { state, to, response, withheldBecause, isResendable, mailId } = delivery;
  const reason = withheldBecause ? w.withheldBecause[withheldBecause] : response;
  return (
    <span class="flex min-w-0 flex-wrap items-center gap-2">
      {/* The other server's words may be long, and without a blank to break at. */}
      <span class="min-w-0 wrap-anywhere">
        <Tag look="plain" tone={looks[state].tone} icon={looks[state].icon}>
          {w.mailStates[state]}
        </Tag>{" "}
        {to.name ? `${to.name} <${to.address}>` : to.address}
        {reason && `: ${reason}`}
      </span>
      {isResendable && (
        <form method="post" action={ticketPath(ticket, `/mails/${mailId}/resend`)}>
          <Button size="sm" icon="send">
            {w.resendMail}
          </Button>
        </form>
      )}
    </span>
  );
};
