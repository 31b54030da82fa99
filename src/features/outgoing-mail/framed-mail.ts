import type { Answer } from "../../platform/http/route.ts";

/**
 * A mail's HTML for a frame on a page of ours. It gets no origin and runs nothing; it loads nothing from anywhere;
 * links leave the frame, so that a link in a kept mail can be followed.
 */
export const framedMail = (html: string): Answer => ({
  kind: "html",
  status: 200,
  html: html.replace("<head>", '<head><base target="_blank">'),
  headers: {
    "content-security-policy":
      "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'",
  },
});
