import { parseArgs } from "node:util";
import { receiveMail, reportMail } from "../../features/incoming-mail/index.ts";
import { parseConfig, type Config } from "../../platform/config.ts";
import { connect } from "../../platform/db/db.ts";
import { findRunning } from "../../platform/db/running.ts";
import { isDatabaseAway } from "../../platform/db/away.ts";
import { largestMessage } from "../../platform/mail/limits.ts";
import { exit, WrongArguments } from "./usage.ts";

interface Piped {
  given: readonly string[];
  input: AsyncIterable<Buffer>;
  environment: NodeJS.ProcessEnv;
}

/**
 * `tresen mail receive`. Resolves with 0 only once the message is stored. Whatever goes wrong beside the message itself is a
 * matter of time for the mail server, which keeps the message and comes again.
 */
export const receiveCommand = async (
  { given, input, environment }: Piped,
  complain: (text: string) => void,
): Promise<number> => {
  const { from, to } = argumentsOf(given);
  const raw = await readAll(input);
  if (raw === undefined || raw.length === 0) {
    complain(raw ? "The message is empty." : `The message is larger than ${largestMessage / 1024 / 1024} MB.`);
    return exit.wrongMessage;
  }
  const envelope = await envelopeOf(raw, { from, to, environment });
  try {
    await store(parseConfig(environment), { source: "command", ...envelope, raw });
    return exit.ok;
  } catch (error) {
    if (!isDatabaseAway(error) && !isMissing(error)) throw error;
    complain(
      "Tresen is not running, or its database cannot be reached. Nothing was stored; send the message again later.",
    );
    return exit.later;
  }
};

/** The folder of the embedded database, which is made at the first start. */
const isMissing = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ENOENT";

const store = async (config: Config, mail: Parameters<typeof receiveMail>[1]): Promise<void> => {
  const database = findRunning(config);
  const connection = connect(database.address, 1);
  try {
    await receiveMail(connection, mail);
  } finally {
    await connection.close();
    database.close();
  }
};

const argumentsOf = (given: readonly string[]): { from: string | undefined; to: string[] | undefined } => {
  try {
    const { values } = parseArgs({
      args: [...given],
      options: { from: { type: "string" }, to: { type: "string", multiple: true } },
    });
    return { from: values.from, to: values.to };
  } catch (error) {
    throw new WrongArguments(error instanceof Error ? error.message : String(error));
  }
};

/** Undefined when it is too large; it is read to its end all the same, so that whoever writes it hears of that. */
const readAll = async (input: AsyncIterable<Buffer>): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of input) {
    size += chunk.length;
    if (size > largestMessage) chunks.length = 0;
    else chunks.push(chunk);
  }
  return size > largestMessage ? undefined : Buffer.concat(chunks);
};

/** What the mail server says of it, by arguments or as Postfix, Exim and qmail do; else what stands in the message. */
const envelopeOf = async (
  raw: Buffer,
  { from, to, environment }: { from: string | undefined; to: string[] | undefined; environment: NodeJS.ProcessEnv },
): Promise<{ envelopeFrom: string; envelopeTo: string[] }> => {
  const sender = from ?? environment["SENDER"];
  const recipient = environment["ORIGINAL_RECIPIENT"] || environment["RECIPIENT"];
  if (sender !== undefined && (to ?? recipient) !== undefined)
    return { envelopeFrom: bare(sender), envelopeTo: (to ?? [recipient ?? ""]).map(bare) };
  const report = await reportMail(raw);
  const isFromNobody = /^return-path:\s*<>/im.test(raw.toString("latin1", 0, 64_000).split(/\r?\n\r?\n/)[0] ?? "");
  return {
    envelopeFrom: bare(sender ?? (isFromNobody ? "" : (report.from?.address ?? ""))),
    envelopeTo:
      to?.map(bare) ??
      (recipient ? [bare(recipient)] : [...report.to, ...report.cc].slice(0, 100).map(({ address }) => address)),
  };
};

const bare = (address: string): string => address.trim().replace(/^<|>$/g, "");
