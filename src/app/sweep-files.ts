import { z } from "zod";
import type { Context } from "../platform/context.ts";
import { listFilesOfHeldForms } from "../platform/http/held-forms.ts";
import { job, type Job } from "../platform/jobs.ts";
import { days, now } from "../platform/time.ts";
import { features } from "./features.ts";

/** Which of these stored files somebody names: a feature, or a form that waits for its sender to sign in. */
const namedFiles = async ({ db, signer }: Context, files: readonly string[]): Promise<ReadonlySet<string>> => {
  const byFeatures = await Promise.all(features.map(async (feature) => (await feature.filesNamed?.(db, files)) ?? []));
  return new Set([...byFeatures.flat(), ...(await listFilesOfHeldForms(db, signer))]);
};

/** Clears away uploads that nobody sent: of forms that were left, refused, or sent by somebody who never signed in. */
export const sweepFilesJob: Job = job({
  name: "platform.sweep-files",
  payload: z.unknown(),
  async run(context) {
    const swept = await context.files.sweep({
      afterMs: days(1),
      now: now(),
      named: (files) => namedFiles(context, files),
    });
    if (swept.aside + swept.back + swept.removed > 0) context.log.info(swept, "files that nobody names");
  },
});
