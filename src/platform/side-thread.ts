import { parentPort, Worker, type Transferable } from "node:worker_threads";

/** What crosses between two threads. What is transferred is not copied, and is gone where it came from. */
export interface Handed<T> {
  value: T;
  transfer?: readonly Transferable[];
}

/** No answer to a task: the thread died over it, took too long, or found a defect in itself. */
export class TaskFailed extends Error {}

export interface SideThread<Task, Answer> {
  /**
   * One task after the other; `make` is called when its turn has come, so that what waits needs no memory. Throws
   * `TaskFailed` when there is no answer; the next task is given to a new thread then. Anything else that is thrown says
   * that there is no thread at all.
   */
  ask(make: () => Handed<Task>): Promise<Answer>;
}

type Said<Answer> = { kind: "ready" } | { kind: "answer"; answer: Answer } | { kind: "defect"; problem: string };

/** How long a thread may take to load its program on a busy machine. */
const startMs = 60_000;

interface Options {
  /** The program of the thread; it calls `answerTasks`. */
  entry: URL;
  /** For one task. */
  patienceMs: number;
  /** Of objects and strings, in MB. Bytes in buffers come on top. */
  memory: number;
}

/** A thread beside this one, for work that may take long or go wrong. It starts with its first task and keeps no process alive. */
export const sideThread = <Task, Answer>({ entry, patienceMs, memory }: Options): SideThread<Task, Answer> => {
  let thread: Worker | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  const drop = async (one: Worker): Promise<void> => {
    if (thread === one) thread = undefined;
    await one.terminate();
  };

  const start = async (): Promise<Worker> => {
    const one = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: memory } });
    one.once("exit", () => {
      if (thread === one) thread = undefined;
    });
    // Whoever waits for it hears of it; without a listener it would end the whole process.
    one.on("error", () => undefined);
    const said = await nextFrom<Answer>(one, startMs);
    if (said.kind !== "ready") {
      await drop(one);
      throw new Error(
        `The thread ${entry.pathname} does not start: ${said.kind === "defect" ? said.problem : said.kind}`,
      );
    }
    return one;
  };

  const askNow = async (make: () => Handed<Task>): Promise<Answer> => {
    const one = (thread ??= await start());
    one.ref();
    const { value, transfer = [] } = make();
    one.postMessage(value, [...transfer]);
    const said = await nextFrom<Answer>(one, patienceMs);
    if (said.kind === "answer") {
      one.unref();
      return said.answer;
    }
    await drop(one);
    throw new TaskFailed(
      said.kind === "defect" ? said.problem : `The thread said "${said.kind}" instead of an answer.`,
    );
  };

  return {
    ask(make) {
      const answer = turn.then(() => askNow(make));
      // Whoever has asked hears of the failure; those behind him only wait for its end.
      turn = answer.catch(() => undefined);
      return answer;
    },
  };
};

/** What the thread says next; a defect when it dies or remains silent. */
const nextFrom = <Answer>(thread: Worker, patienceMs: number): Promise<Said<Answer>> =>
  new Promise((resolve) => {
    const failed = (problem: string): void => settle({ kind: "defect", problem });
    const died = (): void => failed("The thread ended.");
    const broke = (error: unknown): void => failed(String(error));
    const timer = setTimeout(() => failed(`There was no answer within ${patienceMs} ms.`), patienceMs);
    const settle = (said: Said<Answer>): void => {
      clearTimeout(timer);
      thread.off("message", settle).off("exit", died).off("error", broke).off("messageerror", broke);
      resolve(said);
    };
    thread.once("message", settle).once("exit", died).once("error", broke).once("messageerror", broke);
  });

/** The thread's side: answers each task by `work`. What that throws is told, and the task counts as failed. */
export const answerTasks = (work: (task: never) => Promise<Handed<unknown>>): void => {
  const port = parentPort;
  if (!port) throw new Error("This program runs in a thread beside another one only.");
  const say = (said: Said<unknown>, transfer: readonly Transferable[] = []): void =>
    port.postMessage(said, [...transfer]);
  port.on("message", (task: unknown) => {
    work(task as never).then(
      ({ value, transfer }) => say({ kind: "answer", answer: value }, transfer),
      (error: unknown) => say({ kind: "defect", problem: String(error) }),
    );
  });
  say({ kind: "ready" });
};
