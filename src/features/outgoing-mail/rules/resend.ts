import type { OutgoingMail } from "../mail.ts";

/** Whether sending it (again) makes sense: nobody is about to, and what it says still holds. */
export const isResendable = ({ state, expiresAt }: Pick<OutgoingMail, "state" | "expiresAt">, at: Date): boolean =>
  ["failed", "kept", "bounced", "withheld"].includes(state) && (expiresAt === null || expiresAt > at);
