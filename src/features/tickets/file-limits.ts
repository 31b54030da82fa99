import { mostFiles } from "../../platform/http/uploads.ts";

/** In bytes, of one file that is uploaded with a form. */
export const largestFile = 50_000_000;

export { mostFiles };

/** As forms say it before anything is sent. */
export const fileLimits = { each: largestFile, count: mostFiles };
