import { pino, type DestinationStream } from "pino";
import { prettyFactory } from "pino-pretty";

export type Log = pino.Logger;

interface LogOptions {
  level: string;
  format: "text" | "json";
  /** Where finished lines go; standard output when missing. */
  write?: (line: string) => void;
}

const secretKeys = ["password", "secret", "token", "authorization", "cookie", "databaseUrl", "smtpUrl", "privateKey"];

/** Two levels deep is what our own log calls nest; request and answer headers are one deeper. */
const secretPaths = [
  ...secretKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]),
  `*.headers["set-cookie"]`,
  `headers["set-cookie"]`,
];

/**
 * An address as it may stand in a log: whoever reads one must not be able to sign in, answer or approve by a link that
 * somebody else got. The query is left out, and so is every part of the path that is long enough to be such a secret.
 */
export const addressForLog = (address: unknown): string =>
  String(address)
    .replace(/[?#].*$/s, "")
    .replace(/[^/]{20,}/g, "[secret]");

/** The program's own diary. Standard output is written at once, so that nothing is missing after a crash. */
export const createLog = ({ level, format, write }: LogOptions): Log => {
  const sink = write ?? ((line: string) => void process.stdout.write(line));
  return pino(
    {
      level,
      base: null,
      redact: { paths: secretPaths, censor: "[secret]" },
      serializers: { url: addressForLog },
      ...(format === "json" && { timestamp: pino.stdTimeFunctions.isoTime }),
    },
    format === "json" ? { write: sink } : textStream(sink),
  );
};

// In this thread: a transport would start a worker thread, and lose its last lines when the process ends.
const textStream = (sink: (line: string) => void): DestinationStream => {
  const colorize = process.stdout.isTTY && !process.env["NO_COLOR"];
  const pretty = prettyFactory({ colorize, translateTime: "SYS:yyyy-mm-dd HH:MM:ss o", ignore: "pid,hostname" });
  return {
    write(line) {
      sink(pretty(line));
    },
  };
};
