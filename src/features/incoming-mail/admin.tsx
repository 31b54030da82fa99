import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { NotFound } from "../../platform/errors.ts";
import { administrators } from "../../platform/http/access.ts";
import { freshForm, type FormState } from "../../platform/http/form.ts";
import {
  get,
  page,
  post,
  redirectSaying,
  type Answer,
  type Ask,
  type Page,
  type Route,
} from "../../platform/http/route.ts";
import { submit } from "../../platform/http/submit.ts";
import { getDesk } from "../desk-settings/index.ts";
import { findTicketById } from "../tickets/index.ts";
import { retryMail } from "./actions/retry-mail.ts";
import { incomingTopic } from "./events.ts";
import { examineMail } from "./examine.ts";
import { incomingStates, type IncomingMail } from "./mail.ts";
import { ownMarksOf } from "./own-marks.ts";
import { countIncoming, getIncoming, getRaw, listIncoming } from "./store.ts";
import { IncomingDetail } from "./views/incoming-detail.tsx";
import { IncomingList, incomingPath } from "./views/incoming-list.tsx";
import { phrase, words } from "./words.ts";

const pageSize = 50;
const topics = [incomingTopic];

const idOf = ({ params }: Ask): number => {
  const id = Number(params["id"]);
  if (!Number.isSafeInteger(id) || id < 1) throw new NotFound();
  return id;
};

const listPage = async ({ context: { db }, actor, query }: Ask): Promise<Page> => {
  const state = incomingStates.find((each) => each === query.get("state"));
  const text = query.get("q")?.trim().slice(0, 200) || undefined;
  const offset = Math.max(0, Math.trunc(Number(query.get("from") ?? 0)) || 0);
  const [rows, total, desk] = await Promise.all([
    listIncoming(db, { state, text }, { limit: pageSize, offset }),
    countIncoming(db, { state, text }),
    getDesk(db),
  ]);
  return page(
    words[actor.locale].incoming,
    <IncomingList {...{ rows, offset, total, pageSize }} filter={{ state, text }} mailAddress={desk.mailAddress} />,
    { topics, section: incomingPath, width: "wide" },
  );
};

/** Headers are shown to their end, or as far as anybody reads. */
const longestHeaders = 50_000;

const detailPage = async (ask: Ask, form: FormState = freshForm()): Promise<Page> => {
  const { context, actor } = ask;
  const mail = await getIncoming(context.db, idOf(ask));
  const raw = await getRaw(context.db, mail.id);
  const own = ownMarksOf(await getDesk(context.db));
  const { parsed, reply } = await examineMail(raw, { envelopeFrom: mail.envelope.from, own });
  const start = raw.subarray(0, longestHeaders).toString();
  return page(
    mail.subject || words[actor.locale].noSubject,
    <IncomingDetail
      mail={mail}
      folded={reply}
      headers={/^([\s\S]*?)\r?\n\r?\n/.exec(start)?.[1] ?? start}
      warnings={parsed.warnings}
      ticket={await ticketOf(ask, mail)}
      once={randomUUID()}
      problem={form.problem}
    />,
    { topics, section: incomingPath, width: "page" },
  );
};

const ticketOf = async ({ context, actor }: Ask, { ticketId }: IncomingMail) => {
  const ticket = ticketId === null ? undefined : await findTicketById(context.db, actor, ticketId);
  return ticket && { number: ticket.number, href: `/desk/tickets/${ticket.number}` };
};

const rawFile = async (ask: Ask): Promise<Answer> => {
  const { id } = await getIncoming(ask.context.db, idOf(ask));
  const raw = await getRaw(ask.context.db, id);
  return {
    kind: "file",
    content: Readable.from([raw]),
    type: "message/rfc822",
    name: `mail-${id}.eml`,
    size: raw.length,
    inline: false,
  };
};

export const incomingRoutes: readonly Route[] = [
  get(incomingPath, administrators, listPage),
  get(`${incomingPath}/:id`, administrators, (ask) => detailPage(ask)),
  get(`${incomingPath}/:id/raw`, administrators, rawFile),
  post(`${incomingPath}/:id/retry`, administrators, (ask) =>
    submit(ask, {
      action: retryMail,
      input: { mailId: idOf(ask), anyway: ask.form.text("anyway") },
      done: () => redirectSaying(ask, `${incomingPath}/${idOf(ask)}`, phrase("retried")),
      again: (state) => detailPage(ask, state),
    }),
  ),
];
