import type { Feature } from "../../platform/feature.ts";
import { words } from "./words.ts";

const eventWords = (locale: keyof typeof words) => ({
  "desk.created": words[locale].created,
  "desk.changed": words[locale].changed,
});

export const deskSettingsFeature: Feature = {
  name: "desk-settings",
  effects: { "desk.created": [], "desk.changed": [] },
  eventWords: { en: eventWords("en"), de: eventWords("de") },
};
