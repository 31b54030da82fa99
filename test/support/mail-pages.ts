import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { features } from "../../src/app/features.ts";
import { giveAccess } from "../../src/features/people/index.ts";
import { act } from "../../src/platform/act.ts";
import type { Context } from "../../src/platform/context.ts";
import { us } from "./cast.ts";
import { startMailDesk, type MailDesk } from "./incoming.ts";
import { startWeb, type Visit } from "./web.ts";

const password = "vier Pferde im Regen";

/** Every feature of the program, in order. */
export const allFeatures = features;

export interface MailPages extends MailDesk {
  admin: Visit;
  agent: Visit;
  customer: Visit;
  nobody: Visit;
  /** Sends a form with one file, as somebody's browser does. */
  upload(
    by: Visit,
    path: string,
    file: { field: string; name: string; content: Buffer },
  ): Promise<{ status: number; body: string }>;
}

/** A desk with all pages, an administrator and two others who are signed in, and somebody who is not. */
export const startMailPages = async (parts: Partial<Context> = {}): Promise<MailPages> => {
  const desk = await startMailDesk(parts);
  const { ada, ann, cy } = desk.cast;
  const { app, visit } = await startWeb(desk.context, features);
  const signedIn = async ({ personId, email }: typeof ada | typeof cy): Promise<Visit> => {
    await act(desk.context.db, us, giveAccess, { personId, password });
    const browser = visit();
    const { status } = await browser.post("/sign-in", { email: email ?? "", password });
    if (status !== 303) throw new Error(`${email ?? ""} could not sign in`);
    return browser;
  };
  return {
    ...desk,
    admin: await signedIn(ada),
    agent: await signedIn(ann),
    customer: await signedIn(cy),
    nobody: visit(),
    async upload(by, path, { field, name, content }) {
      const form = new FormData();
      form.append(field, new File([new Uint8Array(content)], name));
      const { headers, body } = new Request("http://desk.example", { method: "POST", body: form });
      const answer = await app.inject({
        method: "POST",
        url: path,
        payload: Buffer.concat(await Readable.fromWeb(body as ReadableStream).toArray()),
        headers: {
          "content-type": headers.get("content-type") ?? "",
          cookie: [...by.cookies].map(([key, value]) => `${key}=${value}`).join("; "),
        },
      });
      return { status: answer.statusCode, body: answer.body };
    },
  };
};
