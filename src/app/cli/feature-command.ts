import { CommandFailed, type Command } from "../../platform/command.ts";
import { parseConfig, type Config } from "../../platform/config.ts";
import { connect } from "../../platform/db/db.ts";
import { findRunning } from "../../platform/db/running.ts";
import { Refusal } from "../../platform/errors.ts";
import { isDatabaseAway } from "../../platform/db/away.ts";
import { createLog } from "../../platform/log.ts";
import { openContext } from "../context.ts";
import { features } from "../features.ts";
import { exit, WrongArguments } from "./usage.ts";

const commands: readonly Command[] = features.flatMap((feature) => feature.commands ?? []);

/** What the features bring, as the help lists it. */
export const featureUsage = (): string =>
  commands
    .map((command) => `  tresen ${[command.name, ...command.arguments].join(" ")}\n      ${command.summary}\n`)
    .join("\n");

interface Terminal {
  given: readonly string[];
  environment: NodeJS.ProcessEnv;
  say(text: string): void;
  complain(text: string): void;
}

/**
 * Runs a command that a feature brings, on the database of the running server. Undefined when no feature knows it. Throws
 * `WrongArguments` when there are too many or too few.
 */
export const featureCommand = async ({ given, environment, ...terminal }: Terminal): Promise<number | undefined> => {
  const command = commands.find(({ name }) => name === given.slice(0, 2).join(" "));
  if (!command) return undefined;
  const args = given.slice(2);
  checkCount(command, args);
  const config = parseConfig(environment);
  try {
    await runOn(config, command, { args, say: terminal.say });
    return exit.ok;
  } catch (error) {
    const said = saidOf(error);
    if (said === undefined) throw error;
    terminal.complain(said.text);
    return said.status;
  }
};

const checkCount = ({ name, arguments: names }: Command, args: readonly string[]): void => {
  const least = names.filter((each) => !each.startsWith("[")).length;
  if (args.length >= least && args.length <= names.length) return;
  throw new WrongArguments(
    names.length === 0 ? `tresen ${name} takes nothing behind it.` : `tresen ${name} needs: ${names.join(" ")}`,
  );
};

const runOn = async (
  config: Config,
  command: Command,
  call: { args: readonly string[]; say(text: string): void },
): Promise<void> => {
  const database = findRunning(config);
  const connection = connect(database.address, 2);
  try {
    // Whether anybody is there, before anything is made for him.
    await connection.pool.query("select 1");
    // The log goes where complaints go; what the command says stands alone.
    const log = createLog({ ...config.log, write: (line) => void process.stderr.write(line) });
    const baseUrl = (): string => config.baseUrl ?? `http://localhost:${config.port}`;
    const opened = await openContext({ config, log, connection, database: database.address, baseUrl });
    await command.run(opened.context, { ...call, input: process.stdin }).finally(opened.close);
  } finally {
    await connection.close();
    database.close();
  }
};

/** For the person at the terminal; anything else is a defect and is shown whole. */
const saidOf = (error: unknown): { text: string; status: number } | undefined => {
  if (error instanceof CommandFailed) return { text: error.message, status: error.status };
  if (error instanceof Refusal) return { text: error.phrase.say("en"), status: exit.unread };
  const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
  if (isMissing || isDatabaseAway(error))
    return {
      text: "The desk's database does not answer. The embedded one is there only while Tresen runs: start it first (npm start).",
      status: exit.unread,
    };
  return undefined;
};
