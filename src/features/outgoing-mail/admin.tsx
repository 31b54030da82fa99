import { randomUUID } from "node:crypto";
import { administrators } from "../../platform/http/access.ts";
import { freshForm, type FormState } from "../../platform/http/form.ts";
import { get, page, post, redirectSaying, type Ask, type Page, type Route } from "../../platform/http/route.ts";
import { submit } from "../../platform/http/submit.ts";
import { NotFound } from "../../platform/errors.ts";
import { now } from "../../platform/time.ts";
import { getDesk } from "../desk-settings/index.ts";
import { clearAddress } from "./actions/clear-address.ts";
import { resendMail } from "./actions/resend-mail.ts";
import { framedMail } from "./framed-mail.ts";
import { mailStates } from "./mail.ts";
import { isResendable } from "./rules/resend.ts";
import { countMails, getMail, listAttempts, listMails } from "./store/mails.ts";
import { countUndeliverable, listUndeliverable } from "./store/undeliverable.ts";
import { DeadAddresses, deadAddressesPath } from "./views/dead-addresses.tsx";
import { MailDetail } from "./views/mail-detail.tsx";
import { isOnlyHere } from "./only-here.ts";
import { hrefOf, MailList, mailboxPath } from "./views/mail-list.tsx";
import { phrase, words } from "./words.ts";

const pageSize = 50;
const topics = ["outgoing-mail:all"];

const mailId = ({ params }: Ask): number => {
  const id = Number(params["id"]);
  if (!Number.isSafeInteger(id) || id < 1) throw new NotFound();
  return id;
};

const offsetIn = (query: URLSearchParams): number => Math.max(0, Math.trunc(Number(query.get("from") ?? 0)) || 0);

const listPage = async ({ context, actor, query }: Ask): Promise<Page> => {
  const state = mailStates.find((each) => each === query.get("state"));
  const text = query.get("q")?.trim().slice(0, 200) || undefined;
  const filter = { state, text };
  const offset = offsetIn(query);
  const [rows, total, failed, dead, desk] = await Promise.all([
    listMails(context.db, filter, { limit: pageSize, offset }),
    countMails(context.db, filter),
    countMails(context.db, { state: "failed" }),
    countUndeliverable(context.db),
    getDesk(context.db),
  ]);
  return page(
    words[actor.locale].outgoing,
    <MailList
      rows={rows}
      filter={filter}
      offset={offset}
      total={total}
      pageSize={pageSize}
      hrefOfPage={(from) => hrefOf({ ...filter, offset: from })}
      staysHere={context.mail.kind === "mailbox"}
      onlyHere={isOnlyHere(context.baseUrl) ? context.baseUrl : undefined}
      failed={failed}
      dead={dead}
      signing={{ dkim: context.config.dkim, mailAddress: desk.mailAddress }}
    />,
    { topics, section: mailboxPath, width: "wide" },
  );
};

const deadPage = async ({ context: { db }, actor, query }: Ask, problem?: string): Promise<Page> => {
  const offset = offsetIn(query);
  const rows = await listUndeliverable(db, { limit: pageSize, offset });
  const total = await countUndeliverable(db);
  return page(words[actor.locale].dead.title, <DeadAddresses {...{ rows, offset, pageSize, total, problem }} />, {
    topics,
    section: mailboxPath,
    width: "wide",
  });
};

const detailPage = async (ask: Ask, form: FormState = freshForm()): Promise<Page> => {
  const { context } = ask;
  const mail = await getMail(context.db, mailId(ask));
  const at = now();
  return page(
    mail.subject,
    <MailDetail
      mail={mail}
      attempts={await listAttempts(context.db, mail.id)}
      canResend={isResendable(mail, at)}
      staysHere={context.mail.kind === "mailbox"}
      isExpired={mail.expiresAt !== null && mail.expiresAt <= at}
      once={randomUUID()}
      problem={form.problem}
    />,
    { topics, section: mailboxPath, width: "page" },
  );
};

export const mailboxRoutes: readonly Route[] = [
  get(mailboxPath, administrators, listPage),
  get(deadAddressesPath, administrators, (ask) => deadPage(ask)),
  post(`${deadAddressesPath}/clear`, administrators, (ask) =>
    submit(ask, {
      action: clearAddress,
      input: { address: ask.form.text("address") },
      done: () => redirectSaying(ask, deadAddressesPath, phrase("cleared", { address: ask.form.text("address") })),
      again: ({ problem }) => deadPage(ask, problem),
    }),
  ),
  get(`${mailboxPath}/:id`, administrators, (ask) => detailPage(ask)),
  get(`${mailboxPath}/:id/html`, administrators, async (ask) =>
    framedMail((await getMail(ask.context.db, mailId(ask))).html),
  ),
  post(`${mailboxPath}/:id/resend`, administrators, (ask) =>
    submit(ask, {
      action: resendMail,
      input: { mailId: mailId(ask) },
      done: () => redirectSaying(ask, `${mailboxPath}/${mailId(ask)}`, phrase("resent")),
      again: (state) => detailPage(ask, state),
    }),
  ),
];
