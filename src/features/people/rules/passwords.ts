/** A password has fewer than 128 characters, so that hashing one cannot be made to take long. */
export const passwordMaximum = 127;

export type PasswordProblem = "tooShort" | "tooLong" | "isAddress" | "tooCommon";

interface Proposed {
  password: string;
  /** The person's own address. */
  email: string;
  minimum: number;
  /** Whether a password, in lower case, is among the commonest. */
  isKnown(password: string): boolean;
}

/** Why the password cannot be taken; undefined when it can. Characters are counted as people do, not in bytes. */
export const passwordProblem = ({ password, email, minimum, isKnown }: Proposed): PasswordProblem | undefined => {
  const length = [...password].length;
  if (length < minimum) return "tooShort";
  if (length > passwordMaximum) return "tooLong";
  const lower = password.toLowerCase();
  const [local] = email.toLowerCase().split("@");
  if (lower === email.toLowerCase() || lower === local) return "isAddress";
  return isGuessable(lower, isKnown) ? "tooCommon" : undefined;
};

/** Words that German lists of the commonest passwords begin with; the shipped list is mostly English. */
const germanWords = new Set(
  `passwort kennwort hallo geheim schatz schatzi liebe ichliebedich sommer winter herbst fruehling frühling
  willkommen berlin hamburg münchen muenchen köln koeln frankfurt fussball fußball schalke dortmund bayern
  deutschland mercedes passwort1 hallo1 servus moin arschloch scheisse scheiße`.split(/\s+/),
);

const isGuessable = (password: string, isKnown: (password: string) => boolean): boolean => {
  if (isKnown(password) || germanWords.has(password)) return true;
  // One sign again and again, or a short piece repeated: aaaaaaaaaa, 1212121212, abcabcabcabc.
  if (/^(.{1,3})\1+.?$/su.test(password)) return true;
  if (isRow(password)) return true;
  // "Passwort2024!" is the first thing that is tried after "Passwort".
  const word = password.replace(/[\d\p{P}\p{S}]{1,6}$/u, "");
  return word !== password && (germanWords.has(word) || (word.length >= 5 && word.length <= 8 && isKnown(word)));
};

const rows = [
  "01234567890",
  "qwertzuiopü",
  "qwertyuiop",
  "asdfghjklöä",
  "yxcvbnm",
  "zxcvbnm",
  "abcdefghijklmnopqrstuvwxyz",
];
const keys = rows.flatMap((row) => [row, [...row].reverse().join("")]).join(" ");

/** Neighbours on the keyboard or in the alphabet: at most two runs of them, as in "qwertz12345". */
const isRow = (password: string): boolean => {
  for (let cut = 0; cut < password.length; cut++) {
    const [first, second] = [password.slice(0, cut), password.slice(cut)];
    if (keys.includes(second) && (first === "" || keys.includes(first))) return true;
  }
  return false;
};
