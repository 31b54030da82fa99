import type { FastifyReply } from "fastify";
import type { VNode } from "preact";
import { renderToStringAsync } from "preact-render-to-string";
import { encodeFlash, flashCookie, setCookie } from "./cookies.ts";
import type { Answer, Ask } from "./route.ts";
import { withBases } from "./merging.ts";
import type { Surface } from "./surface.ts";

const contentSecurity = (nonce: string): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

/** Turns an answer into bytes. Cookies of the answer and of the session go with it. */
export const answerWith = async (
  { surface, ask, reply }: { surface: Surface; ask: Ask; reply: FastifyReply },
  answer: Answer,
): Promise<FastifyReply> => {
  const secure = ask.baseUrl.startsWith("https:");
  for (const cookie of answer.cookies ?? []) reply.header("set-cookie", cookie);
  reply.headers({
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "content-security-policy": contentSecurity(ask.nonce),
    "cache-control": "private, no-store",
  });
  switch (answer.kind) {
    case "page": {
      if (ask.flash && !answer.fragment) reply.header("set-cookie", setCookie(flashCookie, "", { maxAge: 0, secure }));
      const html = await renderToStringAsync((await surface.frame(ask, answer)) as VNode<object>);
      const shown = withBases(html, ask, reply.request.method === "POST");
      return reply.code(answer.status).type("text/html; charset=utf-8").send(`<!doctype html>${shown}`);
    }
    case "redirect":
      if (answer.flash)
        reply.header("set-cookie", setCookie(flashCookie, encodeFlash(answer.flash), { maxAge: 60, secure }));
      return reply.redirect(answer.to, 303);
    case "json":
      return reply.code(answer.status).send(answer.value);
    case "html":
      return reply
        .code(answer.status)
        .headers(answer.headers ?? {})
        .type("text/html; charset=utf-8")
        .send(answer.html);
    case "empty":
      return reply.code(204).send();
    case "file":
      return reply
        .headers({
          // Whatever the file contains, it runs nothing and knows nobody.
          "content-security-policy":
            "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'",
          "content-disposition": contentDisposition(answer),
          "cache-control": "private, max-age=3600",
          ...(answer.size === undefined ? {} : { "content-length": answer.size }),
        })
        .type(answer.type)
        .send(answer.content);
    case "stream":
      return stream(reply, answer.open);
  }
};

/** RFC 6266: an ASCII stand-in, and the real name in UTF-8. */
const contentDisposition = ({ inline, name }: { inline: boolean; name: string }): string => {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  return `${inline ? "inline" : "attachment"}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
};

// Server-sent events: a comment every 25 s keeps proxies from closing a silent connection.
const stream = (reply: FastifyReply, open: (write: (text: string) => void) => () => void): FastifyReply => {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
  });
  raw.write(": welcome\n\n");
  const close = open((text) => {
    raw.write(text);
  });
  const pulse = setInterval(() => {
    raw.write(": still here\n\n");
  }, 25_000);
  openStreams.add(raw);
  raw.on("close", () => {
    clearInterval(pulse);
    openStreams.delete(raw);
    close();
  });
  return reply;
};

const openStreams = new Set<FastifyReply["raw"]>();

/** Ends the live streams, which would otherwise keep the server from stopping. Browsers come back by themselves. */
export const endStreams = (): void => {
  for (const raw of openStreams) raw.end();
};
