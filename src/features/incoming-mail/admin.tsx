import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { NotFound } from "../../platform/errors.ts";
import { withRemotePictures } from "../../platform/html/remote-pictures.ts";
import { administrators } from "../../platform/http/access.ts";
import { freshForm, type FormState } from "../../platform/http/form.ts";
import { askedPictures, framedLetter } from "../../platform/http/pictures.ts";
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
import { getMailDesk } from "../mail-addresses/index.ts";
import { findTicketById } from "../tickets/index.ts";
import { retryMail } from "./actions/retry-mail.ts";
import { benchRoutes } from "./bench.tsx";
import { incomingTopic } from "./events.ts";
import { headersIn } from "./headers-in.ts";
import { incomingStates, type IncomingMail } from "./mail.ts";
import { readMail, reportMail } from "./reading.ts";
import { outcomeOf } from "./rehearsing.ts";
import { countIncoming, getIncoming, getRaw, listIncoming } from "./store.ts";
import { unreadReport } from "./unread.ts";
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

const opened = async ({ context }: Ask, mail: IncomingMail) => {
  const raw = await getRaw(context.db, mail.id);
  const desk = await getMailDesk(context.db);
  return { raw, desk, seen: { envelopeFrom: mail.envelope.from, desk } };
};

/** Once it was too much to be read, only whoever asks for it lets that be tried again. */
const isTooMuch = ({ reason }: IncomingMail, { query }: Ask): boolean =>
  reason === "reading-failed" && !query.has("now");

const detailPage = async (ask: Ask, form: FormState = freshForm()): Promise<Page> => {
  const { context, actor, query } = ask;
  const mail = await getIncoming(context.db, idOf(ask));
  const { raw, desk, seen } = await opened(ask, mail);
  const asked = askedPictures(ask, picturesOfMails);
  const question = `pictures=${asked.keyOf(mail.id)}`;
  return page(
    mail.subject || words[actor.locale].noSubject,
    <IncomingDetail
      mail={mail}
      report={await (isTooMuch(mail, ask) ? unreadReport(raw, seen) : reportMail(raw, seen))}
      headers={headersIn(raw)}
      outcome={
        query.has("now")
          ? await outcomeOf(context, { mailId: mail.id, mail, desk, examined: await readMail(raw, seen), raw })
          : undefined
      }
      pictures={{
        isShown: asked.shown === mail.id,
        showHref: `${incomingPath}/${mail.id}?${question}#html`,
        hideHref: `${incomingPath}/${mail.id}#html`,
        frameSrc: `${incomingPath}/${mail.id}/pictures?${question}`,
      }}
      ticket={await ticketOf(ask, mail)}
      once={randomUUID()}
      problem={form.problem}
    />,
    { topics, section: incomingPath, width: "page" },
  );
};

/** What message numbers are called where pictures are asked for. */
const picturesOfMails = "incoming-mail";

/** The message with the pictures that lie elsewhere, for whoever has asked for them. */
const withPictures = async (ask: Ask): Promise<Answer> => {
  const mail = await getIncoming(ask.context.db, idOf(ask));
  if (askedPictures(ask, picturesOfMails).shown !== mail.id) throw new NotFound();
  const { raw, seen } = await opened(ask, mail);
  const { html } = await reportMail(raw, seen);
  return framedLetter({ html: withRemotePictures(html ?? ""), locale: ask.actor.locale });
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
  ...benchRoutes,
  get(incomingPath, administrators, listPage),
  get(`${incomingPath}/:id`, administrators, (ask) => detailPage(ask)),
  get(`${incomingPath}/:id/pictures`, administrators, withPictures),
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
