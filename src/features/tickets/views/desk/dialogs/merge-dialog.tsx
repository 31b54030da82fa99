import { Button, Form, LinkButton, Notice, RadioCards, TextArea, TextInput, useUi } from "../../../../../ui/index.ts";
import { togetherWords } from "../../../words-together.ts";
import { TicketLine } from "../ticket-people.tsx";
import { ticketPath, type TicketScreen } from "../ticket-screen.ts";
import { dialogHref } from "../dialog-href.ts";
import type { MergeAsked, MergePreview, OtherTicket } from "../together.ts";
import { DialogFrame, formFacts } from "./dialog-frame.tsx";

interface MergeDialogProps {
  screen: TicketScreen;
  asked: MergeAsked;
}

/** First the ticket in which it goes on, then what happens to whom; nothing is merged before that was seen. */
export const MergeDialog = ({ screen, asked }: MergeDialogProps) => {
  const w = togetherWords[useUi().locale].merge;
  const { ticket } = screen;
  const { preview } = asked;
  const mayMerge = preview !== undefined && preview.refused === undefined;
  return (
    <DialogFrame
      screen={screen}
      title={w.title({ number: ticket.number })}
      actions={
        mayMerge && (
          <Button kind="primary" form="merge-form" icon="git-merge">
            {w.button({ number: preview.target.number })}
          </Button>
        )
      }
    >
      <div class="stack">
        {preview ? (
          <Preview screen={screen} asked={asked} preview={preview} />
        ) : (
          <Choice screen={screen} asked={asked} />
        )}
      </div>
    </DialogFrame>
  );
};

const Choice = ({ screen: { ticket, list }, asked }: MergeDialogProps) => {
  const w = togetherWords[useUi().locale].merge;
  return (
    <>
      <p class="muted">{w.lead}</p>
      <Form
        id="merge-search"
        method="get"
        action={ticketPath(ticket)}
        plain
        class="row items-end"
        {...formFacts(asked.state)}
      >
        <input type="hidden" name="do" value="merge" />
        {list && <input type="hidden" name="list" value={list} />}
        <TextInput
          name="q"
          label={w.search}
          mark={false}
          value={asked.text}
          autocomplete="off"
          autofocus
          class="grow"
        />
        <Button icon="search">{w.find}</Button>
      </Form>
      {asked.state.errors["number"] && <Notice tone="danger">{asked.state.errors["number"]}</Notice>}
      <OtherTickets
        others={asked.candidates}
        hrefOf={(number) => dialogHref(ticket, { name: "merge", list, number: String(number) })}
        none={w.none}
      />
    </>
  );
};

interface OtherTicketsProps {
  others: readonly OtherTicket[];
  hrefOf(number: number): string;
  none: string;
}

/** Tickets to choose from: the whole line leads on. */
export const OtherTickets = ({ others, hrefOf, none }: OtherTicketsProps) =>
  others.length === 0 ? (
    <p class="muted">{none}</p>
  ) : (
    <ul class="ticket-lines">
      {others.map(({ ticket, requester, organisation }) => (
        <li key={ticket.id}>
          <TicketLine
            ticket={ticket}
            href={hrefOf(ticket.number)}
            about={organisation ? `${requester} · ${organisation}` : requester}
          />
        </li>
      ))}
    </ul>
  );

const Preview = ({ screen, asked, preview }: MergeDialogProps & { preview: MergePreview }) => {
  const w = togetherWords[useUi().locale];
  const { ticket, list } = screen;
  const { target } = preview;
  return (
    <>
      <div>
        <p class="small muted">{w.merge.into}</p>
        <TicketLine ticket={target} list={list} />
      </div>
      {preview.via !== undefined && (
        <p class="small">{w.merge.alsoFrom({ number: preview.via, end: target.number })}</p>
      )}
      {preview.refused !== undefined ? (
        <Notice tone="warning">{preview.refused}</Notice>
      ) : (
        <Form id="merge-form" action={ticketPath(ticket, "/merge")} {...formFacts(asked.state)}>
          <input type="hidden" name="once" value={screen.once} />
          <input type="hidden" name="version" value={ticket.version} />
          <input type="hidden" name="number" value={target.number} />
          {list && <input type="hidden" name="list" value={list} />}
          {ticket.approval === "pending" && <p>{w.merge.pending}</p>}
          <Consequences source={ticket} preview={preview} />
          <TextArea name="reason" label={w.reason} help={w.reasonHelp} rows={2} />
        </Form>
      )}
      <p>
        <LinkButton href={dialogHref(ticket, { name: "merge", list })} kind="quiet" size="sm" icon="arrow-left">
          {w.merge.another}
        </LinkButton>
      </p>
    </>
  );
};

interface ConsequencesProps {
  source: { number: number; visibility: string };
  preview: MergePreview;
}

/** Who joins, and, where people would come to read what they could not before, the decision whether they may. */
export const Consequences = ({ source, preview }: ConsequencesProps) => {
  const w = togetherWords[useUi().locale].merge;
  const { ofTarget, ofSource, joining } = preview;
  if (source.visibility === "internal") return <p>{w.internalSource}</p>;
  if (ofTarget.length + ofSource.length === 0)
    return (
      <p>{joining.length > 0 ? w.joining({ names: joining.join(", "), count: joining.length }) : w.nobodyJoins}</p>
    );
  return (
    <>
      <Notice tone="warning" title={w.decide}>
        <WouldRead source={source} preview={preview} />
      </Notice>
      <RadioCards
        name="sight"
        label={w.decide}
        hideLabel
        required
        options={[
          {
            value: "together",
            label: w.together,
            help: `${w.togetherHelp} ${joining.length > 0 ? w.joining({ names: joining.join(", "), count: joining.length }) : ""}`.trim(),
            icon: "users",
          },
          { value: "apart", label: w.apart, help: w.apartHelp, icon: "lock" },
        ]}
      />
    </>
  );
};

export const WouldRead = ({ source, preview }: { source: { number: number }; preview: MergePreview }) => {
  const w = togetherWords[useUi().locale].merge;
  const { ofTarget, ofSource, target, targetMessages, sourceMessages } = preview;
  return (
    <>
      {ofTarget.length > 0 && (
        <p>
          {w.readTarget({
            names: ofTarget.join(", "),
            count: ofTarget.length,
            messages: targetMessages,
            number: target.number,
          })}
        </p>
      )}
      {ofSource.length > 0 && (
        <p>
          {w.readSource({
            names: ofSource.join(", "),
            count: ofSource.length,
            messages: sourceMessages,
            number: source.number,
          })}
        </p>
      )}
    </>
  );
};
