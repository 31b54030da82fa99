import {
  Button,
  EmptyState,
  Form,
  LinkButton,
  Notice,
  OffsetPager,
  PageHeader,
  Table,
  Time,
  useUi,
  type Column,
} from "../../../ui/index.ts";
import type { Undeliverable } from "../store/undeliverable.ts";
import { words } from "../words.ts";
import { mailboxPath } from "./mail-list.tsx";

export const deadAddressesPath = `${mailboxPath}/addresses`;

type Row = Undeliverable & { mailId: number };

export interface DeadAddressesProps {
  rows: readonly Row[];
  offset: number;
  pageSize: number;
  total: number;
  problem?: string | undefined;
}

const columnsOf = ({ dead: w }: (typeof words)["en"]): Column<Row>[] => [
  {
    key: "address",
    heading: w.address,
    narrow: "title",
    cell: ({ address, mailId }) => (
      <a class="wrap-anywhere" href={`${mailboxPath}/${mailId}`}>
        {address}
      </a>
    ),
  },
  { key: "since", heading: w.since, narrow: "fact", cell: ({ since }) => <Time at={since} look="datetime" /> },
  {
    key: "reason",
    heading: w.reason,
    width: "grow",
    narrow: "fact",
    cell: ({ reason }) => (
      <span class="wrap-anywhere" title={reason || undefined}>
        {reason || w.noReason}
      </span>
    ),
  },
  {
    key: "clear",
    heading: w.clear,
    hideHeading: true,
    align: "end",
    narrow: "fact",
    cell: ({ address }) => (
      <Form id={`clear-${address}`} action={`${deadAddressesPath}/clear`} plain>
        <input type="hidden" name="address" value={address} />
        <Button size="sm" icon="refresh-cw" class="whitespace-nowrap">
          {w.clear}
        </Button>
      </Form>
    ),
  },
];

/** Addresses from which mail came back, so that none goes there, each with the way to try again. */
export const DeadAddresses = ({ rows, offset, pageSize, total, problem }: DeadAddressesProps) => {
  const all = words[useUi().locale];
  const w = all.dead;
  return (
    <div class="mail-page">
      <PageHeader
        title={w.title}
        actions={
          <LinkButton href={mailboxPath} icon="arrow-left" size="sm">
            {all.outgoing}
          </LinkButton>
        }
      >
        {w.about}
      </PageHeader>
      {problem !== undefined && <Notice tone="danger">{problem}</Notice>}
      <Table
        caption={w.title}
        columns={columnsOf(all)}
        rows={rows}
        keyOf={(row) => row.address}
        empty={<EmptyState icon="mail" title={w.none} />}
      />
      <OffsetPager
        offset={offset}
        size={pageSize}
        shown={rows.length}
        total={total}
        hrefOf={(from) => `${deadAddressesPath}?from=${from}`}
      />
    </div>
  );
};
