/** Links as the sanitiser writes them. */
const link = /<a href="(https?:\/\/[^"]*)"([^>]*)>((?:(?!<\/?a[ >]).){0,3000}?)<\/a>/gs;

/**
 * Puts the real target behind links whose words name another one: "www.bank.example" that leads to evil.example is then
 * "www.bank.example (evil.example)". Takes HTML that the sanitiser has written.
 */
export const withShownTargets = (html: string): string =>
  html.replace(link, (whole: string, href: string, rest: string, words: string) => {
    const host = hostOf(href);
    return host === undefined || !namesAnother(words, host)
      ? whole
      : `<a href="${href}"${rest}>${words}</a><span class="said-target"> (${host})</span>`;
  });

const hostOf = (href: string): string | undefined => {
  const url = href.replaceAll("&amp;", "&");
  return URL.canParse(url) ? new URL(url).hostname.replace(/[^a-z0-9.:[\]-]/gi, "") : undefined;
};

const addresses =
  /(?:https?:\/\/|www\.)[^\s<>/?#]{1,250}|\b[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})*\.(?:com|org|net|de|at|ch|eu|info|io|co|uk|fr|it|es|nl|pl|example)\b/gi;

/** Names of files end like domains, and a mail address belongs to whom it names. */
const namesAnother = (words: string, host: string): boolean => {
  const text = words.replace(/<[^>]{0,2000}>/g, "").replaceAll("&amp;", "&");
  return [...text.slice(0, 500).matchAll(addresses)]
    .filter(({ index }) => text[index - 1] !== "@")
    .map(([found]) => bare(found))
    .some((named) => named !== bare(host) && !bare(host).endsWith(`.${named}`));
};

const bare = (address: string): string =>
  address
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/^www\./, "")
    .replace(/[:.]\d*$/, "");
