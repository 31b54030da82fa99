import { inspect } from "node:util";
import { ConfigInvalid, parseConfig, type Config } from "../platform/config.ts";
import { startDatabase } from "../platform/db/start.ts";
import { createLog, type Log } from "../platform/log.ts";
import { now } from "../platform/time.ts";
import { StartRefused } from "../platform/start-refused.ts";
import { createLifecycle, type Lifecycle } from "./lifecycle.ts";

type Say = (text: string) => void;

/** Words for the person who starts it, whatever is logged; for machines in the form of what is logged. */
const sayIn =
  (format: Config["log"]["format"]): Say =>
  (text) =>
    void process.stdout.write(
      `${format === "json" ? JSON.stringify({ level: 30, time: now().toISOString(), msg: text.trim() }) : text}\n`,
    );

// Whoever reads our output may go away first, as a closed terminal does; that is no reason to fall over.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

const known = "--demo";

/** A mistyped word must not silently start something else than was meant. */
const checkArguments = (given: readonly string[]): void => {
  const unknown = given.filter((each) => each !== known);
  if (unknown.length > 0)
    throw new StartRefused(
      `npm start knows one addition, "-- ${known}", for a desk to look around in; not ${unknown.join(" ")}.`,
    );
};

const main = async (): Promise<void> => {
  checkArguments(process.argv.slice(2));
  const config = parseConfig(process.env);
  const log = createLog(config.log);
  const lifecycle = createLifecycle(log);
  const say = sayIn(config.log.format);
  const stop = stopOnRequest({ lifecycle, log, say });
  try {
    await startAll({ config, log, lifecycle, stop, say });
  } catch (error) {
    // What was being started failed because it is being stopped.
    if (lifecycle.isStopping()) return;
    await lifecycle.stop();
    throw error;
  }
};

/** Ends the process in order, once: running requests and jobs finish, then the database stops. */
const stopOnRequest = ({
  lifecycle,
  log,
  say,
}: {
  lifecycle: Lifecycle;
  log: Log;
  say: Say;
}): ((code: number) => void) => {
  let isStopping = false;
  const stop = (code: number): void => {
    if (isStopping) return;
    isStopping = true;
    say("Stopping …");
    void lifecycle.stop().then(() => process.exit(code));
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stop(0));
  // The launcher is gone, and with it whoever could stop us.
  process.on("disconnect", () => stop(0));
  // The channel alone is no reason to go on.
  process.channel?.unref();
  process.on("uncaughtException", (error) => {
    log.fatal({ err: error }, "a defect that nothing caught");
    stop(1);
  });
  return stop;
};

const startAll = async ({
  config,
  log,
  lifecycle,
  stop,
  say,
}: {
  config: Config;
  log: Log;
  lifecycle: Lifecycle;
  stop: (code: number) => void;
  say: Say;
}): Promise<void> => {
  // Reading the rest of the program takes as long as PostgreSQL takes to start, so they do so side by side.
  const loading = import("./parts.ts");
  loading.catch(() => undefined);
  const database = await lifecycle.start("database", () =>
    startDatabase(config, {
      say,
      onExit: (reason) => {
        log.fatal(`the database is gone for good: ${reason}`);
        stop(1);
      },
    }),
  );
  const isDemo = process.argv.includes(known);
  const { startParts, welcome } = await loading;
  const { context } = await startParts({ config, log, lifecycle, database, isDemo, say });
  await welcome(context, { isDemo, say });
};

main().catch((error: unknown) => {
  // These are for the person who starts the program; a stack would only hide what they say.
  if (error instanceof StartRefused || error instanceof ConfigInvalid) process.stderr.write(`${error.message}\n`);
  // With its causes, unlike a stack alone.
  else process.stderr.write(`${inspect(error)}\n`);
  process.exit(1);
});
