import { EmptyState, PageHeader, Tabs, useUi } from "../../../../ui/index.ts";
import type { Person } from "../../../people/index.ts";
import type { Task } from "../../rules/tasks.ts";
import type { Ticket } from "../../rules/ticket.ts";
import { togetherWords } from "../../words-together.ts";
import { TaskFacts, TaskTick } from "./tasks-panel.tsx";
import { ticketPath } from "./ticket-screen.ts";

interface TasksPageProps {
  /** `own` is the ticket that has the task, `shown` the one in which that goes on. */
  rows: readonly { task: Task; own: Ticket; shown: Ticket }[];
  whose: "mine" | "all";
  people: ReadonlyMap<number, Person>;
}

/** What is still to be done, on whichever ticket. */
export const TasksPage = ({ rows, whose, people }: TasksPageProps) => {
  const w = togetherWords[useUi().locale].tasks;
  return (
    <div class="stack">
      <PageHeader title={w.pageTitle} />
      <Tabs
        label={w.which}
        items={[
          { href: "/desk/tasks", label: w.mine, current: whose === "mine" },
          { href: "/desk/tasks?whose=all", label: w.everybodys, current: whose === "all" },
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState icon="check-check" title={w.noneTitle}>
          {whose === "mine" ? w.noneMine : w.noneAll}
        </EmptyState>
      ) : (
        <ul class="tasks tasks-roomy">
          {rows.map(({ task, own, shown }) => (
            <li key={task.id} class="task">
              <TaskTick
                task={task}
                action={ticketPath(own, `/tasks/${task.id}/tick`)}
                back={whose === "mine" ? "/desk/tasks" : "/desk/tasks?whose=all"}
              />
              <div class="min-w-0 flex-1">
                <p class="task-title">{task.title}</p>
                <TaskFacts task={task} around={{ people }} />
                <p class="small">
                  <a class="text-link" href={`${ticketPath(shown)}#tasks`}>
                    #{shown.number} {shown.subject}
                  </a>
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
