import { administrators } from "../../platform/http/access.ts";
import { get, page, upload, type Ask, type Page, type Route } from "../../platform/http/route.ts";
import { largestMessage } from "../../platform/mail/limits.ts";
import { messageAt } from "../../platform/mail/mbox.ts";
import { personIdOf } from "../../platform/actor.ts";
import { getMailDesk } from "../mail-addresses/index.ts";
import { headersIn } from "./headers-in.ts";
import { mailboxPlaces, readMail, reportMail } from "./reading.ts";
import { outcomeOf } from "./rehearsing.ts";
import { BenchPage, benchPath, type BenchPageProps, type MailboxShown, type SeenMessage } from "./views/bench-page.tsx";
import { incomingPath } from "./views/incoming-list.tsx";
import { words } from "./words.ts";

const benchPage = ({ actor }: Ask, given: Omit<BenchPageProps, "largest"> = {}, status = 200): Page =>
  page(words[actor.locale].bench, <BenchPage largest={largestMessage} {...given} />, {
    section: incomingPath,
    width: "page",
    status,
  });

/** A file that somebody has chosen. It is kept as long as every upload of which nothing is made. */
interface Chosen {
  file: string;
  name: string;
}

/** N4: what would become of a message in a file. Neither it nor what came of it is kept. */
const look = async (ask: Ask): Promise<Page> => {
  const [file] = ask.form.files;
  if (file) return opened(ask, file);
  const refused = ask.form.refusedFiles["mail"]?.say(ask.actor.locale);
  return benchPage(ask, { problem: refused ?? words[ask.actor.locale].benchNoFile }, 422);
};

const keyOf = ({ context: { signer }, actor }: Ask, { file, name }: Chosen): string =>
  signer.sign("mail-bench", `${file} ${String(personIdOf(actor))} ${name}`);

/** Another message of the file that this reader has chosen before. */
const lookOn = async (ask: Ask): Promise<Page> => {
  const { query, context, actor } = ask;
  const chosen = { file: query.get("file") ?? "", name: query.get("name") ?? "" };
  if (chosen.file === "") return benchPage(ask);
  const isOwn = keyOf(ask, chosen) === query.get("key");
  if (!isOwn || !(await context.files.has(chosen.file)))
    return benchPage(ask, { problem: words[actor.locale].benchGone }, 404);
  return opened(ask, chosen);
};

const pageSize = 25;

const opened = async (ask: Ask, chosen: Chosen): Promise<Page> => {
  const { context, query } = ask;
  const bytes = Buffer.concat(await context.files.read(chosen.file).toArray());
  const places = await mailboxPlaces(bytes);
  const [only] = places;
  if (only && places.length === 1) return benchPage(ask, { seen: await seenIn(ask, chosen, messageAt(bytes, only)) });
  const address = new URLSearchParams({ file: chosen.file, name: chosen.name, key: keyOf(ask, chosen) }).toString();
  const box = { name: chosen.name, href: `${benchPath}?${address}`, total: places.length };
  const at = countIn(query, "message");
  const place = places[at - 1];
  if (place) return benchPage(ask, { box: { ...box, at }, seen: await seenIn(ask, chosen, messageAt(bytes, place)) });
  const offset = Math.min(countIn(query, "from"), Math.max(0, places.length - 1));
  const rows: MailboxShown["rows"] = [];
  for (const [index, each] of places.slice(offset, offset + pageSize).entries()) {
    const { subject, from, date, verdict } = await reportMail(messageAt(bytes, each), {
      desk: await getMailDesk(context.db),
    });
    rows.push({ number: offset + index + 1, subject, from, date, verdict });
  }
  return benchPage(ask, { box: { ...box, list: { offset, size: pageSize, rows } } });
};

const countIn = (query: URLSearchParams, name: string): number =>
  Math.max(0, Math.trunc(Number(query.get(name) ?? 0)) || 0);

const seenIn = async ({ context }: Ask, { name }: Chosen, raw: Buffer): Promise<SeenMessage> => {
  const desk = await getMailDesk(context.db);
  const examined = await readMail(raw, { desk });
  const from = examined.from[0]?.address ?? "";
  const outcome = await outcomeOf(context, {
    mailId: undefined,
    mail: { envelope: { from, to: [] }, filedAnyway: false },
    ...{ desk, examined, raw },
  });
  return { name, report: await reportMail(raw, { desk }), headers: headersIn(raw), outcome };
};

export const benchRoutes: readonly Route[] = [
  get(benchPath, administrators, lookOn),
  upload(benchPath, administrators, largestMessage, look),
];
