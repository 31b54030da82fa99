import { Button, LinkButton } from "../actions/button.tsx";
import { ActionCard, ActionCards } from "../parts/action-card.tsx";
import { Avatar, Avatars } from "../parts/avatar.tsx";
import { Breadcrumbs } from "../parts/breadcrumbs.tsx";
import { DescriptionList } from "../parts/description-list.tsx";
import { EmptyState } from "../parts/empty-state.tsx";
import { ErrorState } from "../parts/error-state.tsx";
import { History } from "../parts/history.tsx";
import { Notice } from "../parts/notice.tsx";
import { PageHeader } from "../parts/page-header.tsx";
import { Pager } from "../parts/pager.tsx";
import { Panel } from "../parts/panel.tsx";
import { Progress, Skeleton, Spinner } from "../parts/progress.tsx";
import { Stat, Stats } from "../parts/stat.tsx";
import { Tabs } from "../parts/tabs.tsx";
import { Badge, Tag } from "../parts/tag.tsx";
import { Time } from "../parts/time.tsx";
import { QueueTable } from "./sample-table.tsx";
import { priorityLook, statusLook, useAgo, useSampleWords, type SampleTicket } from "./samples.tsx";

export const TagSamples = () => {
  const words = useSampleWords();
  const ago = useAgo();
  const statuses = Object.entries(words.statuses) as [SampleTicket["status"], string][];
  return (
    <div class="stack">
      <div class="row">
        {statuses.map(([status, label]) => (
          <Tag key={status} {...statusLook[status]}>
            {label}
          </Tag>
        ))}
      </div>
      <div class="row gap-4">
        {(["blocker", "high", "medium", "low"] as const).map((priority) => (
          <Tag key={priority} look="plain" {...priorityLook[priority]}>
            {words[priority]}
          </Tag>
        ))}
        <Tag tone="danger" icon="timer">
          {words.overdue}
        </Tag>
        <Badge>12</Badge>
        <Badge tone="accent" label={words.newSince}>
          3
        </Badge>
      </div>
      <div class="row gap-3">
        <Avatar name="Maria Huber" size="lg" />
        <Avatar name="Ann Beck" labelled />
        <Avatar name="Jörg Ößler" />
        <Avatar name="Tom Adeyemi" size="sm" />
        <Avatar name="cy@north.example" size="xs" />
        <Avatars names={["Maria Huber", "Ann Beck", "Ada Okonkwo", "Eve Lindqvist", "Łukasz Żółć"]} />
        <Time at={ago(0)} />
        <Time at={ago(5)} />
        <Time at={ago(60 * 26)} />
        <Time at={ago(60 * 24 * 40)} />
        <Time at={ago(190)} look="datetime" />
        <Spinner label={words.busy} />
      </div>
    </div>
  );
};

export const NoticeSamples = () => {
  const words = useSampleWords();
  return (
    <div class="stack">
      <Notice>{words.noticeInfo}</Notice>
      <Notice tone="success">{words.noticeSuccess}</Notice>
      <Notice tone="warning" title={words.noticeWarning}>
        {words.noticeWarningText}
      </Notice>
      <Notice tone="danger" title={words.noticeDanger} actions={<Button size="sm">{words.checkSettings}</Button>}>
        {words.noticeDangerText}
      </Notice>
      <Notice tone="muted" icon="lock">
        {words.consentHelp}
      </Notice>
    </div>
  );
};

export const FactSamples = () => {
  const words = useSampleWords();
  const ago = useAgo();
  return (
    <div class="stack">
      <Breadcrumbs
        items={[
          { label: words.nav.home, href: "#home" },
          { label: words.nav.articles, href: "#kb" },
          { label: words.products[2] ?? "", href: "#product" },
        ]}
      />
      <Stats>
        <Stat
          label={words.open}
          value="1.204"
          change={{ words: words.thanWeek, direction: "up", good: false }}
          href="#open"
        />
        <Stat
          label={words.firstAnswer}
          value="1:42"
          unit="h"
          change={{ words: words.thanWeek, direction: "down", good: true }}
        />
        <Stat label={words.satisfaction} value="4,6" unit={words.of5} hint={words.period} />
        <Stat label={words.reopened} value="7" change={{ words: words.fewer, direction: "down", good: true }} />
      </Stats>
      <div class="grid gap-4 sm:grid-cols-2">
        <Panel
          title={words.customer}
          action={
            <Button kind="quiet" size="sm" icon="pencil" iconOnly>
              {words.save}
            </Button>
          }
        >
          <CustomerFacts />
        </Panel>
        <Panel title={words.history} folds="closed">
          <DescriptionList look="above" items={[{ term: "10391", detail: words.noticeInfo }]} />
        </Panel>
      </div>
      <History
        title={words.history}
        empty={words.noticeInfo}
        lines={[{ id: 1, at: ago(90), words: words.noticeSuccess, by: "Ada Okonkwo" }]}
      />
      <ActionCards>
        <ActionCard href="#ask" icon="message-square" title={words.ask}>
          {words.askAbout}
        </ActionCard>
        <ActionCard href="#read" icon="book-open" title={words.read}>
          {words.readAbout}
        </ActionCard>
      </ActionCards>
    </div>
  );
};

export const CustomerFacts = () => {
  const words = useSampleWords();
  return (
    <DescriptionList
      items={[
        {
          term: words.requester,
          detail: (
            <a class="text-link" href="#maria">
              Maria Huber
            </a>
          ),
        },
        { term: words.address, detail: "maria.huber@wittmann-soehne-maschinenbau.example" },
        { term: words.organisation, detail: words.organisationName },
        { term: words.package, detail: words.packageName },
        { term: words.phone, detail: "+49 30 1234567" },
      ]}
    />
  );
};

export const ListSamples = () => {
  const words = useSampleWords();
  return (
    <div>
      <Tabs
        label={words.list}
        items={[
          { href: "#t1", label: words.viewNames.mine, count: "7", current: true },
          { href: "#t2", label: words.viewNames.unassigned, count: "12" },
          { href: "#t3", label: words.viewNames.waiting, icon: "hourglass" },
          { href: "#t4", label: words.viewNames.done },
        ]}
      />
      <form id="bulk" method="post" action="#bulk" />
      <QueueTable />
      <Pager shown={{ from: 51, to: 100, total: 1204 }} previousHref="#before" nextHref="#after" />
    </div>
  );
};

export const StateSamples = () => {
  const words = useSampleWords();
  return (
    <div class="grid gap-6 md:grid-cols-2">
      <Panel>
        <EmptyState title={words.emptyTitle} action={<Button icon="phone">{words.emptyAction}</Button>}>
          {words.emptyText}
        </EmptyState>
      </Panel>
      <Panel>
        <EmptyState size="sm" icon="paperclip" title={words.emptySmall} />
      </Panel>
      <div class="stack">
        <Progress label={words.uploading} value={3.1} max={8.4} hint={words.uploaded} />
        <Progress label={words.busy} />
        <Skeleton lines={4} />
      </div>
      <PageHeader
        title={words.headline}

        actions={<Button size="sm">{words.print}</Button>}
      >
        {words.listAbout}
      </PageHeader>
    </div>
  );
};

export const ErrorSample = () => {
  const words = useSampleWords();
  return (
    <ErrorState
      code={404}
      icon="search"
      title={words.missingTitle}
      reference="7f3a9c1e"
      actions={
        <>
          <LinkButton href="#start" kind="primary">
            {words.toStart}
          </LinkButton>
          <LinkButton href="#requests">{words.toRequests}</LinkButton>
        </>
      }
    >
      {words.missingText}
    </ErrorState>
  );
};
