import { setTimeout as pause } from "node:timers/promises";
import { ImapFlow } from "imapflow";
import type { Log } from "../log.ts";

export interface ImapAccount {
  host: string;
  port: number;
  /** `none`: only for a server on the same machine. */
  security: "tls" | "starttls" | "none";
  user: string;
  /** Asked anew for each connection; `wasRefused`: the server did not take what it was given the last time. */
  signIn(wasRefused: boolean): Promise<{ password: string } | { accessToken: string }>;
  /** Levels are put apart by `/`, whatever the server does. */
  folder: string;
  /** Where messages go that were kept; undefined: they stay, marked as read. */
  moveTo: string | undefined;
}

/** Everything up to here is kept. UIDs count upwards as long as the folder has the same validity (RFC 3501 §2.3.1.1). */
export interface Place {
  uidValidity: string;
  lastUid: number;
  at: Date;
}

export interface ImapWatch {
  account: ImapAccount;
  log: Log;
  /** Undefined: nothing was ever fetched; then unread messages are taken. */
  place(): Promise<Place | undefined>;
  /** Resolves once the message is safe. The same one may come again after a break. */
  keep(raw: Buffer): Promise<void>;
  reached(place: Omit<Place, "at">): Promise<void>;
  /** An error is for the person who set the mailbox up. */
  told(state: "connected" | { error: string }): Promise<void>;
  /** Milliseconds until the next try after so many failures; for tests. */
  pauseAfter?(failures: number): number;
}

const longestPause = 5 * 60_000;
const usualPause = (failures: number): number => Math.min(longestPause, 1_000 * 2 ** (failures - 1));

/**
 * Fetches new messages of a folder as they come, by IDLE. A message is kept before the server hears that it was read;
 * where anything breaks, it is fetched again. `stop` lets the message in hand be finished.
 */
export const watchImap = (watch: ImapWatch): { stop(): Promise<void> } => {
  const ending = new AbortController();
  const stumbles = new Map<number, number>();
  const run = async (): Promise<void> => {
    let failures = 0;
    let wasRefused = false;
    while (!ending.signal.aborted) {
      try {
        await session({ watch, stumbles, wasRefused, ending: ending.signal, onWork: () => (failures = 0) });
        wasRefused = false;
      } catch (error) {
        failures++;
        wasRefused = isRefusal(error);
        await report(watch, error);
        const delay = (watch.pauseAfter ?? usualPause)(failures);
        await pause(delay, undefined, { signal: ending.signal }).catch(() => undefined);
      }
    }
  };
  const running = run();
  return {
    async stop() {
      ending.abort();
      await running;
    },
  };
};

const report = async ({ log, account, told }: ImapWatch, error: unknown): Promise<void> => {
  const words = wordsOf(error);
  log.warn({ host: account.host, user: account.user, reason: words }, "a mailbox cannot be read just now");
  await told({ error: words }).catch((second: unknown) => {
    log.warn({ err: second }, "what is the matter with a mailbox could not be written down");
  });
};

/** The server's own words, where it said any. */
const wordsOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const { responseText, response, message } = error as Error & { responseText?: unknown; response?: unknown };
  const said = [responseText, response].find((each) => typeof each === "string" && each !== "");
  return typeof said === "string" && said !== message ? `${message}: ${said}` : message;
};

/** Of the password or the token. */
const isRefusal = (error: unknown): boolean =>
  error instanceof Error && "authenticationFailed" in error && error.authenticationFailed === true;

interface Session {
  watch: ImapWatch;
  wasRefused: boolean;
  stumbles: Map<number, number>;
  ending: AbortSignal;
  onWork(): void;
}

/** Looks again at least this often, should the server have said nothing. */
const rounds = 5 * 60_000;

const session = async ({ watch, stumbles, wasRefused, ending, onWork }: Session): Promise<void> => {
  const client = await connect(watch.account, wasRefused);
  const bell = newBell();
  client.on("exists", bell.ring);
  client.on("close", bell.ring);
  ending.addEventListener("abort", bell.ring, { once: true });
  try {
    await client.mailboxOpen(levelsOf(watch.account.folder));
    await watch.told("connected");
    await makeFolder(client, watch);
    while (client.usable && !ending.aborted) {
      await takeNew({ client, watch, stumbles, ending });
      onWork();
      await bell.heard(rounds);
    }
    if (client.usable) await client.logout();
    else if (!ending.aborted) throw new Error("the server has closed the connection");
  } finally {
    ending.removeEventListener("abort", bell.ring);
    client.close();
  }
};

/** Some servers put the levels of folders apart by `/`, others by `.`; people write `/`. */
const levelsOf = (folder: string): string[] => folder.split("/").filter(Boolean);

/** Without the folder messages are fetched all the same, and stay where they are. */
const makeFolder = async (client: ImapFlow, watch: ImapWatch): Promise<void> => {
  const { moveTo } = watch.account;
  if (moveTo === undefined) return;
  try {
    await client.mailboxCreate(levelsOf(moveTo));
  } catch (error) {
    if (!client.usable) throw error;
    await watch.told({ error: `${moveTo}: ${wordsOf(error)}` });
  }
};

const connect = async ({ host, port, security, user, signIn }: ImapAccount, wasRefused: boolean): Promise<ImapFlow> => {
  const proof = await signIn(wasRefused);
  const client = new ImapFlow({
    host,
    port,
    secure: security === "tls",
    ...(security !== "tls" && { doSTARTTLS: security === "starttls" }),
    auth: { user, ...("password" in proof ? { pass: proof.password } : { accessToken: proof.accessToken }) },
    logger: false,
    // Between two messages there is a moment for keeping the first; IDLE begins when there are no more.
    autoIdleDelay: 400,
    connectionTimeout: 30_000,
  });
  // Whatever is wrong also rejects what is under way; unheard, it would end the process.
  client.on("error", () => undefined);
  await client.connect();
  return client;
};

/** Rings may come while nobody listens; then the next `heard` returns at once. */
const newBell = () => {
  let isRung = false;
  let wake: (() => void) | undefined;
  return {
    ring: (): void => {
      isRung = true;
      wake?.();
    },
    async heard(atMost: number): Promise<void> {
      if (!isRung) {
        const { promise, resolve } = Promise.withResolvers<undefined>();
        wake = () => resolve(undefined);
        const timer = setTimeout(wake, atMost);
        await promise;
        clearTimeout(timer);
        wake = undefined;
      }
      isRung = false;
    },
  };
};

interface Taking {
  client: ImapFlow;
  watch: ImapWatch;
  stumbles: Map<number, number>;
  ending: AbortSignal;
}

const takeNew = async ({ client, watch, stumbles, ending }: Taking): Promise<void> => {
  if (!client.mailbox) throw new Error("the folder is not open");
  const { uidNext } = client.mailbox;
  const uidValidity = String(client.mailbox.uidValidity);
  const place = await watch.place();
  const isKnown = place?.uidValidity === uidValidity;
  for (const uid of await newUids(client, place, isKnown ? place.lastUid + 1 : undefined)) {
    if (ending.aborted) return;
    await takeOne({ client, watch, stumbles }, uid);
    if (isKnown) await watch.reached({ uidValidity, lastUid: uid });
  }
  // Only now, because these were not taken in the order of their UIDs alone: a break begins anew.
  if (!isKnown) await watch.reached({ uidValidity, lastUid: uidNext - 1 });
};

const days = 24 * 3_600_000;

/**
 * In a folder that we know: whatever came after the last one. In a new one: what nobody has read. After the server has
 * numbered the folder anew, also what came since shortly before the last look; what is kept already is kept once.
 */
const newUids = async (client: ImapFlow, place: Place | undefined, from: number | undefined): Promise<number[]> => {
  const query =
    from !== undefined
      ? { uid: `${from}:*` }
      : place
        ? { or: [{ seen: false }, { since: new Date(place.at.getTime() - 2 * days) }] }
        : { seen: false };
  const found = await client.search(query, { uid: true });
  if (!Array.isArray(found)) throw new Error("the server did not say which messages there are");
  // `17:*` always finds the last message, also when it is an older one.
  return found.filter((uid) => uid >= (from ?? 1)).toSorted((one, other) => one - other);
};

/** So often the server may refuse to give out the same message; then the others are more important. */
const mostStumbles = 5;

const takeOne = async (taking: Omit<Taking, "ending">, uid: number): Promise<void> => {
  const { client, watch, stumbles } = taking;
  const message = await client.fetchOne(String(uid), { source: true }, { uid: true }).catch(unlessRefused);
  if (message && message.source) {
    await watch.keep(message.source);
    await settle(taking, uid);
    stumbles.delete(uid);
    return;
  }
  // Somebody has deleted it meanwhile, or the server has it and does not give it out.
  const still = await client.search({ uid: String(uid) }, { uid: true });
  if (Array.isArray(still) && still.length === 0) return;
  const tries = (stumbles.get(uid) ?? 0) + 1;
  stumbles.set(uid, tries);
  const words = `the server does not give out message ${uid}`;
  if (tries < mostStumbles) throw new Error(words);
  await watch.told({ error: `${words}; it stays in the mailbox, unread` });
};

/** For `catch`: the server has answered no to this one; everything else is a break. */
const unlessRefused = (error: unknown): undefined => {
  const status = error instanceof Error && "responseStatus" in error ? error.responseStatus : undefined;
  if (status !== "NO" && status !== "BAD") throw error;
  return undefined;
};

/** It is kept; whether the server lets us say so is of no importance. */
const settle = async ({ client, watch }: Pick<Taking, "client" | "watch">, uid: number): Promise<void> => {
  const { moveTo, host } = watch.account;
  try {
    await client.messageFlagsAdd(String(uid), ["\\Seen"], { uid: true });
    if (moveTo !== undefined) await client.messageMove(String(uid), levelsOf(moveTo), { uid: true });
  } catch (error) {
    if (!client.usable) throw error;
    watch.log.warn({ err: error, host, uid }, "a message that was kept could not be marked or moved");
  }
};
