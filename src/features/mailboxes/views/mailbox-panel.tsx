import { Button, DescriptionList, Form, LinkButton, Notice, Panel, Time, useUi } from "../../../ui/index.ts";
import type { Mailbox } from "../mailbox.ts";
import { words } from "../words.ts";
import { mailboxHref } from "./paths.ts";
import { MailboxTag } from "./state-tag.tsx";

interface MailboxPanelProps {
  addressId: number;
  mailbox: Mailbox | undefined;
  smtp: { host: string; port: number };
}

/** How mail for the address comes in. */
export const MailboxPanel = ({ addressId, mailbox, smtp }: MailboxPanelProps) => {
  const w = words[useUi().locale];
  return (
    <Panel title={w.comesIn}>
      <div class="stack gap-3">
        <p>{w.smtpAbout(smtp)}</p>
        {mailbox ? (
          <MailboxFacts mailbox={mailbox} />
        ) : (
          <>
            <p>{w.noMailbox}</p>
            <div>
              <LinkButton href={mailboxHref(addressId)} icon="inbox">
                {w.setUp}
              </LinkButton>
            </div>
          </>
        )}
      </div>
    </Panel>
  );
};

const MailboxFacts = ({ mailbox }: { mailbox: Mailbox }) => {
  const w = words[useUi().locale];
  const { username, host, place, error, errorAt, addressId, pausedAt } = mailbox;
  const href = mailboxHref(addressId);
  return (
    <>
      {error !== null && !pausedAt && <Notice tone="danger" title={error} />}
      <DescriptionList
        items={[
          { term: w.state, detail: <MailboxTag mailbox={mailbox} /> },
          { term: w.mailbox, detail: `${username} · ${host}` },
          ...(errorAt && error !== null
            ? [{ term: w.failingSince, detail: <Time at={errorAt} look="datetime" /> }]
            : []),
          { term: w.fetched, detail: place ? <Time at={place.at} look="datetime" /> : w.never },
        ]}
      />
      <p class="muted small">{w.removeAbout}</p>
      <div class="row">
        <LinkButton href={href}>{w.change}</LinkButton>
        <Form id="pause" action={`${href}/pause`} plain>
          <input type="hidden" name="isPaused" value={pausedAt ? "" : "on"} />
          <Button>{pausedAt ? w.resume : w.pause}</Button>
        </Form>
        <Form id="remove" action={`${href}/remove`} plain>
          <Button kind="danger">{w.remove}</Button>
        </Form>
      </div>
    </>
  );
};
