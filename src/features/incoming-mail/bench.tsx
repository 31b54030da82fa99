import { administrators } from "../../platform/http/access.ts";
import { get, page, upload, type Ask, type Page, type Route } from "../../platform/http/route.ts";
import { largestMessage } from "../../platform/mail/limits.ts";
import { splitMbox } from "../../platform/mail/mbox.ts";
import { getMailDesk } from "../mail-addresses/index.ts";
import { headersIn } from "./headers-in.ts";
import { readMail, reportMail } from "./reading.ts";
import { outcomeOf } from "./rehearsing.ts";
import { BenchPage, benchPath, type BenchPageProps } from "./views/bench-page.tsx";
import { incomingPath } from "./views/incoming-list.tsx";
import { words } from "./words.ts";

const benchPage = ({ actor }: Ask, given: Omit<BenchPageProps, "largest"> = {}, status = 200): Page =>
  page(words[actor.locale].bench, <BenchPage largest={largestMessage} {...given} />, {
    section: incomingPath,
    width: "page",
    status,
  });

/** N4: what would become of a message in a file. Neither it nor what came of it is kept. */
const look = async (ask: Ask): Promise<Page> => {
  const { context, form, actor } = ask;
  const [file] = form.files;
  if (!file) {
    const refused = form.refusedFiles["mail"]?.say(actor.locale);
    return benchPage(ask, { problem: refused ?? words[actor.locale].benchNoFile }, 422);
  }
  const [raw = Buffer.alloc(0)] = splitMbox(Buffer.concat(await context.files.read(file.file).toArray()));
  const desk = await getMailDesk(context.db);
  const examined = await readMail(raw, { desk });
  const from = examined.from[0]?.address ?? "";
  const outcome = await outcomeOf(context, {
    mailId: undefined,
    mail: { envelope: { from, to: [] }, filedAnyway: false },
    ...{ desk, examined, raw },
  });
  return benchPage(ask, {
    seen: { name: file.name, report: await reportMail(raw, { desk }), headers: headersIn(raw), outcome },
  });
};

export const benchRoutes: readonly Route[] = [
  get(benchPath, administrators, (ask) => benchPage(ask)),
  upload(benchPath, administrators, largestMessage, look),
];
