import { formatDate } from "../../../../platform/i18n/index.ts";
import {
  Button,
  Form,
  Icon,
  Notice,
  Panel,
  PlainText,
  TextArea,
  TextInput,
  Time,
  useUi,
} from "../../../../ui/index.ts";
import { lackingToClose } from "../../rules/demands.ts";
import { currentStage, shownStages } from "../../rules/procedure.ts";
import { refusal } from "../../rules/refusals.ts";
import { procedureWords } from "../../words-procedure.ts";
import { nameOf } from "./around.ts";
import { VerdictPanel } from "./verdict-panel.tsx";
import { ticketPath, type TicketScreen } from "./ticket-screen.ts";

/** How the type wants the work done: its stages with their steps, the solution in writing, and open accesses. */
export const ProcedurePanels = ({ screen }: { screen: TicketScreen }) => (
  <>
    <StagesPanel screen={screen} />
    <SolutionPanel screen={screen} />
    <VerdictPanel screen={screen} />
    <AccessPanel screen={screen} />
  </>
);

const StagesPanel = ({ screen }: { screen: TicketScreen }) => {
  const { locale } = useUi();
  const { ticket, offers } = screen;
  const w = procedureWords[locale].procedure;
  const current = currentStage(ticket);
  if (!current) return null;
  const stages = shownStages(ticket);
  const position = stages.indexOf(current);
  const next = stages[position + 1];
  const others = stages.filter((stage) => stage !== current && stage !== next);
  return (
    <Panel look="section" title={w.title} id="procedure">
      <p class="small muted">{w.stage({ position: position + 1, count: stages.length })}</p>
      <progress class="procedure-progress" value={position} max={stages.length - 1} aria-label={w.title} />
      <h3 class="procedure-stage">{current.names[locale]}</h3>
      <ul class="procedure-steps">
        {current.steps.map((step) => (
          <Step key={step.key} screen={screen} stage={current.key} step={step} />
        ))}
      </ul>
      {offers.has("advance") && (
        <div class="stack">
          {next && (
            <StageForm screen={screen} stage={next.key}>
              <Button size="sm" icon="arrow-right">
                {w.next({ stage: next.names[locale] })}
              </Button>
            </StageForm>
          )}
          {others.length > 0 && (
            <details class="property-more" id="choose-stage" data-edits>
              <summary>{w.choose}</summary>
              <div class="procedure-others">
                {others.map((stage) => (
                  <StageForm key={stage.key} screen={screen} stage={stage.key}>
                    <Button size="sm" kind="quiet">
                      {stage.names[locale]}
                    </Button>
                  </StageForm>
                ))}
              </div>
            </details>
          )}
        </div>
      )}
    </Panel>
  );
};

interface StageFormProps {
  screen: TicketScreen;
  stage: string;
  children: preact.ComponentChildren;
}

const StageForm = ({ screen: { ticket }, stage, children }: StageFormProps) => (
  <form method="post" action={ticketPath(ticket, "/stage")}>
    <input type="hidden" name="version" value={ticket.version} />
    <input type="hidden" name="stage" value={stage} />
    {children}
  </form>
);

interface StepProps {
  screen: TicketScreen;
  stage: string;
  step: { key: string; en: string; de: string };
}

const Step = ({ screen: { ticket, offers, doneSteps, around }, stage, step }: StepProps) => {
  const { locale } = useUi();
  const w = procedureWords[locale].procedure;
  const done = doneSteps.find((each) => each.stage === stage && each.step === step.key);
  const mark = <Icon name={done ? "circle-check" : "circle"} size={16} />;
  return (
    <li class={done ? "procedure-done" : undefined}>
      {offers.has("advance") ? (
        <form method="post" action={ticketPath(ticket, "/steps")}>
          <input type="hidden" name="stage" value={stage} />
          <input type="hidden" name="step" value={step.key} />
          <input type="hidden" name="isDone" value={done ? "no" : "yes"} />
          <button
            class="procedure-tick"
            aria-pressed={done !== undefined}
            title={done ? w.untick({ step: step[locale] }) : w.tick({ step: step[locale] })}
          >
            {mark} <span>{step[locale]}</span>
          </button>
        </form>
      ) : (
        <span class="procedure-tick">
          {mark} <span>{step[locale]}</span>
        </span>
      )}
      {done?.doneBy != null && (
        <p class="small muted">
          {w.doneBy({ name: nameOf(around, done.doneBy) })} <Time at={done.doneAt} />
        </p>
      )}
    </li>
  );
};

const SolutionPanel = ({ screen: { ticket, offers } }: { screen: TicketScreen }) => {
  const w = procedureWords[useUi().locale];
  const { needsSolution } = ticket.type;
  const mayWrite = offers.has("document");
  if (!ticket.solution && !needsSolution && !mayWrite) return null;
  return (
    <Panel look="section" title={w.solution.title} id="documented-solution">
      {ticket.solution && <PlainText>{ticket.solution}</PlainText>}
      {!ticket.solution && needsSolution && <p class="small muted">{w.solution.needed}</p>}
      {mayWrite && (
        <details class="property-more" id="write-solution" data-edits>
          <summary>{ticket.solution ? w.solution.edit : w.solution.write}</summary>
          <Form id="solution-form" action={ticketPath(ticket, "/solution")} plain class="stack">
            <input type="hidden" name="version" value={ticket.version} />
            <TextArea
              name="solution"
              label={w.solution.title}
              help={ticket.solution || !ticket.result ? w.solution.lead : w.solution.fromResult}
              mark={false}
              rows={5}
              value={ticket.solution ?? ticket.result ?? ""}
            />
            <div>
              <Button size="sm">{w.solution.save}</Button>
            </div>
          </Form>
        </details>
      )}
    </Panel>
  );
};

const AccessPanel = ({ screen }: { screen: TicketScreen }) => {
  const { ticket, offers, accesses } = screen;
  const w = procedureWords[useUi().locale].access;
  const open = accesses.filter(({ endedAt }) => endedAt === null);
  const isOver = ["resolved", "closed", "cancelled"].includes(ticket.status);
  return (
    <Panel look="section" title={w.title} folds={open.length > 0 ? "open" : "closed"} id="accesses">
      {isOver && open.length > 0 && <Notice tone="warning">{w.stillOpen({ count: open.length })}</Notice>}
      <ul class="ticket-lines">
        {accesses.map((access) => (
          <li key={access.id} class="linked-line">
            <span class="min-w-0 wrap-anywhere">
              {access.environment}{" "}
              <span class="small muted">
                {access.endedAt ? w.ended : w.since} <Time at={access.endedAt ?? access.grantedAt} />
              </span>
            </span>
            {access.endedAt === null && offers.has("endAccess") && (
              <form method="post" action={ticketPath(ticket, "/accesses/end")}>
                <input type="hidden" name="accessId" value={access.id} />
                <Button kind="quiet" size="sm" icon="x" iconOnly>
                  {w.end({ environment: access.environment })}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {offers.has("grantAccess") && (
        <Form id="access-form" action={ticketPath(ticket, "/accesses")} plain class="stack">
          <TextInput name="environment" label={w.environment} help={w.leadDesk} mark={false} maxLength={200} />
          <div>
            <Button size="sm">{w.note}</Button>
          </div>
        </Form>
      )}
    </Panel>
  );
};

/** Above the conversation: that the ticket will close by itself, or would if nothing were missing. */
export const ClosesNotice = ({ screen: { ticket } }: { screen: TicketScreen }) => {
  const ui = useUi();
  const w = procedureWords[ui.locale];
  const lacks = ticket.stalledAt ? lackingToClose(ticket) : [];
  if (lacks.length > 0)
    return (
      <Notice tone="warning" icon="hourglass" title={w.stalled}>
        <p>{w.stalledAbout}</p>
        <ul class="list-disc pl-5">
          {lacks.map((lack) => (
            <li key={lack}>{refusal(lack).say(ui.locale)}</li>
          ))}
        </ul>
      </Notice>
    );
  if (!ticket.closesAt) return null;
  return (
    <Notice tone="warning" icon="hourglass">
      {w.closes({ date: formatDate(ticket.closesAt, ui) })}
    </Notice>
  );
};
