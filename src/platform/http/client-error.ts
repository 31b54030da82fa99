import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { locales } from "../i18n/index.ts";
import { platformPhrase } from "../errors.ts";

const statuses: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/**
 * What could not even be read as a request: no route, page or language is known, so it is said in plain text, in every
 * language there is.
 */
export const answerUnreadable = (error: Error & { code?: string }, socket: Socket): void => {
  if (error.code === "ECONNRESET" || socket.destroyed) return;
  const status = statuses[error.code ?? ""] ?? 400;
  const key = status === 431 ? "addressTooLong" : "requestUnreadable";
  const words = Buffer.from(locales.map((locale) => `${platformPhrase(key).say(locale)}\n`).join("\n"));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`,
    "Content-Type: text/plain; charset=utf-8",
    `Content-Length: ${words.length}`,
    "Connection: close",
  ];
  if (socket.writable) socket.write(Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), words]));
  socket.destroySoon();
};
