import {
  EmptyState,
  LinkButton,
  Menu,
  MenuButton,
  MenuLink,
  MenuSeparator,
  Notice,
  PageHeader,
  Table,
  Tag,
  type Column,
} from "../../../ui/index.ts";
import type { Supplier } from "../types.ts";
import { useSupplierWords } from "../words.ts";
import { supplierEndHref, supplierHref, suppliersPath } from "./paths.ts";

interface SupplierListProps {
  suppliers: readonly Supplier[];
  /** How many tickets were passed to each. */
  counts: ReadonlyMap<number, { all: number; open: number }>;
  /** Why one could not be ended. */
  problem: string | undefined;
}

export const SupplierList = ({ suppliers, counts, problem }: SupplierListProps) => {
  const w = useSupplierWords();
  const add = (
    <LinkButton href={`${suppliersPath}/new`} icon="plus" kind="primary">
      {w.add}
    </LinkButton>
  );
  return (
    <div class="stack">
      <PageHeader title={w.title} actions={add}>
        <p>{w.about}</p>
      </PageHeader>
      {problem !== undefined && (
        <div role="alert">
          <Notice tone="danger">{problem}</Notice>
        </div>
      )}
      <Table
        caption={w.title}
        columns={useColumns(counts)}
        rows={suppliers}
        keyOf={({ id }) => String(id)}
        empty={
          <EmptyState icon="building" title={w.none} action={add}>
            {w.noneAbout}
          </EmptyState>
        }
      />
    </div>
  );
};

const useColumns = (counts: SupplierListProps["counts"]): readonly Column<Supplier>[] => {
  const w = useSupplierWords();
  return [
    { key: "name", heading: w.name, narrow: "title", cell: ({ id, name }) => <a href={supplierHref(id)}>{name}</a> },
    { key: "address", heading: w.mailAddress, width: "grow", narrow: "pair", cell: ({ mailAddress }) => mailAddress },
    { key: "number", heading: w.customerNumber, narrow: "pair", cell: ({ customerNumber }) => customerNumber || "–" },
    { key: "tickets", heading: w.tickets, narrow: "pair", cell: ({ id }) => counts.get(id)?.open ?? 0 },
    {
      key: "state",
      heading: w.state,
      narrow: "fact",
      cell: ({ isRetired }) =>
        isRetired ? (
          <Tag icon="archive">{w.retired}</Tag>
        ) : (
          <Tag tone="success" icon="circle-check" look="plain">
            {w.active}
          </Tag>
        ),
    },
    {
      key: "more",
      heading: w.edit,
      hideHeading: true,
      align: "end",
      narrow: "fact",
      cell: (supplier) => <SupplierMenu supplier={supplier} isUsed={counts.has(supplier.id)} />,
    },
  ];
};

const SupplierMenu = ({ supplier: { id, name, isRetired }, isUsed }: { supplier: Supplier; isUsed: boolean }) => {
  const w = useSupplierWords();
  const end = { action: supplierEndHref(id), name: "to" };
  return (
    <Menu label={w.more({ name })} iconOnly size="sm" kind="quiet" align="end">
      <MenuLink href={supplierHref(id)} icon="pencil">
        {w.edit}
      </MenuLink>
      <MenuSeparator />
      {isRetired ? (
        <MenuButton {...end} value="restore" icon="undo-2">
          {w.restore}
        </MenuButton>
      ) : (
        <MenuButton {...end} value="retire" icon="archive">
          {w.retire}
        </MenuButton>
      )}
      {!isUsed && (
        <MenuButton {...end} value="delete" icon="trash" danger>
          {w.delete}
        </MenuButton>
      )}
    </Menu>
  );
};
