interface Sent {
  method: string;
  host: string | undefined;
  origin: string | undefined;
  secFetchSite: string | undefined;
}

/**
 * Whether a changing request comes from another website (cross-site request forgery). Browsers say so themselves:
 * `Sec-Fetch-Site` since 2020/2023, `Origin` on every POST before that. Programs without a browser send neither and
 * carry no cookies of a person.
 */
export const isFromOtherOrigin = ({ method, host, origin, secFetchSite }: Sent): boolean => {
  if (method === "GET" || method === "HEAD") return false;
  if (secFetchSite) return secFetchSite !== "same-origin" && secFetchSite !== "none";
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
};
