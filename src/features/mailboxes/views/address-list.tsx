import { formatNumber } from "../../../platform/i18n/index.ts";
import { EmptyState, LinkButton, PageHeader, Table, useUi, type Column } from "../../../ui/index.ts";
import type { MailAddress } from "../../mail-addresses/index.ts";
import type { Mailbox } from "../mailbox.ts";
import { ticketListHref } from "../../tickets/index.ts";
import { words } from "../words.ts";
import type { Offer } from "./offer.ts";
import { mailAddressesPath, mailAddressHref } from "./paths.ts";
import { MailboxTag } from "./state-tag.tsx";

export interface AddressListProps {
  addresses: readonly MailAddress[];
  mailboxes: ReadonlyMap<number, Mailbox>;
  uses: ReadonlyMap<number, number>;
  offer: Offer;
  /** The address of the desk itself. */
  main: string;
}

const Add = () => (
  <LinkButton href={`${mailAddressesPath}/new`} icon="plus" kind="primary">
    {words[useUi().locale].add}
  </LinkButton>
);

export const AddressList = (props: AddressListProps) => {
  const w = words[useUi().locale];
  return (
    <>
      <PageHeader title={w.title} actions={<Add />}>
        <p>{w.about}</p>
      </PageHeader>
      <Table
        caption={w.title}
        columns={useColumns(props)}
        rows={props.addresses}
        keyOf={({ id }) => String(id)}
        empty={<EmptyState icon="mail" title={w.none} action={<Add />} />}
      />
    </>
  );
};

const useColumns = ({ mailboxes, uses, offer, main }: AddressListProps): readonly Column<MailAddress>[] => {
  const { locale } = useUi();
  const w = words[locale];
  return [
    {
      key: "address",
      heading: w.address,
      width: "grow",
      narrow: "title",
      cell: ({ id, address, retiredAt }) => (
        <>
          <a href={mailAddressHref(id)} data-row-link>
            {address}
          </a>
          {address === main && <span class="muted"> · {w.main}</span>}
          {retiredAt && <span class="muted"> · {w.retired}</span>}
        </>
      ),
    },
    {
      key: "team",
      heading: w.team,
      narrow: "fact",
      cell: ({ teamId }) => offer.teams.find(({ id }) => id === teamId)?.name ?? <span class="muted">–</span>,
    },
    {
      key: "type",
      heading: w.type,
      from: "md",
      cell: ({ typeId }) => offer.types.find(({ id }) => id === typeId)?.names[locale] ?? <span class="muted">–</span>,
    },
    {
      key: "language",
      heading: w.language,
      from: "lg",
      cell: (address) => (address.locale ? w.languages[address.locale] : <span class="muted">–</span>),
    },
    {
      key: "comes-in",
      heading: w.comesIn,
      narrow: "fact",
      cell: ({ id }) => {
        const mailbox = mailboxes.get(id);
        return mailbox ? <MailboxTag mailbox={mailbox} /> : w.bySmtp;
      },
    },
    {
      key: "tickets",
      heading: w.tickets,
      align: "end",
      from: "md",
      cell: ({ id }) => {
        const count = uses.get(id) ?? 0;
        const said = formatNumber(count, locale);
        return count === 0 ? said : <a href={ticketListHref({ addressIds: [id] })}>{said}</a>;
      },
    },
  ];
};
