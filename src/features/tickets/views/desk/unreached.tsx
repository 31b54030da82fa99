import { formatDate } from "../../../../platform/i18n/index.ts";
import { Button, Form, Notice, useUi } from "../../../../ui/index.ts";
import { deskWords } from "../../words-desk.ts";
import { nameOf } from "./around.ts";
import { ticketPath, type TicketScreen } from "./ticket-screen.ts";

/** Who of those that an answer goes to does not get mail at the moment, and the way to try again. */
export const Unreached = ({ screen }: { screen: TicketScreen }) => {
  const { ticket, around, requester, undeliverable } = screen;
  const addressed = [
    { id: requester.id, name: requester.name, email: requester.email },
    ...ticket.participantIds.map((id) => ({
      id,
      name: nameOf(around, id),
      email: around.people.get(id)?.email ?? null,
    })),
  ];
  const unreached = addressed.flatMap(({ id, name, email }) => {
    const mark = email === null ? undefined : undeliverable.get(email);
    return mark ? [{ id, name, mark }] : [];
  });
  return (
    <>
      {unreached.map(({ id, name, mark }) => (
        <UnreachedPerson key={id} path={ticketPath(ticket, "/addresses/clear")} name={name} mark={mark} />
      ))}
    </>
  );
};

interface UnreachedPersonProps {
  path: string;
  name: string;
  mark: { address: string; since: Date; reason: string };
}

const UnreachedPerson = ({ path, name, mark: { address, since, reason } }: UnreachedPersonProps) => {
  const ui = useUi();
  const w = deskWords[ui.locale].unreached;
  return (
    <Notice
      tone="warning"
      title={w.title({ name, address })}
      actions={
        <Form id={`clear-${address}`} action={path} plain>
          <input type="hidden" name="address" value={address} />
          <Button size="sm" icon="refresh-cw">
            {w.clear}
          </Button>
        </Form>
      }
    >
      {w.since({ since: formatDate(since, ui) })} {reason && <q>{reason}</q>}
    </Notice>
  );
};
