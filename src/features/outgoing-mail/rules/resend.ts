import type { OutgoingMail } from "../mail.ts";

/** Whether sending it (again) makes sense: nobody is about to, and what it says still holds. */
export const isResendable = ({ state, expiresAt }: Pick<OutgoingMail, "state" | "expiresAt">, at: Date): boolean =>
  (state === "failed" || state === "kept" || state === "bounced") && (expiresAt === null || expiresAt > at);
