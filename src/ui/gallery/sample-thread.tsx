import { Composer } from "../conversation/composer.tsx";
import { Message } from "../conversation/message.tsx";
import { PlainText, Prose } from "../conversation/prose.tsx";
import { SystemEvents } from "../conversation/system-events.tsx";
import { Timeline, TimelineMark } from "../conversation/timeline.tsx";
import { Select } from "../forms/select.tsx";
import { Menu, MenuLink } from "../actions/menu.tsx";
import { Icon } from "../icon.tsx";
import { Button } from "../actions/button.tsx";
import { WritingForm, WritingPlace } from "../conversation/writing-place.tsx";
import { useAgo, useSampleWords } from "./samples.tsx";

const Answer = ({ id }: { id: string }) => {
  const words = useSampleWords();
  const ago = useAgo();
  return (
    <Message
      id={`${id}-m3`}
      ours
      author={{ name: "Ann Beck", about: words.support }}
      at={ago(35)}
      channel={{ icon: "monitor", label: words.byPortal }}
      to={words.toMaria}
      footer={
        <span>
          <Icon name="check-check" size={14} /> {words.delivered}
        </span>
      }
    >
      <Prose>
        <p>{words.letter2a}</p>
        <p>{words.letter2b}</p>
        <pre tabIndex={0}>
          <code>proxy_cookie_flags tresen_session samesite=lax secure;</code>
        </pre>
        <p>{words.letter2c}</p>
      </Prose>
    </Message>
  );
};

/** One ticket's story; `agent` shows notes and changes, which customers never get. */
export const SampleThread = ({ id, agent }: { id: string; agent?: boolean | undefined }) => {
  const words = useSampleWords();
  const ago = useAgo();
  const [took = "", raised = "", waiting = ""] = words.changes;
  return (
    <Timeline label={words.conversation}>
      <Message
        id={`${id}-m1`}
        author={{ name: "Maria Huber", about: words.fromWittmann }}
        at={ago(190)}
        channel={{ icon: "mail", label: words.byMail }}
        quoted={words.quote}
        attachments={[
          { id: "a1", name: "Bildschirmfoto 2026-11-03 um 08.14.22.png", href: "#a1", size: "412 kB", icon: "image" },
          { id: "a2", name: words.uploading, href: "#a2", size: "8,4 MB" },
        ]}
        actions={
          agent && (
            <Menu kind="quiet" size="sm" iconOnly align="end">
              <MenuLink href="#link" icon="link">
                {words.link}
              </MenuLink>
              <MenuLink href="#print" icon="printer">
                {words.print}
              </MenuLink>
            </Menu>
          )
        }
      >
        <PlainText>{words.letter1}</PlainText>
      </Message>
      {agent && (
        <SystemEvents
          items={[
            { id: `${id}-e1`, icon: "user-check", words: took, at: ago(180) },
            { id: `${id}-e2`, icon: "flag", words: raised, at: ago(178) },
            { id: `${id}-e3`, icon: "hourglass", words: waiting, at: ago(90) },
          ]}
        />
      )}
      {agent && (
        <Message
          id={`${id}-m2`}
          kind="note"
          author={{ name: "Tom Adeyemi" }}
          at={ago(60)}
          channel={{ icon: "phone", label: words.byPhone }}
        >
          <PlainText>{words.note}</PlainText>
        </Message>
      )}
      <Answer id={id} />
      {agent && <SystemEvents items={[{ id: `${id}-e4`, icon: "tag", words: words.tagged, at: ago(30) }]} />}
      <TimelineMark>{words.newSince}</TimelineMark>
      <Message
        id={`${id}-m4`}
        fresh
        author={{ name: "Maria Huber", about: words.fromWittmann }}
        at={ago(4)}
        channel={{ icon: "mail", label: words.byMail }}
      >
        <PlainText>{words.paragraph}</PlainText>
      </Message>
    </Timeline>
  );
};

export const AgentComposer = ({ id, kind }: { id: string; kind?: "reply" | "note" | undefined }) => {
  const words = useSampleWords();
  return (
    <Composer
      id={id}
      action="#send"
      files
      reply={{ to: [words.maria], copies: ["it@wittmann.example"], sendLabel: words.sendReply }}
      note={{ audience: words.audience, saveLabel: words.saveNote }}
      kind={kind}
      body={kind === "note" ? words.note : words.draft}
    >
      <Select
        name="then"
        label={words.then}
        mark={false}
        hideLabel
        options={words.thenOptions.map((label, index) => ({ value: String(index), label }))}
      />
    </Composer>
  );
};

export const CustomerComposer = ({ id, refused }: { id: string; refused?: boolean | undefined }) => {
  const words = useSampleWords();
  return (
    <Composer
      id={id}
      action="#send"
      files
      reply={{ to: [words.desk], sendLabel: words.sendReply }}
      errors={refused ? { body: words.subjectError } : {}}
    />
  );
};

/** Answer and note as two forms in one place, with the rich editor. */
export const AgentWriting = ({ id }: { id: string }) => {
  const words = useSampleWords();
  const mentions = [
    { id: 1, name: "Tom Adeyemi" },
    { id: 2, name: "Ada Okonkwo" },
  ];
  const send = (label: string, icon: "send" | "lock") => (
    <Button kind="primary" icon={icon} hotkey="mod+enter">
      {label}
    </Button>
  );
  return (
    <WritingPlace
      id={id}
      label={`${words.replyTab}, ${words.noteTab}`}
      current="reply"
      kinds={[
        {
          key: "reply",
          label: words.replyTab,
          icon: "reply",
          form: (
            <WritingForm
              id={`${id}-reply`}
              action="#send"
              to={words.maria}
              text={words.draft}
              actions={send(words.sendReply, "send")}
            />
          ),
        },
        {
          key: "note",
          label: words.noteTab,
          icon: "lock",
          form: (
            <WritingForm
              id={`${id}-note`}
              action="#note"
              look="note"
              to={words.audience}
              mentions={mentions}
              actions={send(words.saveNote, "lock")}
            />
          ),
        },
      ]}
    />
  );
};
