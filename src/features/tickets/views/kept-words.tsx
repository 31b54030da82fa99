import { formatNumber } from "../../../platform/i18n/index.ts";
import {
  Button,
  EmptyState,
  LinkButton,
  Notice,
  PageHeader,
  OffsetPager,
  PlainText,
  Tabs,
  Tag,
  Time,
  useUi,
} from "../../../ui/index.ts";
import { draftWords } from "../words-drafts.ts";

/** Words of the reader's own: being written, or sent, dropped or overtaken lately. */
export interface KeptWords {
  id: number;
  kind: "public" | "note" | "update" | "new";
  state: "writing" | "sent" | "discarded" | "overwritten";
  savedAt: Date;
  /** The ticket's, or the one typed for a new request. */
  subject: string;
  text: string;
  /** Names of attached files. */
  files: readonly string[];
  /** Where they were typed; undefined where the reader can no longer go. */
  href: string | undefined;
}

interface ListProps {
  rows: readonly KeptWords[];
  /** `<path>/restore` and `<path>/discard` take the forms. */
  path: string;
}

export const KeptWordsList = ({ rows, path }: ListProps) => (
  <ul class="earlier-drafts">
    {rows.map((row) => (
      <li key={row.id} id={`draft-${row.id}`}>
        <Heading row={row} />
        <Words text={row.text} />
        {row.files.length > 0 && <p class="small muted wrap-anywhere">{row.files.join(" · ")}</p>}
        <Steps row={row} path={path} />
      </li>
    ))}
  </ul>
);

const Heading = ({ row }: { row: KeptWords }) => {
  const w = draftWords[useUi().locale];
  return (
    <div class="earlier-draft-head">
      <h2 class="earlier-draft-subject">{row.subject || w.noSubject}</h2>
      <p class="small muted">
        <Tag tone={row.state === "writing" ? "info" : "muted"}>{w.states[row.state]}</Tag> {w.kinds[row.kind]} ·{" "}
        {w.savedAt} <Time at={row.savedAt} look="datetime" />
      </p>
      {row.href === undefined && <p class="small muted">{w.gone}</p>}
    </div>
  );
};

const longest = 600;

/** Long words are folded: the page is there to find them, not to read them. */
const Words = ({ text }: { text: string }) => {
  const { locale } = useUi();
  if (text.trim() === "") return null;
  if (text.length <= longest) return <PlainText>{text}</PlainText>;
  return (
    <details class="earlier-draft-words">
      <summary>
        <span class="earlier-draft-beginning">{text.slice(0, longest).trimEnd()} …</span>
        <span class="text-link small">
          {draftWords[locale].showAll({ characters: formatNumber(text.length, locale) })}
        </span>
      </summary>
      <PlainText>{text}</PlainText>
    </details>
  );
};

const Steps = ({ row, path }: { row: KeptWords; path: string }) => {
  const w = draftWords[useUi().locale];
  if (row.state === "writing")
    return (
      <div class="row">
        {row.href && (
          <LinkButton href={row.href} size="sm" icon="pencil">
            {w.goOn}
          </LinkButton>
        )}
        <form method="post" action={`${path}/discard`}>
          <input type="hidden" name="draftId" value={row.id} />
          <Button size="sm" kind="quiet" icon="trash">
            {w.discard}
          </Button>
        </form>
      </div>
    );
  if (row.href === undefined) return null;
  return (
    <form method="post" action={`${path}/restore`}>
      <input type="hidden" name="draftId" value={row.id} />
      <Button size="sm" icon="undo-2">
        {w.restore}
      </Button>
    </form>
  );
};

export interface KeptWordsPageProps extends ListProps {
  which: "unsent" | "sent";
  counts: { unsent: number; sent: number };
  /** Position of the first row, counted from 0. */
  from: number;
  pageSize: number;
}

/** All of a person's words that are kept, wherever they were typed. */
export const KeptWordsPage = ({ which, counts, from, pageSize, ...list }: KeptWordsPageProps) => {
  const { locale } = useUi();
  const w = draftWords[locale];
  const { rows, path } = list;
  const hrefOf = (at: number): string =>
    `${path}?${new URLSearchParams({ ...(which === "sent" && { which }), ...(at > 0 && { from: String(at) }) }).toString()}`;
  return (
    <>
      <PageHeader title={w.title}>{w.lead}</PageHeader>
      <div class="stack">
        <Tabs
          label={w.title}
          items={[
            { href: path, label: w.unsent, count: formatNumber(counts.unsent, locale), current: which === "unsent" },
            {
              href: `${path}?which=sent`,
              label: w.sent,
              count: formatNumber(counts.sent, locale),
              current: which === "sent",
            },
          ]}
        />
        {rows.length === 0 && (
          <EmptyState icon="pencil" title={which === "sent" ? w.noneSent : w.none}>
            {which === "sent" ? undefined : w.noneHelp}
          </EmptyState>
        )}
        <KeptWordsList {...list} />
        {counts[which] > pageSize && (
          <OffsetPager offset={from} size={pageSize} shown={rows.length} total={counts[which]} hrefOf={hrefOf} />
        )}
      </div>
    </>
  );
};

export interface BegunBeforeProps {
  draftId: number;
  /** How many new requests are begun, in whichever window. */
  count: number;
  /** The drafts' page. */
  path: string;
  /** The same form without what was begun. */
  emptyHref: string;
}

/** Above a form for something new that is filled from a draft: what it is, and every way on. */
export const BegunBefore = ({ draftId, count, path, emptyHref }: BegunBeforeProps) => {
  const w = draftWords[useUi().locale];
  return (
    <Notice
      icon="undo-2"
      tone="info"
      actions={
        <>
          <LinkButton href={emptyHref} size="sm" icon="plus">
            {w.startEmpty}
          </LinkButton>
          <form method="post" action={`${path}/discard`}>
            <input type="hidden" name="draftId" value={draftId} />
            <input type="hidden" name="back" value={emptyHref} />
            <Button size="sm" kind="quiet" icon="trash">
              {w.discard}
            </Button>
          </form>
          <LinkButton href={path} size="sm" kind="quiet" icon="pencil">
            {w.allDrafts({ count })}
          </LinkButton>
        </>
      }
    >
      {w.begun}
    </Notice>
  );
};

/** Says in a form in which page it is typed, and from which draft it was filled. */
export const TypedIn = ({ once, draft }: { once: string; draft: { id: number; version: number } | undefined }) => (
  <>
    <input type="hidden" name="once" value={once} />
    {draft && <input type="hidden" name="draftId" value={draft.id} data-with-words />}
    {draft && <input type="hidden" name="draft" value={draft.version} data-with-words />}
  </>
);
