/** Words that PGP has signed or encrypted where they stand. */
export interface Armoured {
  /** What was signed is readable without its armour; what is encrypted stays as it is. */
  text: string;
  isSigned: boolean;
  isEncrypted: boolean;
}

const begin = "-----BEGIN PGP SIGNED MESSAGE-----";
const signature = "-----BEGIN PGP SIGNATURE-----";
const end = "-----END PGP SIGNATURE-----";

/** Takes the armour off signed words (RFC 9580 §7); undefined when PGP has nothing to do with the text. `text` has \n alone. */
export const withoutArmour = (text: string): Armoured | undefined => {
  const isEncrypted = text.includes("-----BEGIN PGP MESSAGE-----");
  if (!text.includes(begin)) return isEncrypted ? { text, isSigned: false, isEncrypted } : undefined;
  const pieces: string[] = [];
  let done = 0;
  for (let at = lineAt(text, begin, 0); at >= 0; at = lineAt(text, begin, done)) {
    const from = text.indexOf("\n\n", at);
    const to = from < 0 ? -1 : lineAt(text, signature, from);
    const last = to < 0 ? -1 : lineAt(text, end, to);
    if (last < 0) break;
    pieces.push(text.slice(done, at), text.slice(from + 2, to).replace(/^- /gm, ""));
    done = !text.includes("\n", last) ? text.length : text.indexOf("\n", last) + 1;
  }
  return { text: [...pieces, text.slice(done)].join(""), isSigned: true, isEncrypted };
};

/** Where a line is these words; marked as quoted they are somebody else's. */
const lineAt = (text: string, words: string, from: number): number => {
  if (from === 0 && text.startsWith(words)) return 0;
  const found = text.indexOf(`\n${words}`, Math.max(0, from - 1));
  return found < 0 ? -1 : found + 1;
};
