interface Given {
  headers: ReadonlyMap<string, readonly string[]>;
  from: readonly { address: string }[];
}

/** Longer results are made to be expensive. */
const longest = 5_000;

/**
 * Whether our own receiving server has found that the domain of the one sender stands by the message (RFC 8601). Anybody can
 * write such a header: only the topmost that bears the name of one of `servers` counts, because ours comes last.
 */
export const isAuthenticated = ({ headers, from }: Given, servers: readonly string[]): boolean => {
  const [sender, ...others] = from;
  if (!sender || others.length > 0 || headers.get("from")?.length !== 1) return false;
  const domain = sender.address.slice(sender.address.lastIndexOf("@") + 1).toLowerCase();
  for (const value of headers.get("authentication-results") ?? []) {
    const [server, ...results] = withoutComments(value.slice(0, longest)).toLowerCase().split(";");
    const name = /^\s*(\S+)/.exec(server ?? "")?.[1] ?? "";
    if (servers.includes(name)) return results.some((result) => standsBy(result.trim(), domain));
  }
  return false;
};

const withoutComments = (value: string): string => {
  let rest = value;
  for (let depth = 0; depth < 5; depth++) rest = rest.replace(/\([^()]{0,1000}\)/g, " ");
  return rest;
};

/** DMARC speaks of the sender's domain; a signature only where the same domain has made it. */
const standsBy = (result: string, domain: string): boolean => {
  const [said = "", ...facts] = result.split(/\s+/);
  const fact = (name: string): string =>
    (facts.find((each) => each.startsWith(`${name}=`)) ?? "").slice(name.length + 1).replace(/^"|"$/g, "");
  if (said === "dmarc=pass") return fact("header.from") === domain;
  return said === "dkim=pass" && (fact("header.d") === domain || fact("header.i").endsWith(`@${domain}`));
};

/** Whether a server on the way found that the sender's domain disowns it. The mark can only take something away. */
export const isDisowned = ({ headers }: Pick<Given, "headers">): boolean =>
  ["authentication-results", "arc-authentication-results"].some((name) =>
    (headers.get(name) ?? []).some((result) => /\bdmarc\s*=\s*fail\b/i.test(result.slice(0, longest))),
  );
