import { randomBytes } from "node:crypto";
import type { FastifyRequest } from "fastify";
import type { Actor } from "../actor.ts";
import type { Context } from "../context.ts";
import { clean } from "./clean.ts";
import { decodeFlash, flashCookie } from "./cookies.ts";
import { formOf, type Form } from "./form.ts";
import type { Ask } from "./route.ts";

/** Makes what pages see of a request. */
export const askOf = (context: Context, request: FastifyRequest, actor: Actor, form: Form = formOf({})): Ask => {
  const url = new URL(request.url, "http://host");
  return {
    context,
    actor,
    params: cleanParams(request.params),
    query: new URLSearchParams([...url.searchParams].map(([name, value]) => [clean(name), clean(value)])),
    form,
    url: url.pathname + url.search,
    path: url.pathname,
    baseUrl: context.baseUrl,
    ip: request.ip,
    headers: request.headers,
    cookies: request.cookies,
    nonce: randomBytes(16).toString("base64url"),
    // A page that refreshes itself in another tab must not take the message meant for this one.
    flash: request.headers["x-live"] ? undefined : decodeFlash(request.cookies[flashCookie]),
  };
};

const cleanParams = (params: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(params ?? {}).map(([name, value]) => [name, clean(String(value))]));
