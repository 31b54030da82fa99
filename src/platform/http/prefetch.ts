import type { Ask } from "./route.ts";

/** Whether a browser asks only because somebody might follow a link; what a visit leaves behind must wait then. */
export const isPrefetch = ({ headers }: Pick<Ask, "headers">): boolean =>
  ["sec-purpose", "x-sec-purpose", "purpose"].some((name) => headers[name]?.toString().includes("prefetch"));
