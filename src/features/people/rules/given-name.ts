/** The longest that is kept. */
const longest = 120;

const addressIn = /[^\s<>()[\]"',;:]+@[^\s<>()[\]"',;:]+/gu;

/**
 * What a person is called who came with a mail or a call. Whoever puts another address into his name wants to be taken for
 * somebody else, so he is called by his own.
 */
export const givenName = (given: string, email: string): string => {
  const name = given.replaceAll(/\s+/g, " ").slice(0, longest).trim();
  const isOther = (name.match(addressIn) ?? []).some((each) => each.toLowerCase() !== email);
  if (isOther) return email.slice(0, longest);
  return name || email.slice(0, email.indexOf("@"));
};
