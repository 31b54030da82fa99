import type { Signer } from "../../platform/signer.ts";

export const approvalsPath = "/approvals";
export const approvalPath = (id: number): string => `${approvalsPath}/${id}`;

const purpose = "approval link";
const factOf = (approvalId: number, personId: number): string => `${approvalId} ${personId}`;

interface Meant {
  signer: Signer;
  approvalId: number;
  personId: number;
}

/** The page on which this person decides about this approval without signing in. */
export const linkPath = ({ signer, approvalId, personId }: Meant): string =>
  `${approvalPath(approvalId)}/${personId}-${signer.sign(purpose, factOf(approvalId, personId))}`;

/** For whom the token was made; undefined when it is none of this approval's. */
export const readToken = ({
  signer,
  approvalId,
  token,
}: {
  signer: Signer;
  approvalId: number;
  token: string;
}): number | undefined => {
  const match = /^(\d{1,15})-([a-z2-7]{26})$/.exec(token);
  const personId = Number(match?.[1]);
  return match && signer.verify(purpose, factOf(approvalId, personId), match[2] ?? "") ? personId : undefined;
};
