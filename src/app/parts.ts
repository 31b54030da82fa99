import type { AddressInfo } from "node:net";
import { eventJobs } from "../platform/events.ts";
import type { Config } from "../platform/config.ts";
import { connect, type Connection, type DatabaseAddress } from "../platform/db/db.ts";
import { migrate } from "../platform/db/migrate.ts";
import type { Context } from "../platform/context.ts";
import type { HttpServer } from "../platform/http/server.ts";
import { migrateJobs, startJobs } from "../platform/jobs.ts";
import type { Log } from "../platform/log.ts";
import { StartRefused } from "../platform/start-refused.ts";
import { openContext } from "./context.ts";
import { openDemo, seedDemoOnce } from "./demo/index.ts";
import { effects, features, jobs } from "./features.ts";
import { setUpLink } from "../features/people/index.ts";
import type { Lifecycle } from "./lifecycle.ts";
import { migrationsFolder } from "./paths.ts";
import { schedule } from "./schedule.ts";
import { createServer } from "./server.ts";

interface PartsOptions {
  config: Config;
  log: Log;
  lifecycle: Lifecycle;
  database: DatabaseAddress;
  isDemo: boolean;
  /** What is going on, for the person who waits. */
  say: (text: string) => void;
}

/** How many jobs run at the same time in one process. */
const concurrency = 8;

/** Starts everything that stands on the database, in this order; stopping goes the other way round. */
export const startParts = async (options: PartsOptions): Promise<{ context: Context }> => {
  const { config, log, lifecycle } = options;
  const connection = await lifecycle.start("connections", () => {
    const value = connect(options.database);
    return Promise.resolve({ value, stop: value.close });
  });
  await lifecycle.start("migrations", () => once(migrateAll(connection, log)));
  const state = { port: config.port, working: false };
  const context = await lifecycle.start("files, mail and live updates", async () => {
    const baseUrl = (): string => config.baseUrl ?? `http://localhost:${state.port}`;
    const opened = await openContext({ ...options, connection, baseUrl });
    return { value: opened.context, stop: opened.close };
  });
  if (options.isDemo) await lifecycle.start("demo", () => once(seedDemoOnce(context, options.say)));
  if (config.role !== "worker") {
    const isReady = async (): Promise<boolean> => {
      await connection.pool.query("select 1");
      return config.role === "web" || state.working;
    };
    state.port = await lifecycle.start("web server", () => startWeb(context, isReady));
  }
  if (config.role !== "web") {
    await lifecycle.start("jobs", () => startWork(context));
    for (const listener of features.flatMap((feature) => feature.listeners ?? []))
      await lifecycle.start(listener.name, async () => ({ value: undefined, stop: await listener.start(context) }));
    state.working = true;
  }
  return { context };
};

/** Work that is waited for when the program is told to stop meanwhile, and then leaves nothing to stop. */
const once = async (work: Promise<void>) => {
  await work;
  return { value: undefined, stop: () => Promise.resolve() };
};

const migrateAll = async ({ pool }: Connection, log: Log): Promise<void> => {
  const ran = await migrate(pool, migrationsFolder);
  if (ran.length > 0) log.info(`migrated the database: ${ran.join(", ")}`);
  await migrateJobs({ pool, log });
};

const startWork = async (context: Context) => ({
  value: undefined,
  stop: await startJobs(context, { jobs: [...jobs, ...eventJobs(effects)], schedule, concurrency }),
});

const startWeb = async (context: Context, isReady: () => Promise<boolean>) => {
  const app = await createServer(context, isReady);
  await listen(app, context.config);
  return { value: (app.server.address() as AddressInfo).port, stop: () => app.close() };
};

const listen = async (app: HttpServer, { port, host }: Config): Promise<void> => {
  try {
    await app.listen({ port, host });
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause)) throw cause;
    if (cause.code === "EADDRINUSE")
      throw new StartRefused(`Port ${port} is taken by another program. Set TRESEN_PORT to a free one.`, { cause });
    if (cause.code === "EADDRNOTAVAIL" || cause.code === "EACCES")
      throw new StartRefused(`Cannot listen on ${host}, port ${port}: ${cause.message}`, { cause });
    throw cause;
  }
};

/** Says where to go: the address, and how to get in. */
export const welcome = async (
  context: Context,
  { isDemo, say }: { isDemo: boolean; say: (text: string) => void },
): Promise<void> => {
  const accounts = isDemo ? await openDemo(context) : [];
  say(`\nTresen is at ${context.baseUrl}\n`);
  const width = Math.max(0, ...accounts.map(({ email }) => email.length));
  for (const { role, email, password } of accounts) say(`  ${role.padEnd(14)} ${email.padEnd(width)}  ${password}`);
  const link = await setUpLink(context);
  if (link !== undefined) say(`Set up your desk here (the link works once):\n  ${link}\n`);
};
