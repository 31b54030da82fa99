import { once } from "node:events";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { onTestFinished } from "vitest";

interface Stored {
  uid: number;
  raw: Buffer;
  flags: Set<string>;
}

export interface ImapServerOptions {
  users?: Readonly<Record<string, string>>;
  /** Access tokens that are good, by user. */
  tokens?: Readonly<Record<string, string>>;
  /** Takes the function that stops it; the end of the running test calls it, unless said otherwise. */
  until?(stop: () => Promise<void>): void;
}

export interface ImapServer {
  port: number;
  /** Puts a message into a folder, and tells whoever is idle. */
  deliver(raw: string, folder?: string): number;
  messages(folder?: string): readonly Stored[];
  /** Numbers the folder anew, as a server does that was restored from a backup. */
  renumber(): void;
  /** Ends all connections, as a server does that is restarted. */
  hangUp(): void;
  /** Commands that came so far, without tags. */
  commands: string[];
  refuseFetchOf(uid: number): void;
}

interface Folder {
  validity: number;
  next: number;
  messages: Stored[];
}

/**
 * An IMAP4rev1 server over a real socket with IDLE, MOVE, UIDPLUS and XOAUTH2: as much of RFC 3501 as a program needs that
 * fetches mail. A stand-in where no Dovecot is installed.
 */
export const startImapServer = async ({
  users = {},
  tokens = {},
  until = onTestFinished,
}: ImapServerOptions = {}): Promise<ImapServer> => {
  const folders = new Map<string, Folder>([["INBOX", { validity: 1, next: 1, messages: [] }]]);
  const sessions = new Set<Session>();
  const commands: string[] = [];
  const refused = new Set<number>();
  const folderNamed = (name: string): Folder => {
    const known = folders.get(name);
    if (known) return known;
    const made = { validity: folders.size + 1, next: 1, messages: [] };
    folders.set(name, made);
    return made;
  };
  const server = createServer((socket) => {
    const session = startSession(socket, { folders, users, tokens, commands, refused, folderNamed });
    sessions.add(session);
    socket.on("close", () => sessions.delete(session));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const hangUp = () => {
    for (const { socket } of sessions) socket.destroy();
  };
  until(async () => {
    hangUp();
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    port: (server.address() as AddressInfo).port,
    deliver(raw, name = "INBOX") {
      const folder = folderNamed(name);
      const uid = folder.next++;
      folder.messages.push({ uid, raw: Buffer.from(raw.replace(/\r?\n/g, "\r\n")), flags: new Set() });
      for (const session of sessions) session.notice(folder);
      return uid;
    },
    messages: (name = "INBOX") => folders.get(name)?.messages ?? [],
    renumber() {
      const inbox = folderNamed("INBOX");
      inbox.validity += 100;
      inbox.messages.forEach((message, index) => (message.uid = index + 1));
      inbox.next = inbox.messages.length + 1;
      hangUp();
    },
    hangUp,
    commands,
    refuseFetchOf(uid) {
      refused.add(uid);
    },
  };
};

interface Shared {
  folders: Map<string, Folder>;
  users: Readonly<Record<string, string>>;
  tokens: Readonly<Record<string, string>>;
  commands: string[];
  refused: Set<number>;
  folderNamed(name: string): Folder;
}

interface Session {
  socket: Socket;
  notice(folder: Folder): void;
}

/** What one client sees and does. */
interface Dialogue extends Shared {
  socket: Socket;
  say(line: string): void;
  selected: Folder | undefined;
  /** As many messages as the client was told of. */
  told: number;
  idleTag: string | undefined;
}

const startSession = (socket: Socket, shared: Shared): Session => {
  const dialogue: Dialogue = {
    ...shared,
    socket,
    say(line) {
      socket.write(`${line}\r\n`);
    },
    selected: undefined,
    told: 0,
    idleTag: undefined,
  };
  let pending = "";
  socket.on("error", () => undefined);
  socket.on("data", (chunk) => {
    pending += chunk.toString("latin1");
    for (let end = pending.indexOf("\r\n"); end >= 0; end = pending.indexOf("\r\n")) {
      const line = pending.slice(0, end);
      pending = pending.slice(end + 2);
      takeLine(dialogue, line);
    }
  });
  dialogue.say(`* OK [${capabilities}] ready`);
  return {
    socket,
    notice(folder) {
      if (folder === dialogue.selected && dialogue.idleTag !== undefined) tellExists(dialogue);
    },
  };
};

const takeLine = (dialogue: Dialogue, line: string): void => {
  if (dialogue.idleTag !== undefined && /^DONE$/i.test(line)) {
    dialogue.say(`${dialogue.idleTag} OK idle over`);
    dialogue.idleTag = undefined;
    return;
  }
  const [, tag = "*", command = ""] = /^(\S+) (.*)$/.exec(line) ?? [];
  dialogue.commands.push(command.replace(/^(LOGIN|AUTHENTICATE \S+) .*/i, "$1 …"));
  const [, name = "", rest = ""] = /^(UID \w+|\w+) ?(.*)$/i.exec(command) ?? [];
  if (/^IDLE$/i.test(name)) {
    dialogue.idleTag = tag;
    dialogue.say("+ idling");
    tellExists(dialogue);
    return;
  }
  dialogue.say(`${tag} ${answers[name.toUpperCase()]?.(dialogue, rest) ?? `BAD unknown ${name}`}`);
  if (/^LOGOUT$/i.test(name)) dialogue.socket.end();
};

const tellExists = (dialogue: Dialogue): void => {
  const many = dialogue.selected?.messages.length ?? 0;
  if (many === dialogue.told) return;
  dialogue.told = many;
  dialogue.say(`* ${many} EXISTS`);
};

/** Each says what belongs to it, and returns the end of the answer. */
const answers: Readonly<Record<string, (dialogue: Dialogue, rest: string) => string>> = {
  CAPABILITY({ say }) {
    say(`* ${capabilities}`);
    return "OK done";
  },
  ID({ say }) {
    say("* ID NIL");
    return "OK done";
  },
  NAMESPACE({ say }) {
    say('* NAMESPACE (("" "/")) NIL NIL');
    return "OK done";
  },
  LOGIN({ users }, rest) {
    const [user = "", password = ""] = wordsIn(rest);
    return password !== "" && users[user] === password ? "OK in" : "NO [AUTHENTICATIONFAILED] wrong password";
  },
  AUTHENTICATE({ tokens }, rest) {
    const [mechanism = "", initial = ""] = rest.split(" ");

    const fields = /^user=([^\x01]*)\x01auth=Bearer ([^\x01]*)/.exec(Buffer.from(initial, "base64").toString());
    const [, user = "", token = ""] = (/^XOAUTH2$/i.test(mechanism) ? fields : null) ?? [];
    return token !== "" && tokens[user] === token ? "OK in" : "NO [AUTHENTICATIONFAILED] invalid credentials";
  },
  LIST: ({ folders, say }) => list(folders, (folder) => say(`* LIST (\\HasNoChildren) "/" "${folder}"`)),
  LSUB: ({ folders, say }) => list(folders, (folder) => say(`* LSUB (\\HasNoChildren) "/" "${folder}"`)),
  CREATE({ folders, folderNamed }, rest) {
    const [folder = ""] = wordsIn(rest);
    if (folders.has(folder)) return "NO [ALREADYEXISTS] it is there";
    folderNamed(folder);
    return "OK done";
  },
  SELECT(dialogue, rest) {
    const folder = dialogue.folders.get(wordsIn(rest)[0] ?? "");
    if (!folder) return "NO [NONEXISTENT] no such folder";
    select(dialogue, folder);
    return "OK [READ-WRITE] selected";
  },
  NOOP(dialogue) {
    tellExists(dialogue);
    return "OK done";
  },
  "UID SEARCH"({ selected, say }, rest) {
    say(`* SEARCH ${found(selected, rest).join(" ")}`.trimEnd());
    return "OK done";
  },
  "UID FETCH"(dialogue, rest) {
    for (const message of among(dialogue.selected, rest)) {
      if (dialogue.refused.has(message.uid)) return "NO [SERVERBUG] cannot";
      sendMessage(dialogue, message, /BODY(\.PEEK)?\[\]/i.test(rest));
    }
    return "OK done";
  },
  "UID STORE"({ selected }, rest) {
    for (const message of among(selected, rest))
      for (const flag of /\(([^)]*)\)/.exec(rest)?.[1]?.split(" ") ?? []) message.flags.add(flag);
    return "OK done";
  },
  "UID MOVE"(dialogue, rest) {
    const target = dialogue.folderNamed(wordsIn(rest.replace(/^\S+ /, ""))[0] ?? "");
    for (const message of among(dialogue.selected, rest)) moveOne(dialogue, message, target);
    return "OK done";
  },
  LOGOUT({ say }) {
    say("* BYE see you");
    return "OK done";
  },
};

const list = (folders: ReadonlyMap<string, Folder>, say: (folder: string) => void): string => {
  for (const folder of folders.keys()) say(folder);
  return "OK done";
};

const select = (dialogue: Dialogue, folder: Folder): void => {
  dialogue.selected = folder;
  dialogue.told = folder.messages.length;
  for (const line of [
    `${folder.messages.length} EXISTS`,
    "0 RECENT",
    "FLAGS (\\Seen \\Deleted \\Answered \\Flagged \\Draft)",
    "OK [PERMANENTFLAGS (\\Seen \\Deleted \\*)] permanent",
    `OK [UIDVALIDITY ${folder.validity}] valid`,
    `OK [UIDNEXT ${folder.next}] next`,
  ])
    dialogue.say(`* ${line}`);
};

const sendMessage = ({ selected, socket, say }: Dialogue, { uid, raw, flags }: Stored, isWhole: boolean): void => {
  const seq = (selected?.messages.findIndex((each) => each.uid === uid) ?? 0) + 1;
  const head = `* ${seq} FETCH (UID ${uid} FLAGS (${[...flags].join(" ")})`;
  if (isWhole) {
    socket.write(`${head} BODY[] {${raw.length}}\r\n`);
    socket.write(raw);
    say(")");
  } else say(`${head})`);
};

const moveOne = (dialogue: Dialogue, message: Stored, target: Folder): void => {
  const messages = dialogue.selected?.messages ?? [];
  const index = messages.indexOf(message);
  messages.splice(index, 1);
  target.messages.push({ ...message, uid: target.next++ });
  dialogue.say(`* ${index + 1} EXPUNGE`);
  dialogue.told = messages.length;
};

const capabilities = "CAPABILITY IMAP4rev1 IDLE UIDPLUS MOVE ID NAMESPACE SASL-IR AUTH=XOAUTH2";

const wordsIn = (text: string): string[] =>
  [...text.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(([, quoted, bare]) =>
    quoted === undefined ? (bare ?? "") : quoted.replace(/\\(.)/g, "$1"),
  );

/** The messages of a UID set at the beginning of the arguments, e.g. `3,5:*`. */
const among = (folder: Folder | undefined, rest: string): Stored[] => {
  const messages = folder?.messages ?? [];
  const last = messages.at(-1)?.uid ?? 0;
  const ranges = (/^\S+/.exec(rest)?.[0] ?? "").split(",").map((range) => {
    const [from = "", to = from] = range.split(":");
    const ends = [from, to].map((end) => (end === "*" ? last : Number(end)));
    return { least: Math.min(...ends), most: Math.max(...ends) };
  });
  return [...messages].filter(({ uid }) => ranges.some(({ least, most }) => uid >= least && uid <= most));
};

const found = (folder: Folder | undefined, query: string): number[] => {
  const uids = /\bUID (\S+)/i.exec(query)?.[1];
  const isUnseen = ({ flags }: Stored) => !flags.has("\\Seen");
  const isOr = /^\(?OR\b/i.test(query);
  return (uids === undefined ? (folder?.messages ?? []) : among(folder, uids))
    .filter((message) => isOr || !/\bUNSEEN\b|\bNOT SEEN\b/i.test(query) || isUnseen(message))
    .map(({ uid }) => uid);
};
