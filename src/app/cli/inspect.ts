import { parseArgs } from "node:util";
import { reportMail } from "../../features/incoming-mail/index.ts";
import { mailFilesIn, messagesIn } from "./mail-files.ts";
import type { FiledReport, UnreadReport } from "./report.ts";
import { reportText } from "./report-text.ts";
import { exit, WrongArguments } from "./usage.ts";

/** Says something to whoever reads; resolves when more can be said. */
export type Say = (text: string) => Promise<void>;

/** `tresen mail inspect`. Never fails as a whole: what cannot be read is said in its place. */
export const inspectCommand = async (given: readonly string[], say: Say): Promise<number> => {
  const { paths, json, desk } = argumentsOf(given);
  let code: number = exit.ok;
  for (const path of paths) {
    for await (const found of mailFilesIn(path)) {
      for await (const report of reportsOf(found, desk)) {
        if (report.reason === "no-file" && report.file === path) code = exit.unread;
        await say(json ? `${JSON.stringify(report)}\n` : reportText(report));
      }
    }
  }
  return code;
};

const argumentsOf = (given: readonly string[]) => {
  try {
    const { values, positionals } = parseArgs({
      args: [...given],
      options: { json: { type: "boolean", default: false }, desk: { type: "string" } },
      allowPositionals: true,
    });
    if (positionals.length === 0) throw new WrongArguments("tresen mail inspect needs a file or a folder.");
    if (values.desk !== undefined && !values.desk.includes("@"))
      throw new WrongArguments(`--desk needs a mail address, not ${values.desk}.`);
    return { paths: positionals, json: values.json, desk: values.desk && { mailAddress: values.desk.toLowerCase() } };
  } catch (error) {
    if (error instanceof WrongArguments) throw error;
    throw new WrongArguments(error instanceof Error ? error.message : String(error));
  }
};

async function* reportsOf(
  found: { path: string; problem?: string },
  desk: { mailAddress: string } | "" | undefined,
): AsyncGenerator<FiledReport> {
  const file = found.path;
  if (found.problem !== undefined) {
    yield unread({ file }, "no-file", found.problem);
    return;
  }
  let messages: Buffer[];
  try {
    messages = await messagesIn(file);
  } catch (error) {
    yield unread({ file }, "no-file", String(error));
    return;
  }
  for (const [index, raw] of messages.entries()) {
    const place = messages.length === 1 ? { file } : { file, number: index + 1 };
    try {
      yield { ...place, ...(await reportMail(raw, { desk: desk || undefined })) };
    } catch (error) {
      yield unread(place, "defect", String(error));
    }
  }
}

const unread = (
  place: { file: string; number?: number },
  reason: UnreadReport["reason"],
  problem: string,
): FiledReport => ({
  ...place,
  verdict: "unreadable",
  reason,
  from: null,
  to: [],
  cc: [],
  replyTo: [],
  subject: "",
  date: null,
  messageId: null,
  inReplyTo: null,
  references: [],
  text: "",
  html: null,
  reply: { text: "", quoted: "", signature: "" },
  attachments: [],
  bounce: null,
  warnings: [problem],
});
