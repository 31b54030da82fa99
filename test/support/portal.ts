import { giveAccess } from "../../src/features/people/actions/give-access.ts";
import { peopleFeature } from "../../src/features/people/feature.ts";
import { usualAnswers } from "./malfunction.ts";
import { openTicket } from "../../src/features/tickets/actions/open-ticket.ts";
import { replyToTicket } from "../../src/features/tickets/actions/reply-to-ticket.ts";
import { ticketsFeature } from "../../src/features/tickets/feature.ts";
import { act } from "../../src/platform/act.ts";
import type { Agent, Customer } from "../../src/platform/actor.ts";
import { castOf, us } from "./cast.ts";
import { testContext } from "./context.ts";
import { freshDb } from "./db.ts";
import { startWeb, type Answered, type Visit } from "./web.ts";

export interface PortalVisit extends Visit {
  /** Sends a form with files, as browsers do. */
  upload(path: string, fields: Fields, files?: readonly File[], field?: string): Promise<Answered>;
}
type Fields = Record<string, string | readonly string[]>;

const password = "vier Pferde im Regen";

/** The portal around the cast: `as(cast.cy)` is Cy's browser, signed in; `as()` is a visitor's. */
export const startPortal = async () => {
  const context = await testContext(await freshDb());
  const cast = await castOf(context.db);
  const { app, visit } = await startWeb(context, [peopleFeature, ticketsFeature]);

  const as = async (person?: Customer | Agent): Promise<PortalVisit> => {
    const browser = visit();
    if (person) {
      await act(context.db, us, giveAccess, { personId: person.personId, password });
      await browser.post("/sign-in", { email: person.email ?? "", password });
    }
    return {
      ...browser,
      async upload(path, fields, files = [], field = "files") {
        const { type, payload } = await encoded(fields, { files, field });
        const answer = await app.inject({
          method: "POST",
          url: path,
          payload,
          headers: {
            "content-type": type,
            cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; "),
          },
        });
        for (const { name, value } of answer.cookies) browser.cookies.set(name, value);
        return {
          status: answer.statusCode,
          body: answer.body,
          location: answer.headers.location ?? "",
          setCookies: [answer.headers["set-cookie"] ?? []].flat(),
          headers: answer.headers,
        };
      },
    };
  };

  /** Opens a request behind the portal's back. */
  const open = async (who: Customer | Agent, input: Record<string, unknown> = {}) =>
    act(context.db, who, openTicket, {
      ...{ subject: "The printer prints nothing", text: "Since this morning." },
      ...(input["typeKey"] === "malfunction" && { customFields: usualAnswers }),
      ...input,
    });

  /** The desk answers at once. */
  const reply = async (who: Agent, ticketId: number, input: Record<string, unknown> = {}) =>
    act(context.db, who, replyToTicket, { ticketId, text: "Is it switched on?", holdSeconds: 0, ...input });

  const eventNames = async (): Promise<string[]> =>
    (
      await context.db.selectFrom("events").select("name").where("subject_kind", "=", "ticket").orderBy("id").execute()
    ).map(({ name }) => name);
  return { app, context, cast, as, open, reply, eventNames };
};

const encoded = async (
  fields: Fields,
  { files, field }: { files: readonly File[]; field: string },
): Promise<{ type: string; payload: Buffer }> => {
  const form = new FormData();
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) form.append(name, value);
  for (const file of files) form.append(field, file);
  // A browser sends an empty part for a file field in which nothing was chosen.
  if (files.length === 0) form.append(field, new File([], ""));
  const response = new Response(form);
  return {
    type: response.headers.get("content-type") ?? "",
    payload: Buffer.from(await response.arrayBuffer()),
  };
};

/** The values of the page's fields with this name, in the page's order. */
export const valuesIn = ({ body }: Answered, name: string): string[] =>
  [...body.matchAll(/<(?:input|textarea)[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => tag.includes(` name="${name}"`))
    .map((tag) => /\bvalue="([^"]*)"/.exec(tag)?.[1] ?? "");

/** What a person reads on the page, without the tags. */
export const wordsOf = ({ body }: Answered): string =>
  body
    .replace(/<(script|style|svg)[^]*?<\/\1>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&amp;", "&")
    .replaceAll("&quot;", '"')
    .replaceAll(/\s+/g, " ");
