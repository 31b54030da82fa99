import { inspect } from "node:util";
import { ConfigInvalid } from "../platform/config.ts";
import { exit, usage, WrongArguments } from "./cli/usage.ts";

const say = async (text: string): Promise<void> => {
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once("drain", resolve));
};
const complain = (text: string): void => void process.stderr.write(`${text}\n`);

// Whoever reads may have read enough, as `head` does.
process.stdout.on("error", () => process.exit(exit.ok));

const commands: Readonly<Record<string, (given: readonly string[]) => Promise<number>>> = {
  "mail inspect": async (given) => (await import("./cli/inspect.ts")).inspectCommand(given, say),
  "mail receive": async (given) =>
    (await import("./cli/receive.ts")).receiveCommand(
      { given, input: process.stdin as AsyncIterable<Buffer>, environment: process.env },
      complain,
    ),
};

/** With what the features bring. */
const wholeUsage = async (): Promise<string> => {
  const { featureUsage } = await import("./cli/feature-command.ts");
  return usage.replace("  tresen --help", `${featureUsage()}\n  tresen --help`);
};

const main = async (): Promise<number> => {
  const given = process.argv.slice(2);
  if (given.some((each) => each === "--help" || each === "-h") || given[0] === "help") {
    await say(await wholeUsage());
    return exit.ok;
  }
  const command = commands[given.slice(0, 2).join(" ")];
  if (!command) {
    // Loads the whole desk, which the commands for mail servers do without.
    const { featureCommand } = await import("./cli/feature-command.ts");
    const lines = (text: string): void => void process.stdout.write(`${text}\n`);
    const code = await featureCommand({ given, environment: process.env, say: lines, complain });
    if (code !== undefined) return code;
    throw new WrongArguments(given.length === 0 ? "What is to be done?" : `tresen does not know "${given.join(" ")}".`);
  }
  return command(given.slice(2));
};

const isReceiving = process.argv.slice(2, 4).join(" ") === "mail receive";

main().then(
  (code) => {
    process.exitCode = code;
  },
  async (error: unknown) => {
    if (error instanceof WrongArguments) complain(`${error.message}\n\n${isReceiving ? usage : await wholeUsage()}`);
    else if (error instanceof ConfigInvalid) complain(error.message);
    // With its causes, unlike a stack alone.
    else complain(inspect(error));
    // A mail server returns a message to its sender for any other code; this one makes it come again.
    process.exitCode = isReceiving ? exit.later : error instanceof WrongArguments ? exit.usage : exit.unread;
  },
);
