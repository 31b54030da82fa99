import type { Readable } from "node:stream";
import type { ComponentChildren } from "preact";
import type { Actor } from "../actor.ts";
import type { Context } from "../context.ts";
import type { Phrase } from "../i18n/index.ts";
import type { Access } from "./access.ts";
import type { Form } from "./form.ts";

/** A request as pages see it. */
export interface Ask {
  context: Context;
  actor: Actor;
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  form: Form;
  /** Path and query, as asked. */
  url: string;
  path: string;
  /** Scheme, host and port under which people reach this server, without a slash at the end. */
  baseUrl: string;
  ip: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  cookies: Readonly<Record<string, string | undefined>>;
  /** For inline scripts and styles of this answer only. */
  nonce: string;
  /** The message that the previous page left for this one. */
  flash: Flash | undefined;
}

/** What happened, said on the next page, with a form that takes it back, if that is possible. */
export interface Flash {
  text: string;
  tone: "success" | "info" | "danger";
  undo?: { action: string; fields: Record<string, string>; seconds: number };
}

/** What a page gives; the surface puts its layout around it. */
export interface Page {
  kind: "page";
  status: number;
  title: string;
  body: ComponentChildren;
  /** Columns beside the body, where the surface has them. */
  list?: ComponentChildren;
  aside?: ComponentChildren;
  /** Live topics on whose change the page is fetched again. */
  topics: readonly string[];
  /** Which entry of the navigation the page belongs to: its address. */
  section?: string;
  /** In the administration: of what the page shows where it is used, below its body. */
  usesOf?: { kind: string; id: number };
  /** At the desk: of what the page shows what features propose to do with it, beside its body. */
  proposalsOf?: { kind: string; id: number };
  /** How wide the main column is; the surfaces' layouts say what they offer. */
  width?: "form" | "read" | "page" | "wide" | "flush" | "full";
  /** Only the body, without document and layout: a part of a page that is fetched again alone. */
  fragment?: boolean;
  /** A band above the body, on start pages. */
  hero?: ComponentChildren;
  /**
   * One card without the surface's navigation, for signing in and setting up: a sentence below the title, and what
   * stands below the card.
   */
  card?: {
    about?: ComponentChildren;
    below?: ComponentChildren;
    size?: "md" | "lg";
    /** The body says the title itself. */
    hasOwnTitle?: boolean;
  };
}

export type Answer = (
  | Page
  | { kind: "redirect"; to: string; flash?: Flash }
  | { kind: "json"; status: number; value: unknown }
  | { kind: "html"; status: number; html: string; headers?: Record<string, string> }
  | { kind: "file"; content: Readable; type: string; name: string; size?: number; inline: boolean }
  | { kind: "stream"; open(write: (text: string) => void): () => void }
  | { kind: "empty" }
) & {
  /** Complete Set-Cookie values. */
  cookies?: readonly string[];
};

export interface Route {
  method: "GET" | "POST";
  path: string;
  access: Access;
  /** Largest upload in bytes of one file; without it the route takes no files. */
  uploads?: number;
  run(ask: Ask): Promise<Answer> | Answer;
}

type Run = Route["run"];

export const get = (path: string, access: Access, run: Run): Route => ({ method: "GET", path, access, run });
export const post = (path: string, access: Access, run: Run): Route => ({ method: "POST", path, access, run });
export const upload = (path: string, access: Access, most: number, run: Run): Route => ({
  ...post(path, access, run),
  uploads: most,
});

type PageOptions = Partial<Omit<Page, "kind" | "title" | "body">>;

export const page = (title: string, body: ComponentChildren, options: PageOptions = {}): Page => ({
  kind: "page",
  status: 200,
  topics: [],
  ...options,
  title,
  body,
});

export const redirect = (to: string, flash?: Flash): Answer => ({ kind: "redirect", to, ...(flash && { flash }) });

/** Goes on with a message in the actor's language. */
export const redirectSaying = (ask: Ask, to: string, phrase: Phrase, tone: Flash["tone"] = "success"): Answer =>
  redirect(to, { text: phrase.say(ask.actor.locale), tone });
export const json = (value: unknown, status = 200): Answer => ({ kind: "json", status, value });
export const empty: Answer = { kind: "empty" };
