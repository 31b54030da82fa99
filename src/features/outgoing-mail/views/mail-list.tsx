import {
  EmptyState,
  FilterBar,
  LinkButton,
  Notice,
  OffsetPager,
  PageHeader,
  Select,
  Table,
  TextInput,
  Time,
  useUi,
  type Column,
} from "../../../ui/index.ts";
import { mailStates, type MailLine, type MailState } from "../mail.ts";
import { words } from "../words.ts";
import { galleryPath } from "./samples.tsx";
import { Signing, type SigningProps } from "./signing.tsx";
import { MailStateTag } from "./state-tag.tsx";

export interface MailListProps {
  rows: readonly MailLine[];
  filter: { state?: MailState | undefined; text?: string | undefined };
  /** Position of the first row, counted from 0. */
  offset: number;
  total: number;
  hrefOfPage(offset: number): string;
  pageSize: number;
  /** Nothing leaves: no mail server is set. */
  staysHere: boolean;
  /** Where the links in mails lead, if that is no use to anybody else. */
  onlyHere: string | undefined;
  failed: number;
  /** So many addresses get no mail, because mail came back from there. */
  dead: number;
  signing: SigningProps;
}

export const mailboxPath = "/admin/mailbox";

const Notices = ({ staysHere, onlyHere, failed, dead, filter, signing }: MailListProps) => {
  const w = words[useUi().locale];
  return (
    <>
      {staysHere && (
        <Notice tone="warning" icon="inbox" title={w.staysHereTitle}>
          {w.staysHere}
        </Notice>
      )}
      {!staysHere && <Signing {...signing} />}
      {!staysHere && onlyHere !== undefined && (
        <Notice tone="warning" icon="link" title={w.nextLinks.title}>
          {w.nextLinks.about({ baseUrl: onlyHere })}
        </Notice>
      )}
      {failed > 0 && filter.state !== "failed" && (
        <Notice
          tone="danger"
          title={w.failed({ many: failed })}
          actions={
            <LinkButton size="sm" href={`${mailboxPath}?state=failed`}>
              {w.showFailed}
            </LinkButton>
          }
        />
      )}
      {dead > 0 && (
        <Notice
          tone="warning"
          title={w.dead.many({ many: dead })}
          actions={
            <LinkButton size="sm" href={`${mailboxPath}/addresses`}>
              {w.dead.show}
            </LinkButton>
          }
        />
      )}
    </>
  );
};

const Filters = ({ filter }: Pick<MailListProps, "filter">) => {
  const w = words[useUi().locale];
  const isFiltered = filter.state !== undefined || filter.text !== undefined;
  return (
    <FilterBar
      id="mails"
      action={mailboxPath}
      active={[
        ...(filter.state
          ? [{ label: `${w.state}: ${w.states[filter.state]}`, removeHref: hrefOf({ text: filter.text }) }]
          : []),
        ...(filter.text ? [{ label: `“${filter.text}”`, removeHref: hrefOf({ state: filter.state }) }] : []),
      ]}
      clearHref={isFiltered ? mailboxPath : undefined}
    >
      <TextInput name="q" label={w.search} value={filter.text} mark={false} />
      <Select
        name="state"
        label={w.state}
        mark={false}
        submits
        value={filter.state}
        empty={w.anyState}
        options={mailStates.map((state) => ({ value: state, label: w.states[state] }))}
      />
    </FilterBar>
  );
};

/** The address of the list with a filter. */
export const hrefOf = ({ state, text, offset }: MailListProps["filter"] & { offset?: number }): string => {
  const query = new URLSearchParams({
    ...(state && { state }),
    ...(text && { q: text }),
    ...(offset && { from: String(offset) }),
  });
  return query.size > 0 ? `${mailboxPath}?${query.toString()}` : mailboxPath;
};

const columnsOf = (w: (typeof words)["en"]): Column<MailLine>[] => [
  {
    key: "subject",
    heading: w.subject,
    width: "grow",
    narrow: "title",
    cell: (row) => <a href={`${mailboxPath}/${row.id}`}>{row.subject}</a>,
  },
  { key: "to", heading: w.to, cell: (row) => <span title={row.to.address}>{row.to.name || row.to.address}</span> },
  { key: "state", heading: w.state, narrow: "fact", cell: (row) => <MailStateTag state={row.state} look="plain" /> },
  { key: "template", heading: w.template, from: "lg", narrow: "hide", cell: (row) => <code>{row.template}</code> },
  {
    key: "when",
    heading: w.when,
    align: "end",
    narrow: "fact",
    cell: (row) => <Time at={row.sentAt ?? row.createdAt} />,
  },
];

export const MailList = (props: MailListProps) => {
  const w = words[useUi().locale];
  const { rows, filter, offset, total, pageSize, hrefOfPage } = props;
  const isFiltered = filter.state !== undefined || filter.text !== undefined;
  return (
    <div class="mail-page">
      <PageHeader
        title={w.outgoing}
        actions={
          <LinkButton href={galleryPath} icon="eye" size="sm">
            {w.samples}
          </LinkButton>
        }
      >
        {w.about}
      </PageHeader>
      <Notices {...props} />
      <Filters filter={filter} />
      <Table
        caption={w.outgoing}
        columns={columnsOf(w)}
        rows={rows}
        keyOf={(row) => String(row.id)}
        empty={
          isFiltered ? (
            <EmptyState
              icon="search"
              title={w.nothingFound}
              action={<LinkButton href={mailboxPath}>{w.showAll}</LinkButton>}
            />
          ) : (
            <EmptyState icon="mail" title={w.empty}>
              {w.emptyAbout}
            </EmptyState>
          )
        }
      />
      <OffsetPager offset={offset} size={pageSize} shown={rows.length} total={total} hrefOf={hrefOfPage} />
    </div>
  );
};
