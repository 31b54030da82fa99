import type { Locale } from "./locale.ts";

/**
 * A sentence that is not yet in any language: rules and actions say *what* is the matter,
 * the surface that answers a person says it in that person's language.
 */
export interface Phrase {
  /** Stable and for machines, e.g. `tickets.changedMeanwhile`. */
  key: string;
  say(locale: Locale): string;
}

type Sentence = string | ((parameters: never) => string);
type Arguments<S> = S extends (parameters: infer P) => string ? [parameters: P] : [];

/**
 * Makes the function by which a feature names its sentences: `phrase("changedMeanwhile", { number })`.
 * A missing key or parameter is a type error, in every language.
 */
export const phrasesOf =
  <W extends Record<string, Sentence>>(feature: string, words: Record<Locale, W>) =>
  <K extends keyof W & string>(key: K, ...parameters: Arguments<W[K]>): Phrase => ({
    key: `${feature}.${key}`,
    say: (locale) => {
      const sentence = words[locale][key];
      return typeof sentence === "string" ? sentence : (sentence as (p: unknown) => string)(parameters[0]);
    },
  });
