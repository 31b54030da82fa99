import type { ComponentChildren } from "preact";
import { Button, LinkButton } from "../actions/button.tsx";
import { Flash } from "../actions/flash.tsx";
import { Form } from "../forms/form.tsx";
import { Select } from "../forms/select.tsx";
import { TextInput } from "../forms/text-input.tsx";
import { AdminLayout } from "../layouts/admin-layout.tsx";
import { DeskLayout } from "../layouts/desk-layout.tsx";
import { DescriptionList } from "../parts/description-list.tsx";
import { PageHeader } from "../parts/page-header.tsx";
import { Pager } from "../parts/pager.tsx";
import { Panel } from "../parts/panel.tsx";
import { Tag } from "../parts/tag.tsx";
import { CustomerFacts } from "./kit-parts.tsx";
import { QueueTable } from "./sample-table.tsx";
import { AgentComposer, SampleThread } from "./sample-thread.tsx";
import { statusLook, useDeskNav, useSampleTickets, useSampleWords } from "./samples.tsx";
import { useFrame } from "./sample-frame.tsx";

const Desk = ({
  current,
  ...rest
}: {
  current: string;
  list?: ComponentChildren;
  aside?: ComponentChildren;
  flashes?: ComponentChildren;
  width?: "flush" | "full";
  children: ComponentChildren;
}) => {
  const words = useSampleWords();
  const { brand, account } = useFrame();
  return (
    <DeskLayout
      brand={brand}
      groups={useDeskNav(current)}
      account={account}
      search={{ action: "#search", label: words.search, hotkey: "/" }}
      actions={
        <LinkButton href="#new" icon="plus" iconOnly hotkey="c">
          {words.newTicket}
        </LinkButton>
      }
      list={rest.list}
      aside={rest.aside}
      flashes={rest.flashes}
      width={rest.width}
    >
      {rest.children}
    </DeskLayout>
  );
};

export const QueuePage = () => {
  const words = useSampleWords();
  return (
    <Desk current="queue" width="flush">
      <PageHeader title={words.viewNames.unassigned}>{words.listAbout}</PageHeader>
      <form id="bulk" method="post" action="#bulk" />
      <QueueTable />
      <Pager shown={{ from: 1, to: 50, total: 1204 }} nextHref="#after" />
    </Desk>
  );
};

const TicketList = () => {
  const words = useSampleWords();
  return (
    <ul>
      {useSampleTickets().map((ticket, index) => (
        <li key={ticket.number}>
          <a
            href="#ticket"
            class="border-line hover:bg-sunken aria-[current]:bg-accent-soft flex flex-col gap-0.5 border-b px-4 py-2.5"
            aria-current={index === 0 ? "page" : undefined}
          >
            <span class="truncate font-medium">{ticket.subject}</span>
            <span class="text-muted truncate text-xs">
              {ticket.number} · {ticket.requester}
            </span>
            <Tag look="plain" {...statusLook[ticket.status]}>
              {words.statuses[ticket.status]}
            </Tag>
          </a>
        </li>
      ))}
    </ul>
  );
};

const TicketFacts = () => {
  const words = useSampleWords();
  return (
    <>
      <Panel look="section" title={words.status} folds="open">
        <DescriptionList
          items={[
            { term: words.status, detail: <Tag {...statusLook.progress}>{words.statuses.progress}</Tag> },
            {
              term: words.due,
              detail: (
                <Tag tone="danger" icon="timer">
                  {words.overdue}
                </Tag>
              ),
            },
            { term: words.assignee, detail: "Ann Beck" },
            { term: words.product, detail: words.products[0] },
          ]}
        />
      </Panel>
      <Panel look="section" title={words.customer} folds="open">
        <CustomerFacts />
      </Panel>
      <Panel look="section" title={words.history} folds="closed">
        <p>{words.noticeInfo}</p>
      </Panel>
    </>
  );
};

export const TicketPage = () => {
  const words = useSampleWords();
  return (
    <Desk
      current="ticket"
      list={<TicketList />}
      aside={<TicketFacts />}
      flashes={
        <Flash id="sent" stays undo={{ action: "#undo", seconds: 10 }}>
          {words.flashSent}
        </Flash>
      }
    >
      <PageHeader title={words.headline} actions={<Button icon="circle-check">{words.statuses.resolved}</Button>}>
        10482 · Maria Huber · {words.organisationName}
      </PageHeader>
      <div class="stack">
        <SampleThread id="ticket" agent />
        <AgentComposer id="composer" />
      </div>
    </Desk>
  );
};

export const SettingsPage = () => {
  const words = useSampleWords();
  const { brand, account } = useFrame();
  const { settingsNav } = words;
  return (
    <AdminLayout
      brand={brand}
      account={account}
      groups={[
        {
          heading: words.placeNames.settings,
          items: [
            { href: "?show=settings", label: settingsNav.general, icon: "settings", current: true },
            { href: "#mail", label: settingsNav.mail, icon: "mail" },
            { href: "#people", label: settingsNav.people, icon: "users" },
            { href: "#types", label: settingsNav.types, icon: "ticket" },
            { href: "#rules", label: settingsNav.rules, icon: "zap" },
          ],
        },
      ]}
    >
      <PageHeader title={words.generalSettings}>{words.settingsAbout}</PageHeader>
      <Form id="settings" action="#save">
        <TextInput name="name" label={words.deskName} value={words.desk} required />
        <Select
          name="locale"
          label={words.language}
          options={words.languages.map((label) => ({ value: label, label }))}
          required
          width="sm"
        />
        <div class="form-actions">
          <Button kind="primary">{words.save}</Button>
        </div>
      </Form>
    </AdminLayout>
  );
};
