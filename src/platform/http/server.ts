import { randomBytes } from "node:crypto";
import cookies from "@fastify/cookie";
import formBody from "@fastify/formbody";
import multipart from "@fastify/multipart";
import staticFiles from "@fastify/static";
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from "fastify";
import { anyone, type Access } from "./access.ts";
import { endStreams } from "./answer.ts";
import { answerUnreadable } from "./client-error.ts";
import type { HttpParts } from "./parts.ts";
import { bodyLimit, formLimit } from "./problem.ts";
import { longestField } from "./read-body.ts";
import { answerProblem, handlerOf, notFoundHandler } from "./run-route.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    access?: Access;
  }
}

/** The web server, for those who start it. */
export type HttpServer = FastifyInstance;

/** The web server, not yet listening. */
export const createHttp = async (parts: HttpParts): Promise<HttpServer> => {
  const { context, surfaces } = parts;
  const [fallback] = surfaces;
  if (!fallback) throw new Error("no surface");
  const logger: FastifyBaseLogger = context.log;
  const app = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    // Only a proxy on this machine may say on whose behalf it asks.
    trustProxy: "loopback",
    genReqId: () => randomBytes(8).toString("hex"),
    forceCloseConnections: "idle",
    clientErrorHandler: answerUnreadable,
    // An address that cannot be read reaches no hook, so nobody has read its cookies either.
    frameworkErrors: (error, request, reply) => {
      request.cookies = {};
      const where = { parts, surface: fallback, request, reply };
      void answerProblem(where, { actor: parts.visitorOf(request), form: undefined, error });
    },
  });
  await app.register(cookies);
  // Longer texts than any field takes are read, too, so that whoever wrote them gets them back.
  await app.register(formBody, { bodyLimit: formLimit });
  await app.register(multipart, { limits: { fieldSize: longestField, fields: 1_000, files: 500, fileSize: Infinity } });

  app.addHook("onRoute", ({ method, url, config }) => {
    if (!config?.access) throw new Error(`route ${String(method)} ${url} declares no access`);
  });

  await app.register(staticFiles, { root: parts.assetsFolder, serve: false, immutable: true, maxAge: "1y" });
  app.get<{ Params: { "*": string } }>("/assets/*", { config: { access: anyone } }, (request, reply) =>
    reply.sendFile(request.params["*"]),
  );

  app.get("/healthz", { config: { access: anyone } }, () => ({ status: "ok" }));
  app.get("/readyz", { config: { access: anyone } }, async (_request, reply) => {
    const ready = await parts.isReady();
    return reply.code(ready ? 200 : 503).send({ status: ready ? "ready" : "not ready" });
  });

  const known = new Set<string>();
  for (const surface of surfaces)
    for (const route of surface.routes) {
      const name = `${route.method} ${route.path}`;
      if (known.has(name)) throw new Error(`two routes for ${name}`);
      known.add(name);
      app.route({
        method: route.method,
        url: route.path,
        config: { access: route.access },
        handler: handlerOf(parts, surface, route),
      });
    }
  app.setNotFoundHandler(notFoundHandler(parts, fallback));
  // What fails before a route runs, e.g. reading a body that is too large.
  app.setErrorHandler(async (error, request, reply) =>
    answerProblem(
      { parts, surface: fallback, request, reply },
      { actor: await parts.actorOf(request).catch(() => parts.visitorOf(request)), form: undefined, error },
    ),
  );
  let isClosing = false;
  app.addHook("preClose", (done) => {
    isClosing = true;
    endStreams();
    done();
  });
  // A browser would keep its connection for the next request, and closing would wait for it to change its mind.
  app.addHook("onSend", (_request, reply, _payload, done) => {
    if (isClosing) reply.header("connection", "close");
    done();
  });
  return app;
};
