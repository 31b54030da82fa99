import type { VNode } from "preact";
import type { Actor } from "./actor.ts";
import type { Command } from "./command.ts";
import type { Context } from "./context.ts";
import type { Db, Reader } from "./db/db.ts";
import type { Effects, Json } from "./events.ts";
import type { Route, Ask } from "./http/route.ts";
import type { Locale } from "./i18n/index.ts";
import type { Job, Recurring } from "./jobs.ts";

/** An entry of a surface's navigation. */
export interface NavigationEntry {
  href: string;
  label: string;
  /** In the administration: what one sets up there, in one sentence for its start page. */
  about?: string;
  /** A lucide icon's name. */
  icon: string;
  count?: number;
  /** There are more than `count`; nobody counted on. */
  isMore?: boolean;
  /** What the count counts, for screen readers. */
  countLabel?: string;
  /** Single keys that open it, e.g. `g i`. */
  hotkey?: string;
  /** Also at the foot of a phone's screen. */
  dock?: boolean;
  /** Behind the entries of all features, e.g. because one seldom needs it. */
  atEnd?: boolean;
  /** Entries in the person's own menu instead of the main navigation. */
  inAccountMenu?: boolean;
  /** Entries with the same heading stand together. */
  heading?: string;
}

/** Something that a new desk still has to do; administrators are shown it until it is done or they dismiss the list. */
export interface NextStep {
  /** Where it is done. */
  href: string;
  title: string;
  about: string;
  /** A lucide icon's name. */
  icon: string;
  isDone: boolean;
}

/** A kind of thing that names another one, e.g. "3 service levels". */
export interface Use {
  /** What names it, in the reader's language. */
  label: string;
  count: number;
  /** Where one sees them. */
  href?: string;
}

/** Something that one may do with what a page shows, by one press. */
export interface Proposal {
  title: string;
  about: string;
  /** What each button says, and where its form goes. */
  yes: { label: string; action: string };
  no: { label: string; action: string };
}

/** What a feature knows of something of an earlier one: a few lines beside it, and where there is more. */
export interface Aside {
  title: string;
  lines: readonly { text: string; about?: string; href: string }[];
  /** When there are no lines. */
  empty: string;
  action?: { label: string; href: string };
}

/** A kind of thing whose changes the audit log lists. */
export interface SettingArea {
  /** What is set, e.g. "Ticket types". */
  label: Record<Locale, string>;
  /** Where one of them is set, by the id of the events' subject. */
  href?: (id: number) => string;
  /** What its settings are called: the names in `changes` and `changed` of its events' payloads. */
  settings?: Record<Locale, Readonly<Record<string, string>>>;
  /** Only these of its events; without it all. */
  events?: readonly string[];
  /** What they are called now, for events that do not say it and for settings that name them. */
  names?: (db: Reader, ids: readonly number[]) => Promise<ReadonlyMap<number, Json>>;
}

/** Something that takes in work from outside as long as the program runs, e.g. an SMTP server. Runs in workers. */
export interface Listener {
  name: string;
  /** Resolves once it takes in work, with the function that finishes what it is doing and ends it. */
  start(context: Context): Promise<() => Promise<void>>;
}

/** A mail as it looks with made-up content. */
export interface MailSample {
  /** As in `queueMail`; when one template is shown in several states, with the state: `tickets.answered closed`. */
  template: string;
  subject: string;
  body: VNode;
}

export type SurfaceName = "portal" | "desk" | "admin" | "api";

/** What a feature brings to the house. All parts but the name may be missing. */
export interface Feature {
  name: string;
  routes?: Partial<Record<SurfaceName, readonly Route[]>>;
  navigation?: Partial<
    Record<SurfaceName, (ask: Ask) => Promise<readonly NavigationEntry[]> | readonly NavigationEntry[]>
  >;
  /** What is left to do after the set-up. */
  nextSteps?: (ask: Ask) => Promise<readonly NextStep[]> | readonly NextStep[];
  jobs?: readonly Job[];
  /** For the command line. */
  commands?: readonly Command[];
  listeners?: readonly Listener[];
  /** Every mail that the feature sends, in this language, for the gallery at /dev/mail. */
  mailSamples?: (locale: Locale) => readonly MailSample[];
  schedule?: readonly Recurring[];
  /** Every event that the feature records stands here, if need be with an empty list. */
  effects?: Effects;
  /**
   * Who of this feature's names something of an earlier one, by its kind, e.g. `calendar`. Pages that say `usesOf` show what all
   * features answer, so that nobody has to know those who come after him.
   */
  uses?: Readonly<Record<string, (ask: Ask, id: number) => Promise<readonly Use[]>>>;
  /** What this feature proposes to do with something of an earlier one, by its kind. Pages that say `proposalsOf` show it beside. */
  proposals?: Readonly<Record<string, (ask: Ask, id: number) => Promise<readonly Proposal[]>>>;
  /** What this feature shows beside something of an earlier one, by its kind. Pages that say `proposalsOf` show it, too. */
  asides?: Readonly<Record<string, (ask: Ask, id: number) => Promise<readonly Aside[]>>>;
  /**
   * Which of this feature's events are changes of settings, by the kind of their subject. Their payload may say `name`, and
   * `changes` with `{from, to}` of each setting (see settings.ts), or `changed` with the names alone. Words stand as `{en, de}`.
   */
  audited?: Readonly<Record<string, SettingArea>>;
  /** Which of some files in the file store this feature names. What nobody names is cleared away after a day. */
  filesNamed?: (db: Db, files: readonly string[]) => Promise<readonly string[]>;
  /** For history and audit log: what each event is called. */
  eventWords?: Record<Locale, Readonly<Record<string, string>>>;
  /** Who may watch a live topic `kind:id`, by kind. Asked when subscribing and again on each push. */
  watch?: Readonly<Record<string, (context: Context, actor: Actor, id: string) => Promise<boolean>>>;
}
