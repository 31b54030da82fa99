import { Button, Form, Panel, Progress, Table, Tag, Time, useUi, type Column } from "../../../ui/index.ts";
import type { Seats } from "../rules/seats.ts";
import { isOverfull } from "../rules/seats.ts";
import type { Invitation } from "../store/invitations.ts";
import type { Outsider } from "../store/outside.ts";
import type { CarePackage } from "../types.ts";
import { useInsideWords } from "../words.inside.ts";
import { NameCell } from "./name-cell.tsx";

/** Pieces that managers see in the portal and administrators in the administration. */

type InsideWords = ReturnType<typeof useInsideWords>;

const takenText = (w: InsideWords, { seats, used }: Seats): string =>
  seats === null ? w.takenUnlimited({ used }) : w.taken({ used, seats });

export interface SeatsShown extends Seats {
  carePackage: CarePackage | undefined;
}

/** Who reads: the organisation's own people, or the desk. */
type Reader = "members" | "desk";

/** How many seats there are and how many are taken, as a bar and in words. */
export const SeatsTaken = ({ carePackage, reader, ...seats }: SeatsShown & { reader: Reader }) => {
  const w = useInsideWords();
  const { locale } = useUi();
  const booked = carePackage && w.inPackage({ package: carePackage.names[locale] });
  return (
    <div class="stack gap-2">
      {seats.seats === null ? (
        <p>{[takenText(w, seats), booked].filter(Boolean).join(" · ")}</p>
      ) : (
        <Progress
          label={takenText(w, seats)}
          value={Math.min(seats.used, seats.seats)}
          max={seats.seats}
          hint={booked}
        />
      )}
      {seats.seats !== null && isOverfull(seats) && <p>{w.overfull({ more: seats.used - seats.seats })}</p>}
      <p class="muted small">
        {w.seatsHelp}
        {carePackage?.hasTelephoneSupport && ` ${w.telephone[reader]}`}
      </p>
    </div>
  );
};

export interface Deed {
  id: string;
  action: string;
  /** Hidden fields that go with it. */
  fields?: Readonly<Record<string, string>>;
  label: string;
  /** The same with whom it is done to, for screen readers. */
  about: string;
}

/** One small button that does one thing to one person. */
export const DeedButton = ({ id, action, fields = {}, label, about }: Deed) => (
  <Form id={id} action={action} plain class="shrink-0">
    {Object.entries(fields).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <Button size="sm">
      <span aria-hidden="true">{label}</span>
      <span class="sr-only">{about}</span>
    </Button>
  </Form>
);

interface InvitationsProps {
  invitations: readonly Invitation[];
  deedsOf(invitation: Invitation): readonly Deed[];
}

/** Whoever has been invited and has not answered, also when the time is over. */
export const Invitations = ({ invitations, deedsOf }: InvitationsProps) => {
  const w = useInsideWords();
  const { now } = useUi();
  const columns: readonly Column<Invitation>[] = [
    {
      key: "name",
      heading: w.name,
      width: "grow",
      narrow: "title",
      cell: ({ name, email }) => <NameCell about={[email]}>{name}</NameCell>,
    },
    { key: "at", heading: w.invitedAt, from: "md", cell: ({ invitedAt }) => <Time at={invitedAt} look="date" /> },
    {
      key: "until",
      heading: w.until,
      narrow: "pair",
      cell: ({ expiresAt }) =>
        expiresAt > now ? (
          <Time at={expiresAt} look="datetime" />
        ) : (
          <Tag tone="warning" icon="clock" look="plain">
            {w.over}
          </Tag>
        ),
    },
    {
      key: "do",
      heading: w.withdraw,
      hideHeading: true,
      align: "end",
      narrow: "fact",
      cell: (invitation) => (
        <span class="flex gap-2 sm:justify-end">
          {deedsOf(invitation).map((deed) => (
            <DeedButton key={deed.id} {...deed} />
          ))}
        </span>
      ),
    },
  ];
  return (
    <Panel title={w.invitations} id="invitations">
      <Table caption={w.invitations} columns={columns} rows={invitations} keyOf={({ personId }) => String(personId)} />
    </Panel>
  );
};

interface OutsideProps {
  people: readonly Outsider[];
  /** Posts make the person in its path a member. */
  actionOf(person: Outsider): string;
}

/** Whoever could belong to the organisation by his address, and does not. */
export const Outside = ({ people, actionOf }: OutsideProps) => {
  const w = useInsideWords();
  const columns: readonly Column<Outsider>[] = [
    {
      key: "name",
      heading: w.name,
      width: "grow",
      narrow: "title",
      cell: ({ name, email }) => <NameCell about={[email]}>{name}</NameCell>,
    },
    {
      key: "do",
      heading: w.takeIn,
      hideHeading: true,
      align: "end",
      narrow: "fact",
      cell: (person) => (
        <DeedButton
          id={`take-in-${person.id}`}
          action={actionOf(person)}
          fields={{ name: person.name }}
          label={w.takeIn}
          about={w.takeInOf({ name: person.name })}
        />
      ),
    },
  ];
  return (
    <Panel title={w.outside} id="outside">
      <div class="stack">
        <p class="muted">{w.outsideAbout}</p>
        <Table caption={w.outside} columns={columns} rows={people} keyOf={({ id }) => String(id)} />
      </div>
    </Panel>
  );
};
