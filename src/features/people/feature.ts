import type { Feature } from "../../platform/feature.ts";
import { effects } from "./effects.tsx";
import { mailSamples } from "./emails/samples.tsx";
import { de } from "./words.events.de.ts";
import { en } from "./words.events.en.ts";

export const peopleFeature: Feature = {
  name: "people",
  mailSamples,
  effects,
  eventWords: { en, de },
};
