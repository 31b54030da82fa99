// node test/support/measure-mail.ts KIND: reads one message made to be expensive; says milliseconds and megabytes.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { fold } from "../../src/features/incoming-mail/rules/fold.ts";
import { sanitiseHtml } from "../../src/platform/html/safe-html.ts";
import { parseMail } from "../../src/platform/mail/parse.ts";
import { expensiveMail } from "./expensive-mail.ts";

const read = async (raw: Buffer): Promise<number> => {
  const parsed = await parseMail(raw);
  fold(parsed);
  if (parsed.html !== undefined) sanitiseHtml(parsed.html);
  for (const each of parsed.attachments) createHash("sha256").update(each.read()).digest();
  return parsed.attachments.length;
};

/**
 * The most memory that this program has had, in bytes. Linux counts in maxRSS what the process was before it became this
 * program, a copy of the whole test worker; VmHWM is of this program alone.
 */
const peak = (): number => {
  const status = existsSync("/proc/self/status") ? readFileSync("/proc/self/status", "utf8") : "";
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? [];
  return (kilobytes ? Number(kilobytes) : process.resourceUsage().maxRSS) * 1024;
};

const kind = process.argv[2] ?? "";
// What is compiled and loaded on first use is no message's fault.
await read(Buffer.from("From: a@b.example\r\nContent-Type: text/html\r\n\r\n<p>Hi</p>"));
const raw = expensiveMail[kind]?.() ?? Buffer.alloc(0);
const before = process.memoryUsage().rss;
// Time that this thread worked: others on the same machine must not count.
const begin = process.threadCpuUsage();
const files = await read(raw);
const { user, system } = process.threadCpuUsage(begin);
const milliseconds = Math.round((user + system) / 1_000);
const grown = peak() - before;
process.stdout.write(JSON.stringify({ size: raw.length, milliseconds, megabytes: Math.round(grown / 1e6), files }));
