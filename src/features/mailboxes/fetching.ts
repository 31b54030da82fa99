import { act } from "../../platform/act.ts";
import { system } from "../../platform/actor.ts";
import type { Context } from "../../platform/context.ts";
import type { Listener } from "../../platform/feature.ts";
import { isDatabaseAway } from "../../platform/db/away.ts";
import { fetchAccessToken, type AccessToken } from "../../platform/mail/access-token.ts";
import { watchImap, type ImapAccount } from "../../platform/mail/imap-watch.ts";
import { after, minutes, now } from "../../platform/time.ts";
import { receiveMail } from "../incoming-mail/index.ts";
import { findDesk } from "../desk-settings/index.ts";
import { getMailAddress, keepDeskAddress } from "../mail-addresses/index.ts";
import { keepSecret, noteFetched, noteState } from "./actions/note-progress.ts";
import { envelopeIn } from "./arrived.ts";
import { openSecret, sealSecret, type Mailbox } from "./mailbox.ts";
import { findMailbox, listMailboxes } from "./store.ts";

const fetcher = system("mailboxes");

/** How often settings are looked at, in milliseconds. */
const lookAgain = 5_000;

interface Following {
  version: number;
  stop(): Promise<void>;
}

/** Follows all mailboxes, with the settings that they have at the time. */
export const followMailboxes = async (
  context: Context,
  { every = lookAgain }: { every?: number } = {},
): Promise<() => Promise<void>> => {
  const following = new Map<number, Following>();
  const adjust = async (): Promise<void> => {
    const wanted = new Map(
      (await listMailboxes(context.db)).filter(({ pausedAt }) => !pausedAt).map((box) => [box.id, box]),
    );
    for (const [id, { version, stop }] of following) {
      if (wanted.get(id)?.version === version) continue;
      following.delete(id);
      await stop();
    }
    for (const [id, mailbox] of wanted)
      if (!following.has(id)) following.set(id, { version: mailbox.version, stop: await follow(context, mailbox) });
  };
  const adjustSafely = (): Promise<void> =>
    adjust().catch((error: unknown) => {
      if (isDatabaseAway(error)) context.log.debug({ err: error }, "mailboxes are looked at when the database is back");
      else context.log.error({ err: error }, "mailboxes could not be looked at");
    });
  await adjustSafely();
  let adjusting: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    adjusting = adjusting.then(adjustSafely);
  }, every);
  return async () => {
    clearInterval(timer);
    await adjusting;
    await Promise.all([...following.values()].map(({ stop }) => stop()));
  };
};

const follow = async (context: Context, mailbox: Mailbox): Promise<() => Promise<void>> => {
  const { db, log } = context;
  const { address } = await getMailAddress(db, mailbox.addressId);
  const source = `imap ${mailbox.username}@${mailbox.host}`;
  const { stop } = watchImap({
    log,
    account: accountOf(context, mailbox),
    place: async () => (await findMailbox(db, mailbox.addressId))?.place,
    async keep(raw) {
      const { from, to } = envelopeIn(raw);
      await receiveMail(context, { source, envelopeFrom: from, envelopeTo: [...to, address], raw });
    },
    reached: (place) => act(db, fetcher, noteFetched, { mailbox, ...place }),
    told: (state) => act(db, fetcher, noteState, { mailbox, state }),
  });
  return stop;
};

/** Before that much of its time is left another token is fetched. */
const margin = minutes(2);

const accountOf = (context: Context, mailbox: Mailbox): ImapAccount => {
  const { host, port, security, username, signIn, folder, moveTo } = mailbox;
  let token: AccessToken | undefined;
  return {
    host,
    port,
    security,
    user: username,
    folder,
    moveTo: moveTo ?? undefined,
    async signIn(wasRefused) {
      if (signIn === "password") return { password: openSecret(context.cipher, mailbox.sealedSecret).password };
      // A token may end before its time, e.g. when somebody has withdrawn it.
      if (!token || wasRefused || token.expiresAt < after(now(), margin)) token = await newToken(context, mailbox);
      return { accessToken: token.value };
    },
  };
};

const newToken = async ({ db, cipher }: Context, { id, addressId, ...given }: Mailbox): Promise<AccessToken> => {
  // Not as it was at first: the server may have given another refresh token since.
  const sealed = (await findMailbox(db, addressId))?.sealedSecret ?? given.sealedSecret;
  const secret = openSecret(cipher, sealed);
  const source = { tokenUrl: given.tokenUrl ?? "", clientId: given.clientId ?? "", scope: given.scope ?? "" };
  const token = await fetchAccessToken({ ...source, ...secret }, now());
  const { refreshToken } = token;
  if (refreshToken !== undefined && refreshToken !== secret.refreshToken)
    await act(db, fetcher, keepSecret, { id, sealedSecret: sealSecret(cipher, { ...secret, refreshToken }) });
  return token;
};

export const mailboxListener: Listener = {
  name: "mailboxes",
  async start(context) {
    // A desk whose set-up nobody has heard of, e.g. one that was told as a story, has its address among its own, too.
    if (await findDesk(context.db)) await act(context.db, fetcher, keepDeskAddress, {});
    return followMailboxes(context);
  },
};
