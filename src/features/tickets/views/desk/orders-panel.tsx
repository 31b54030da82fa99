import { Button, Panel, Time, useUi } from "../../../../ui/index.ts";
import type { TimelineEntry } from "../../rules/sight.ts";
import { isTechnical, orderOf } from "../../rules/technical.ts";
import { togetherWords } from "../../words-together.ts";
import { TicketLine } from "./ticket-people.tsx";
import { ticketHref, ticketPath, type TicketScreen } from "./ticket-screen.ts";

/** What technical support does for this ticket; or, on technical support's own, who waits for it. */
export const OrdersPanel = ({ screen }: { screen: TicketScreen }) => (
  <>
    <Orders screen={screen} />
    {(isTechnical(screen.ticket) || screen.together.waiting.length > 0) && <Waiting screen={screen} />}
    <Versions screen={screen} />
  </>
);

const Orders = ({ screen: { ticket, together, offers, list } }: { screen: TicketScreen }) => {
  const w = togetherWords[useUi().locale].orders;
  if (together.orders.length === 0) return null;
  return (
    <Panel look="section" title={w.title}>
      <ul class="ticket-lines">
        {together.orders.map(({ technical, isOwn }) => {
          const { state, plannedVersion } = orderOf(technical);
          const about = plannedVersion
            ? `${w.states[state]} · ${w.planned({ version: plannedVersion })}`
            : w.states[state];
          return (
            <li key={technical.id} class="linked-line">
              <TicketLine ticket={technical} list={list} about={about} />
              {isOwn && offers.has("link") && (
                <form method="post" action={ticketPath(ticket, "/links/remove")}>
                  <input type="hidden" name="otherId" value={technical.id} />
                  <input type="hidden" name="kind" value="technical" />
                  <Button kind="quiet" size="sm" icon="x" iconOnly>
                    {w.unlink({ number: technical.number })}
                  </Button>
                </form>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
};

const Waiting = ({ screen: { together, list } }: { screen: TicketScreen }) => {
  const w = togetherWords[useUi().locale].orders;
  const { waiting } = together;
  return (
    <Panel look="section" title={w.waitingTitle({ count: waiting.length })}>
      {waiting.length === 0 ? (
        <p class="small muted">{w.noneWaiting}</p>
      ) : (
        <ul class="ticket-lines">
          {waiting.map(({ ticket, requester, organisation }) => (
            <li key={ticket.id}>
              <TicketLine
                ticket={ticket}
                href={ticketHref(ticket.number, list)}
                about={organisation ? `${requester} · ${organisation}` : requester}
              />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
};

/** In which versions it was to be, one after the other, and why not in those. */
const Versions = ({ screen: { entries } }: { screen: TicketScreen }) => {
  const w = togetherWords[useUi().locale];
  const plans = entries.flatMap((entry) => planOf(entry) ?? []);
  if (plans.length < 2) return null;
  return (
    <Panel look="section" title={w.orders.versions} folds="closed" id="versions">
      <ol class="stack small">
        {plans.map(({ id, at, version, reason }) => (
          <li key={id}>
            <b>{version || w.mails.order.none}</b>{" "}
            <span class="muted">
              <Time at={at} />
            </span>
            {reason && <p>{reason}</p>}
          </li>
        ))}
      </ol>
    </Panel>
  );
};

const planOf = ({ id, at, name, payload, changes }: TimelineEntry) => {
  const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
  if (name === "ticket.version-planned")
    return { id, at, version: textOf(changes.plannedVersion?.to), reason: textOf(payload["versionReason"]) };
  if (name === "ticket.order-planned")
    return { id, at, version: textOf(payload["toVersion"]), reason: textOf(payload["versionReason"]) };
  return undefined;
};
