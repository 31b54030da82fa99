import type { VNode } from "preact";
import type { Phrase } from "../i18n/index.ts";
import type { Access } from "./access.ts";
import type { Form } from "./form.ts";
import type { Ask, Page, Route } from "./route.ts";

/** A refusal or a failure as a page has to say it. */
export interface Problem {
  status: number;
  phrase: Phrase;
  /** Instead of what the surface calls problems of this status. */
  title?: Phrase;
  /** What was typed into the form that could not be taken; offered for sending again. */
  kept?: Form;
}

/** One face of the program: portal, desk, administration, API. Features give the routes, the surface its frame. */
export interface Surface {
  name: string;
  /** Holds for every route beside the route's own access. */
  guard: Access;
  routes: readonly Route[];
  /** Puts the whole document around a page. */
  frame(ask: Ask, page: Page): Promise<VNode> | VNode;
  problem(ask: Ask, problem: Problem): Page;
  /** The names of those who, beside whoever asks, have changed since then what the page shows; empty when nobody is known. */
  changedBy?(ask: Ask, what: { page: string; since: Date }): Promise<string>;
}
