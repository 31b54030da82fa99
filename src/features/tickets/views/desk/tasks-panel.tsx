import { formatDate, type Locale } from "../../../../platform/i18n/index.ts";
import { Button, Form, Icon, Panel, Select, Tag, TextInput, useUi, type Ui } from "../../../../ui/index.ts";
import { isOverdue, type Task } from "../../rules/tasks.ts";
import { togetherWords } from "../../words-together.ts";
import { nameOf, type Around } from "./around.ts";
import { FormName, refusedForm } from "./refused-form.tsx";
import { ticketPath, type TicketScreen } from "./ticket-screen.ts";

/** The reader's day, as tasks write theirs. */
export const todayOf = ({ now, timeZone }: Pick<Ui, "now" | "timeZone">): string =>
  Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();

// A day is the same everywhere; noon keeps it from becoming another one.
const dayText = (day: string, locale: Locale): string =>
  formatDate(new Date(`${day}T12:00:00Z`), { locale, timeZone: "UTC" });

/** What is to be done for the ticket; ticked off where it stands. */
export const TasksPanel = ({ screen }: { screen: TicketScreen }) => {
  const w = togetherWords[useUi().locale].tasks;
  const { together, offers } = screen;
  const mayChange = offers.has("changeTasks");
  if (together.tasks.length === 0 && !mayChange) return null;
  return (
    <Panel look="section" title={w.title} id="tasks">
      {together.tasks.length === 0 && <p class="small muted">{w.none}</p>}
      <ul class="tasks">
        {together.tasks.map((task) => (
          <TaskLine key={task.id} task={task} screen={screen} mayChange={mayChange} />
        ))}
      </ul>
      {mayChange && <AddTask screen={screen} />}
    </Panel>
  );
};

interface TaskLineProps {
  task: Task;
  screen: TicketScreen;
  mayChange: boolean;
}

const TaskLine = ({ task, screen, mayChange }: TaskLineProps) => {
  const { ticket, around } = screen;
  const w = togetherWords[useUi().locale].tasks;
  return (
    <li class={task.doneAt ? "task task-done" : "task"}>
      {mayChange && <TaskTick task={task} action={ticketPath(ticket, `/tasks/${task.id}/tick`)} />}
      <div class="min-w-0 flex-1">
        <p class="task-title">{task.title}</p>
        <TaskFacts task={task} around={around} />
      </div>
      {mayChange && (
        <details class="task-more" id={`task-${task.id}`}>
          <summary title={w.edit({ title: task.title })}>
            <Icon name="pencil" size={14} />
            <span class="sr-only">{w.edit({ title: task.title })}</span>
          </summary>
          <Form
            id={`task-form-${task.id}`}
            action={ticketPath(ticket, `/tasks/${task.id}`)}
            plain
            class="stack"
            {...refusedForm(screen, `task-form-${task.id}`)}
          >
            <FormName id={`task-form-${task.id}`} />
            <TaskFields screen={screen} task={task} />
            <div class="row">
              <Button size="sm">{w.save}</Button>
              <Button size="sm" kind="quiet" formAction={ticketPath(ticket, `/tasks/${task.id}/remove`)}>
                {w.remove}
              </Button>
            </div>
          </Form>
        </details>
      )}
    </li>
  );
};

/** The box before a task: a button, so that it works without script. */
export const TaskTick = ({ task, action, back }: { task: Task; action: string; back?: string }) => {
  const w = togetherWords[useUi().locale].tasks;
  const isDone = task.doneAt !== null;
  return (
    <form method="post" action={action}>
      {!isDone && <input type="hidden" name="isDone" value="on" />}
      {back !== undefined && <input type="hidden" name="back" value={back} />}
      <Button kind="quiet" size="sm" icon={isDone ? "circle-check" : "circle"} iconOnly>
        {isDone ? w.untick({ title: task.title }) : w.tick({ title: task.title })}
      </Button>
    </form>
  );
};

export const TaskFacts = ({ task, around }: { task: Task; around: Pick<Around, "people"> }) => {
  const ui = useUi();
  const w = togetherWords[ui.locale].tasks;
  const { assigneeId, dueOn, doneBy, doneAt } = task;
  if (doneAt) return doneBy === null ? null : <p class="small muted">{w.doneBy({ name: nameOf(around, doneBy) })}</p>;
  if (assigneeId === null && dueOn === null) return null;
  return (
    <p class="small muted">
      {assigneeId !== null && nameOf(around, assigneeId)}
      {assigneeId !== null && dueOn !== null && " · "}
      {dueOn !== null && w.dueOn({ day: dayText(dueOn, ui.locale) })}{" "}
      {isOverdue(task, todayOf(ui)) && (
        <Tag tone="danger" look="plain" icon="clock">
          {w.overdue}
        </Tag>
      )}
    </p>
  );
};

const AddTask = ({ screen }: { screen: TicketScreen }) => {
  const w = togetherWords[useUi().locale].tasks;
  const refused = refusedForm(screen, "task-form");
  return (
    <details class="property-more" id="add-task" open={refused !== undefined}>
      <summary>{w.add}</summary>
      <Form id="task-form" action={ticketPath(screen.ticket, "/tasks")} plain class="stack" {...refused}>
        <FormName id="task-form" />
        <input type="hidden" name="once" value={screen.once} />
        <TaskFields screen={screen} />
        <div>
          <Button size="sm">{w.add}</Button>
        </div>
      </Form>
    </details>
  );
};

const TaskFields = ({ screen: { around }, task }: { screen: TicketScreen; task?: Task }) => {
  const w = togetherWords[useUi().locale].tasks;
  return (
    <>
      <TextInput
        name="title"
        label={w.task}
        mark={false}
        value={task?.title ?? ""}
        maxLength={250}
        autocomplete="off"
      />
      <Select
        name="assigneeId"
        label={w.assignee}
        mark={false}
        empty={w.nobody}
        value={task?.assigneeId ? String(task.assigneeId) : ""}
        options={around.agents.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <TextInput name="dueOn" type="date" label={w.due} mark={false} value={task?.dueOn ?? ""} width="sm" />
    </>
  );
};
