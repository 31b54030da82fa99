import type { ComponentChildren } from "preact";
import {
  Button,
  Checkbox,
  Icon,
  Menu,
  MenuSearch,
  Notice,
  TextInput,
  useUi,
  WritingForm,
  WritingPlace,
} from "../../../../ui/index.ts";
import type { WritingKind } from "../../../../ui/index.ts";
import { fileLimits } from "../../file-limits.ts";
import { offeredMoves } from "../../rules/desk-offers.ts";
import { messageKinds, type MessageKind } from "../../rules/ticket.ts";
import { deskWords } from "../../words-desk.ts";
import { KeptFiles } from "../portal/kept-files.tsx";
import { statusLook } from "../tags.tsx";
import { addressed, nameOf } from "./around.ts";
import { Meanwhile } from "./meanwhile.tsx";
import { Unreached } from "./unreached.tsx";
import { ticketPath, type Begun, type TicketScreen } from "./ticket-screen.ts";

/** Answer, note and update, each a form of its own with a draft of its own. */
export const TicketComposer = ({ screen, compose }: { screen: TicketScreen; compose: MessageKind | undefined }) => {
  const { offers, refused } = screen;
  const w = deskWords[useUi().locale].composer;
  // Words that were refused stay in sight, also where the ticket takes none any more.
  const has = (verb: "reply" | "note" | "update", kind: MessageKind): boolean =>
    offers.has(verb) || refused?.kind === kind;
  const kinds: WritingKind[] = [
    ...(has("reply", "public")
      ? [{ key: "reply", label: w.reply, icon: "reply" as const, hotkey: "r", form: <ReplyForm screen={screen} /> }]
      : []),
    ...(has("note", "note")
      ? [{ key: "note", label: w.note, icon: "lock" as const, hotkey: "n", form: <NoteForm screen={screen} /> }]
      : []),
    ...(has("update", "update")
      ? [{ key: "update", label: w.update, icon: "sticky-note" as const, form: <UpdateForm screen={screen} /> }]
      : []),
  ];
  const [first] = kinds;
  if (!first) return <p class="muted">{w.readOnly}</p>;
  const wanted = keyOf(refused && refused.kind !== "other" ? refused.kind : (compose ?? typedLast(screen.begun)));
  const current = kinds.some(({ key }) => key === wanted) ? wanted : first.key;
  return (
    <>
      {offers.has("reply") && <Unreached screen={screen} />}
      <WritingPlace id="composer" label={w.title} kinds={kinds} current={current} />
    </>
  );
};

/** What the person was typing when he left; the answer when nothing is begun. */
const typedLast = (begun: TicketScreen["begun"]): MessageKind | undefined =>
  messageKinds
    .filter((kind) => begun[kind] !== undefined && (begun[kind].text !== "" || begun[kind].files.length > 0))
    .toSorted((one, other) => savedAt(begun[other]) - savedAt(begun[one]))[0];

const savedAt = (begun: Begun | undefined): number => begun?.savedAt?.getTime() ?? 0;

const keyOf = (kind: MessageKind | undefined): string => (kind === "public" ? "reply" : (kind ?? "reply"));

interface KindFormProps {
  screen: TicketScreen;
  kind: MessageKind;
  path: string;
  look?: "letter" | "note";
  to: ComponentChildren;
  placeholder: string;
  mentions?: boolean;
  tools?: ComponentChildren;
  children?: ComponentChildren;
  actions: ComponentChildren;
}

const KindForm = ({ screen, kind, path, ...props }: KindFormProps) => {
  const { ticket, begun, refused, around, viewer } = screen;
  const draft = begun[kind];
  const state = refused?.kind === kind ? refused.state : undefined;
  return (
    <WritingForm
      id={`composer-${keyOf(kind)}`}
      action={ticketPath(ticket, path)}
      look={props.look}
      to={props.to}
      text={draft?.text}
      html={draft?.html ?? undefined}
      placeholder={props.placeholder}
      mentions={
        props.mentions ? around.agents.filter(({ id }) => id !== viewer.id).map(({ id, name }) => ({ id, name })) : []
      }
      draftUrl={ticketPath(ticket, `/drafts/${kind}`)}
      kept={{ draft: String(draft?.version ?? 0) }}
      errors={state?.errors}
      values={state?.values ?? draft?.fields}
      warning={state && refused && <Warning screen={screen} problem={state.problem} />}
      attached={<KeptFiles files={draft?.files ?? []} />}
      tools={props.tools}
      fileLimits={fileLimits}
      actions={props.actions}
    >
      <input type="hidden" name="once" value={screen.once} />
      <input type="hidden" name="seen" value={screen.lastMessageId} data-goes-on />
      <input type="hidden" name="version" value={ticket.version} data-goes-on />
      {props.children}
    </WritingForm>
  );
};

const Warning = ({ screen, problem }: { screen: TicketScreen; problem: string | undefined }) => {
  const w = deskWords[useUi().locale].composer;
  const { refused } = screen;
  if (!refused || (!problem && refused.meanwhile.length === 0)) return null;
  return (
    <Notice tone="warning" title={refused.isCollision ? w.collision : problem}>
      <Meanwhile entries={refused.meanwhile} screen={screen} />
      <p>{refused.isCollision ? w.collisionHelp : w.wordsKept}</p>
    </Notice>
  );
};

const ReplyForm = ({ screen }: { screen: TicketScreen }) => {
  const w = deskWords[useUi().locale].composer;
  return (
    <KindForm
      screen={screen}
      kind="public"
      path="/reply"
      to={<Recipients screen={screen} />}
      placeholder={w.replyPlaceholder}
      tools={<CannedMenu screen={screen} />}
      actions={<SendButtons screen={screen} />}
    />
  );
};

const Recipients = ({ screen: { ticket, requester, around, refused, offers, begun } }: { screen: TicketScreen }) => {
  const w = deskWords[useUi().locale].composer;
  const left = new Set(refused?.state.lists["uncopy"] ?? []);
  return (
    <>
      <p>
        <span class="composer-to-label">{w.to}</span> {addressed(requester)}
        {requester.email === null && <span class="muted"> · {w.noAddress}</span>}
      </p>
      {(ticket.participantIds.length > 0 || offers.has("addParticipant")) && (
        <div class="copies">
          <span class="composer-to-label">{w.cc}</span>
          {ticket.participantIds.map((id) => (
            <label key={id} class="filter-chip copy-chip" title={around.people.get(id)?.email ?? undefined}>
              <input
                class="sr-only"
                type="checkbox"
                name="uncopy"
                value={id}
                checked={left.has(String(id))}
                aria-label={w.leaveOut({ name: nameOf(around, id) })}
                disabled={!offers.has("removeParticipant")}
              />
              {nameOf(around, id)}
              <Icon name="x" size={14} />
            </label>
          ))}
          {offers.has("addParticipant") && (
            <details
              class="copy-add"
              id="composer-cc"
              open={Boolean(refused?.state.values["cc"] ?? begun.public?.fields["cc"])}
            >
              <summary>
                <Icon name="plus" size={14} /> {w.addCc}
              </summary>
              <TextInput
                name="cc"
                label={w.ccAddresses}
                hideLabel
                mark={false}
                placeholder={w.ccAddresses}
                autocomplete="off"
              />
            </details>
          )}
        </div>
      )}
    </>
  );
};

const CannedMenu = ({ screen: { canned, ticket } }: { screen: TicketScreen }) => {
  const w = deskWords[useUi().locale].composer;
  if (canned.length === 0) return null;
  return (
    <Menu kind="quiet" size="sm" icon="file-text" label={w.canned} up>
      <MenuSearch label={w.cannedSearch} none={w.cannedNone} />
      {canned.map(({ id, title, text }) => (
        <a
          key={id}
          class="menu-row"
          href={`${ticketPath(ticket)}?canned=${id}#composer`}
          data-insert={text}
          data-search={text}
          title={text}
          data-turbo-prefetch="false"
        >
          <span class="menu-words">
            {title}
            <span class="menu-about">{text.replaceAll(/\s+/g, " ").slice(0, 120)}</span>
          </span>
        </a>
      ))}
    </Menu>
  );
};

const SendButtons = ({ screen: { ticket, offers, refused } }: { screen: TicketScreen }) => {
  const { locale } = useUi();
  const w = deskWords[locale].composer;
  const moves = offeredMoves(ticket, offers).filter(({ verb }) => verb !== "cancel");
  return (
    <div class="split">
      <Button kind="primary" icon="send" hotkey="mod+enter" class="composer-send">
        {refused?.isCollision && refused.kind === "public" ? w.sendAnyway : w.send}
      </Button>
      {moves.length > 0 && (
        <Menu iconOnly icon="chevron-down" align="end" up label={w.sendAnd}>
          {moves.map(({ verb, status, name }) => (
            <button key={verb} class="menu-row" name="thenStatus" value={status}>
              <Icon name={statusLook(name.status, "agent").icon} />
              <span class="menu-words">{w.sendThen({ status: name[locale] })}</span>
            </button>
          ))}
          {moves.some(({ status }) => status === "resolved" || status === "closed") && (
            <div class="split-result">
              <input type="hidden" name="resultBefore" value={ticket.result ?? ""} data-with-words />
              <TextInput name="result" label={w.result} help={w.resultHelp} mark={false} value={ticket.result ?? ""} />
            </div>
          )}
        </Menu>
      )}
    </div>
  );
};

const NoteForm = ({ screen }: { screen: TicketScreen }) => {
  const w = deskWords[useUi().locale].composer;
  return (
    <KindForm
      screen={screen}
      kind="note"
      path="/note"
      look="note"
      mentions
      to={
        <p>
          <span class="composer-to-label">{w.visibleTo}</span> {w.onlyDesk}
        </p>
      }
      placeholder={w.notePlaceholder}
      actions={
        <Button kind="primary" icon="lock" hotkey="mod+enter" class="composer-send">
          {w.saveNote}
        </Button>
      }
    />
  );
};

const UpdateForm = ({ screen }: { screen: TicketScreen }) => {
  const w = deskWords[useUi().locale].composer;
  return (
    <KindForm
      screen={screen}
      kind="update"
      path="/update"
      to={
        <p>
          <span class="composer-to-label">{w.visibleTo}</span> {w.everybody}
        </p>
      }
      placeholder={w.updatePlaceholder}
      actions={
        <Button kind="primary" icon="sticky-note" hotkey="mod+enter" class="composer-send">
          {w.saveUpdate}
        </Button>
      }
    >
      <div class="composer-option">
        <Checkbox name="isInternal" label={w.internalUpdate} />
      </div>
    </KindForm>
  );
};
