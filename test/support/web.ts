import { onTestFinished } from "vitest";
import { readActor, readVisitor } from "../../src/features/people/index.ts";
import type { Context } from "../../src/platform/context.ts";
import type { Feature } from "../../src/platform/feature.ts";
import { createHttp } from "../../src/platform/http/server.ts";
import { adminSurface, deskSurface } from "../../src/surfaces/office.tsx";
import { portalSurface } from "../../src/surfaces/portal.tsx";

export interface Answered {
  status: number;
  body: string;
  /** Where a redirect leads. */
  location: string;
  /** Complete Set-Cookie values. */
  setCookies: readonly string[];
  headers: Readonly<Record<string, unknown>>;
}

/** A browser without JavaScript: it keeps cookies, and sends forms as browsers do. */
export interface Visit {
  get(path: string, headers?: Record<string, string>): Promise<Answered>;
  post(path: string, fields: Record<string, string | readonly string[]>): Promise<Answered>;
  cookies: Map<string, string>;
}

/** The whole web server around some features, without a port; `visit()` is a new browser. */
export const startWeb = async (context: Context, features: readonly Feature[]) => {
  const house = { features, asset: (name: string) => `/assets/${name}` };
  const app = await createHttp({
    context,
    surfaces: [portalSurface(house), deskSurface(house), adminSurface(house)],
    actorOf: (request) => readActor(context, request),
    visitorOf: (request) => readVisitor(request),
    isReady: () => Promise.resolve(true),
    assetsFolder: import.meta.dirname,
  });
  onTestFinished(() => app.close());

  const visit = ({ ip = "203.0.113.7", language = "en" }: { ip?: string; language?: string } = {}): Visit => {
    const cookies = new Map<string, string>();
    const ask = async (
      method: "GET" | "POST",
      url: string,
      more: { payload?: string; headers?: Record<string, string> },
    ) => {
      const answer = await app.inject({
        method,
        url,
        remoteAddress: ip,
        ...(more.payload !== undefined && { payload: more.payload }),
        headers: {
          "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
          "accept-language": language,
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
          ...more.headers,
        },
      });
      for (const { name, value, maxAge } of answer.cookies) {
        if (maxAge === 0) cookies.delete(name);
        else cookies.set(name, value);
      }
      return {
        status: answer.statusCode,
        body: answer.body,
        location: answer.headers.location ?? "",
        setCookies: [answer.headers["set-cookie"] ?? []].flat(),
        headers: answer.headers,
      };
    };
    return {
      cookies,
      get: (path, headers = {}) => ask("GET", path, { headers }),
      post: (path, fields) =>
        ask("POST", path, {
          payload: new URLSearchParams(
            Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each) => [name, each])),
          ).toString(),
          headers: { "content-type": "application/x-www-form-urlencoded" },
        }),
    };
  };
  return { app, visit };
};
