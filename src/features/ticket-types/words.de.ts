import type { en } from "./words.en.ts";

export const de: typeof en = {
  nameTaken: "Das gibt es unter diesem Namen schon.",
};
