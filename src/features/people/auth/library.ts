import { randomBytes } from "node:crypto";
import type { Tx } from "../../../platform/db/db.ts";
import { after, now } from "../../../platform/time.ts";
import { sessionFor } from "../rules/access.ts";
import { hashPassword, verifyPassword } from "./hash.ts";
import { hashOf, newToken } from "./tokens.ts";

// Nothing that better-auth signs with it leaves the process: our cookies hold random tokens, our links too.
const secret = randomBytes(32).toString("base64url");

/**
 * better-auth's own writing of credentials and sessions, on our tables and inside our transaction. Made per
 * transaction (2 ms), because it is bound to a connection; loaded on first use, because reading sessions does not need
 * it. docs/decisions/ says why its HTTP routes are not used.
 */
const libraryIn = async (tx: Tx) => {
  const { betterAuth } = await import("better-auth");
  const { internalAdapter } = await betterAuth({
    database: { db: tx, type: "postgres" },
    secret,
    baseURL: "http://localhost",
    telemetry: { enabled: false },
    advanced: { database: { generateId: "serial", validateSchema: false } },
    emailAndPassword: { enabled: true, password: { hash: hashPassword, verify: verifyPassword } },
    user: { modelName: "people" },
    account: {
      modelName: "credentials",
      fields: {
        userId: "person_id",
        providerId: "provider_id",
        accountId: "account_id",
        accessToken: "access_token",
        refreshToken: "refresh_token",
        idToken: "id_token",
        accessTokenExpiresAt: "access_token_expires_at",
        refreshTokenExpiresAt: "refresh_token_expires_at",
        createdAt: "created_at",
        updatedAt: "updated_at",
      },
    },
    session: {
      modelName: "sessions",
      fields: {
        userId: "person_id",
        expiresAt: "expires_at",
        ipAddress: "ip_address",
        userAgent: "user_agent",
        createdAt: "created_at",
        updatedAt: "seen_at",
      },
    },
  }).$context;
  return internalAdapter;
};

/** Where somebody signs in from, as the list of sessions shows it. */
export interface Device {
  ip: string;
  userAgent: string;
}

/** Returns the token for the cookie; only its hash is stored. */
export const createSession = async (tx: Tx, personId: number, device: Device): Promise<string> => {
  const token = newToken();
  const at = now();
  const library = await libraryIn(tx);
  await library.createSession(
    String(personId),
    false,
    {
      token: hashOf(token),
      ipAddress: device.ip,
      userAgent: device.userAgent.slice(0, 300),
      createdAt: at,
      updatedAt: at,
      expiresAt: after(at, sessionFor),
    },
    true,
  );
  return token;
};

export const deleteSessionsOf = async (tx: Tx, personId: number): Promise<void> => {
  const library = await libraryIn(tx);
  await library.deleteUserSessions(String(personId));
};

/** Returns whether there was another one before. */
export const savePassword = async (tx: Tx, personId: number, password: string): Promise<boolean> => {
  const hash = await hashPassword(password);
  const library = await libraryIn(tx);
  const credentials = await library.findAccounts(String(personId));
  if (credentials.some(({ providerId }) => providerId === "credential")) {
    await library.updatePassword(String(personId), hash);
    return true;
  }
  await library.createAccount({
    userId: String(personId),
    providerId: "credential",
    accountId: String(personId),
    password: hash,
    createdAt: now(),
    updatedAt: now(),
  });
  return false;
};
