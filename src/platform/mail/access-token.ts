import { z } from "zod";

/** Where access tokens come from (RFC 6749): with a refresh token (§6), or for the program itself (§4.4). */
export interface TokenSource {
  tokenUrl: string;
  clientId: string;
  clientSecret: string;
  /** Empty: the program signs in as itself. */
  refreshToken: string;
  /** Empty: whatever was granted. */
  scope: string;
}

export interface AccessToken {
  value: string;
  expiresAt: Date;
  /** Some servers give another one each time, and take the old one no longer. */
  refreshToken: string | undefined;
}

const answer = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().default(3_600),
  refresh_token: z.string().optional(),
});
const refusal = z.object({ error: z.string(), error_description: z.string().default("") });

/** Throws with the server's words when there is none. */
export const fetchAccessToken = async (source: TokenSource, now: Date): Promise<AccessToken> => {
  const response = await fetch(source.tokenUrl, {
    method: "POST",
    body: formOf(source),
    headers: { accept: "application/json" },
    redirect: "error",
    signal: AbortSignal.timeout(30_000),
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw new Error(`no access token: ${wordsOf(body) ?? `answer ${response.status}`}`);
  const { access_token: value, expires_in: seconds, refresh_token: refreshToken } = answer.parse(body);
  return { value, expiresAt: new Date(now.getTime() + seconds * 1_000), refreshToken };
};

const formOf = ({ clientId, clientSecret, refreshToken, scope }: TokenSource): URLSearchParams =>
  new URLSearchParams({
    client_id: clientId,
    ...(clientSecret && { client_secret: clientSecret }),
    ...(refreshToken
      ? { grant_type: "refresh_token", refresh_token: refreshToken }
      : { grant_type: "client_credentials" }),
    ...(scope && { scope }),
  });

const wordsOf = (body: unknown): string | undefined => {
  const said = refusal.safeParse(body).data;
  return said && [said.error, said.error_description].filter(Boolean).join(": ").slice(0, 500);
};
