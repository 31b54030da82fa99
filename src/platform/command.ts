import type { Readable } from "node:stream";
import type { Context } from "./context.ts";

/** How a command was called. */
export interface Call {
  /** What stood behind the command's name; as many as `arguments` names, those in brackets maybe not. */
  args: readonly string[];
  /** What the program was fed, e.g. a mail by a pipe. */
  input: Readable;
  /** A line for the person at the terminal. */
  say(text: string): void;
}

/**
 * Something that whoever runs the program does at the terminal, e.g. `tresen people reset-password cy@example.org`. It
 * acts through `act` as the system; a refusal is said in words, and any other failure ends with a status above 0.
 */
export interface Command {
  /** Feature and verb, e.g. `people reset-password`. */
  name: string;
  /** One line for `tresen help`. */
  summary: string;
  /** Names of the arguments in their order; `[file]` may be left out. */
  arguments: readonly string[];
  run(context: Context, call: Call): Promise<void>;
}

/** Ends a command with this status instead of 1, e.g. 75 where a mail server shall try again (sysexits.h). */
export class CommandFailed extends Error {
  readonly status: number;
  constructor(message: string, status = 1) {
    super(message);
    this.name = "CommandFailed";
    this.status = status;
  }
}
