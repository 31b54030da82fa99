import type { Phrase } from "./i18n/phrases.ts";
import { phrasesOf } from "./i18n/phrases.ts";
import { de } from "./words.de.ts";
import { en } from "./words.en.ts";

// Rules may import this file but not i18n, and their refusals have words, too.
export { phrasesOf } from "./i18n/phrases.ts";

/** The platform's own sentences: what can go wrong anywhere. */
export const platformPhrase = phrasesOf("platform", { en, de });

/** A refusal that a person gets to read. Everything else that is thrown is a defect and is logged as one. */
export abstract class Refusal extends Error {
  readonly phrase: Phrase;
  constructor(phrase: Phrase) {
    super(phrase.key);
    this.name = new.target.name;
    this.phrase = phrase;
  }
}

/** It does not exist, or the actor may not know that it does. */
export class NotFound extends Refusal {
  constructor(phrase: Phrase = platformPhrase("notFound")) {
    super(phrase);
  }
}

/** The actor may see it, but may not do this. */
export class Forbidden extends Refusal {
  constructor(phrase: Phrase = platformPhrase("forbidden")) {
    super(phrase);
  }
}

/** It could be done in another state, but not in this one: somebody was first, or the machine forbids it. */
export class Conflict extends Refusal {
  constructor(phrase: Phrase = platformPhrase("changedMeanwhile")) {
    super(phrase);
  }
}

/** Input that cannot be taken; each field says why. The key is the form field's name. */
export class Invalid extends Refusal {
  readonly fields: Readonly<Record<string, Phrase>>;
  constructor(fields: Record<string, Phrase>, phrase: Phrase = platformPhrase("unreadable")) {
    super(phrase);
    this.fields = fields;
  }
}

/** Nobody can be served before something else has happened; the phrase says what, under a title of its own. */
export class NotReady extends Refusal {
  readonly title: Phrase;
  constructor(title: Phrase, phrase: Phrase) {
    super(phrase);
    this.title = title;
  }
}

/** Too often from one place; try again later. */
export class TooMany extends Refusal {
  constructor(phrase: Phrase = platformPhrase("tooManyRequests")) {
    super(phrase);
  }
}
