import type { Tx } from "../../../platform/db/db.ts";
import { Invalid } from "../../../platform/errors.ts";
import type { Phrase } from "../../../platform/i18n/index.ts";
import { getDesk } from "../../desk-settings/index.ts";
import { passwordMaximum, passwordProblem, type PasswordProblem } from "../rules/passwords.ts";
import { phrase } from "../words.ts";
import { commonPasswords } from "./common-passwords.ts";

/** Throws `Invalid` with the field `password` when the desk does not take this password. */
export const refuseWeakPassword = async (
  tx: Tx,
  { email, password }: { email: string; password: string },
): Promise<void> => {
  const { passwordMinimum: minimum } = await getDesk(tx);
  const known = await commonPasswords();
  const problem = passwordProblem({ password, email, minimum, isKnown: (each) => known.has(each) });
  if (problem) throw new Invalid({ password: said(problem, minimum) });
};

const said = (problem: PasswordProblem, least: number): Phrase => {
  switch (problem) {
    case "tooShort":
      return phrase("passwordTooShort", { least });
    case "tooLong":
      return phrase("passwordTooLong", { most: passwordMaximum });
    case "isAddress":
      return phrase("passwordIsAddress");
    case "tooCommon":
      return phrase("passwordTooCommon");
  }
};
