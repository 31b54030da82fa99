import { createContext, type ComponentChildren } from "preact";
import { useContext } from "preact/hooks";
import type { Locale } from "../platform/i18n/index.ts";
import { de } from "./words.de.ts";
import { en } from "./words.en.ts";

/** What every component may want to know about the person who reads and the page being made. */
export interface Ui {
  locale: Locale;
  /** IANA name, e.g. `Europe/Berlin`. */
  timeZone: string;
  /** The moment the page is made; relative times count from it. */
  now: Date;
  /** The public path of a built file by its logical name, e.g. `asset("app.css")` → `/assets/app-3F2A.css`. */
  asset(name: string): string;
  /** The nonce of this response's content security policy. */
  nonce: string;
}

const UiContext = createContext<Ui | undefined>(undefined);

/** Gives `ui` to everything below. `Document` does this itself; needed only for fragments (streams, frames, tests). */
export const UiProvider = ({ ui, children }: { ui: Ui; children?: ComponentChildren }) => (
  <UiContext.Provider value={ui}>{children}</UiContext.Provider>
);

export const useUi = (): Ui => {
  const ui = useContext(UiContext);
  if (!ui) throw new Error("A component of the kit was rendered outside of Document or UiProvider.");
  return ui;
};

const words = { de, en };

/** The kit's own words in the reader's language. */
export const useWords = (): typeof en => words[useUi().locale];
