import type { FastifyReply, FastifyRequest } from "fastify";
import { isSignedIn, type Actor } from "../actor.ts";
import { Forbidden, NotFound, NotReady, platformPhrase } from "../errors.ts";
import { answerWith } from "./answer.ts";
import { askOf } from "./ask.ts";
import type { Form } from "./form.ts";
import { holdForm } from "./held-forms.ts";
import { withFilesAsFields } from "./kept-files.ts";
import { withOthersChanges } from "./merging.ts";
import { isFromOtherOrigin } from "./origin.ts";
import type { HttpParts } from "./parts.ts";
import { problemOf } from "./problem.ts";
import { readForm } from "./read-body.ts";
import { redirect, type Answer, type Ask, type Route } from "./route.ts";
import type { Surface } from "./surface.ts";
import { limitsOf } from "./uploads.ts";

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/** Runs one route: session, origin, access, body, the route itself, its answer; whatever fails becomes a page. */
export const handlerOf =
  (parts: HttpParts, surface: Surface, route: Route): Handler =>
  async (request, reply) => {
    const { context } = parts;
    let actor: Actor = parts.visitorOf(request);
    let form: Form | undefined;
    try {
      const [asking] = await Promise.allSettled([parts.actorOf(request)]);
      if (asking.status === "fulfilled") actor = asking.value;
      const { host, origin, "sec-fetch-site": site } = request.headers;
      if (isFromOtherOrigin({ method: request.method, host, origin, secFetchSite: first(site) }))
        throw new Forbidden(platformPhrase("otherOrigin"));
      form = await readForm(request, {
        files: context.files,
        limits: limitsOf(route.uploads ?? 0, isSignedIn(actor)),
        locale: actor.locale,
      });
      // Only now, when the words are read: they are handed back even when nobody can say whose they are.
      if (asking.status === "rejected") throw asking.reason;
      const ask = askOf(context, request, actor, form);
      const refused = await refusedEntry(ask, surface, route);
      if (refused) return await answerWith({ surface, ask, reply }, refused);
      const merged = await withOthersChanges(ask, {
        pageNow: (path) => pageNow(request, path),
        changedBy: async (page, since) => (await surface.changedBy?.(ask, { page, since })) ?? "",
        run: route.run,
      });
      return await answerWith({ surface, ask: merged.ask, reply }, merged.outcome);
    } catch (error) {
      return answerProblem({ parts, surface, request, reply }, { actor, form, error });
    }
  };

/** A page as whoever asks would see it now, through its ordinary guard; undefined when there is none any more. */
const pageNow = async ({ server, headers }: FastifyRequest, path: string): Promise<string | undefined> => {
  const { cookie, host, "accept-language": language } = headers;
  const answer = await server.inject({
    method: "GET",
    url: path,
    headers: { ...{ cookie, host, "accept-language": language }, accept: "text/html", "x-live": "form" },
  });
  return answer.statusCode === 200 ? answer.body : undefined;
};

const first = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header[0] : header;

/** For somebody who may not enter: the sign-in page, which leads back; what a form sent is kept meanwhile. */
const refusedEntry = (ask: Ask, surface: Surface, route: Route): Promise<Answer> | undefined => {
  if (surface.guard.allows(ask.actor) && route.access.allows(ask.actor)) return undefined;
  if (isSignedIn(ask.actor)) throw new Forbidden();
  if (isMachine(ask)) throw new Forbidden(platformPhrase("signInFirst"));
  return signInFirst(ask, route);
};

const isMachine = ({ headers }: Ask): boolean => String(headers.accept ?? "").includes("application/json");

const signInFirst = async (ask: Ask, route: Route): Promise<Answer> => {
  const { db, signer } = ask.context;
  const next =
    route.method === "POST"
      ? `/held/${await holdForm(db, ask.url, withFilesAsFields(signer, ask.form, ask.actor.locale))}`
      : ask.url;
  return redirect(`/sign-in?next=${encodeURIComponent(next)}`, {
    text: platformPhrase("signInFirst").say(ask.actor.locale),
    tone: "info",
  });
};

interface Failed {
  actor: Actor;
  form: Form | undefined;
  error: unknown;
}

interface Where {
  parts: HttpParts;
  surface: Surface;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** Says to a person or a program, in its own form, what went wrong. Defects are logged whole and told in one sentence. */
export const answerProblem = async (
  { parts, surface, request, reply }: Where,
  { actor, form, error }: Failed,
): Promise<FastifyReply> => {
  const problem = problemOf(error, actor.locale);
  if (problem.isDefect) request.log.error({ err: error, url: request.url }, "request failed");
  const ask = askOf(parts.context, request, actor, form);
  if (isMachine(ask))
    return reply
      .code(problem.status)
      .send({ error: { key: problem.phrase.key, message: problem.phrase.say(actor.locale) } });
  const { isDefect, ...said } = problem;
  if (isDefect && said.status === 503) reply.header("retry-after", "5");
  return answerWith(
    { surface, ask, reply },
    surface.problem(ask, {
      ...said,
      ...(form && { kept: withFilesAsFields(parts.context.signer, form, actor.locale) }),
    }),
  );
};

/** For addresses that no route knows. */
export const notFoundHandler =
  (parts: HttpParts, fallback: Surface): Handler =>
  async (request, reply) => {
    let error: Error = new NotFound();
    const actor = await parts.actorOf(request).catch((reason: unknown) => {
      // Nothing else is there yet either, so it says more than that this is missing.
      if (reason instanceof NotReady) error = reason;
      return parts.visitorOf(request);
    });
    const surface = parts.surfaces.find(({ name, guard }) => isBelow(request.url, name) && guard.allows(actor));
    const where = { parts, surface: surface ?? fallback, request, reply };
    return answerProblem(where, { actor, form: undefined, error });
  };

const isBelow = (url: string, name: string): boolean => new RegExp(`^/${name}(?![\\w-])`).test(url);
