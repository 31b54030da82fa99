import type { Signer } from "../../platform/signer.ts";

const purpose = "leave-conversation";

/** Who leaves which ticket. */
interface Leaving {
  ticketId: number;
  personId: number;
}

const factOf = ({ ticketId, personId }: Leaving): string => `t${ticketId}-p${personId}`;

/** Where somebody in CC leaves the conversation without signing in, e.g. `/leave/t17-p5-k3v…`; for mails to him only. */
export const leavePath = (signer: Signer, leaving: Leaving): string =>
  `/leave/${factOf(leaving)}-${signer.sign(purpose, factOf(leaving))}`;

/** Undefined when it is not a token that `leavePath` has made. */
export const readLeaveToken = (signer: Signer, token: string): Leaving | undefined => {
  const [, ticketId, personId, signature = ""] = /^t(\d{1,15})-p(\d{1,15})-([a-z2-7]{26})$/.exec(token) ?? [];
  const leaving = { ticketId: Number(ticketId), personId: Number(personId) };
  return signer.verify(purpose, factOf(leaving), signature) ? leaving : undefined;
};
