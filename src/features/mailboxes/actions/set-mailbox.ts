import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Invalid } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import type { Phrase } from "../../../platform/i18n/index.ts";
import { id, optionalWords, words as text } from "../../../platform/input.ts";
import { changesIn, changesSaid, hidden, type SettingChanges } from "../../../platform/settings.ts";
import { getMailAddress } from "../../mail-addresses/index.ts";
import { mailboxSet } from "../events.ts";
import { securities, signIns, type Mailbox, type MailboxSettings } from "../mailbox.ts";
import { insertMailbox, lockMailbox, updateMailbox } from "../store.ts";
import { phrase, words } from "../words.ts";
import { onlyAdministrators } from "./only-administrators.ts";

const input = z.object({
  addressId: id,
  host: text(250),
  port: z.coerce.number().int().min(1).max(65_535),
  security: z.enum(securities),
  username: text(250),
  signIn: z.enum(signIns),
  /** As `sealSecret` makes it; without it the secret stays what it was. */
  sealedSecret: z.string().optional(),
  tokenUrl: optionalWords(500),
  clientId: optionalWords(250),
  scope: optionalWords(500),
  folder: text(250),
  moveTo: optionalWords(250),
});
type Input = z.output<typeof input>;

export const setMailbox = action({
  name: "mailboxes.set",
  description: "Says where mail for an own address is fetched by IMAP. Fetching begins within seconds.",
  input,
  async run(tx, actor, input) {
    onlyAdministrators(actor);
    const { addressId } = input;
    await getMailAddress(tx, addressId);
    const before = await lockMailbox(tx, addressId);
    const settings = settingsOf(input, before);
    const changes = changesOf(before, settings);
    if (before) await updateMailbox(tx, before, settings, { isElsewhere: isElsewhere(before, settings) });
    else await insertMailbox(tx, addressId, settings);
    await record(tx, actor, mailboxSet(addressId, changesSaid(changes)));
  },
});

/** Of the secret only that it is another one. */
const changesOf = (before: Mailbox | undefined, settings: MailboxSettings): SettingChanges => ({
  ...changesIn(before ? saidOf(before) : {}, saidOf(settings)),
  ...(before?.sealedSecret !== settings.sealedSecret && { secret: { from: hidden, to: hidden } }),
});

const saidOf = ({ host, port, username, tokenUrl, clientId, scope, folder, moveTo, ...chosen }: MailboxSettings) => ({
  ...{ host, port, username, tokenUrl, clientId, scope, folder, moveTo },
  security: { en: words.en.securities[chosen.security], de: words.de.securities[chosen.security] },
  signIn: { en: words.en.signIns[chosen.signIn], de: words.de.signIns[chosen.signIn] },
});

/** Throws `Invalid` with what is the matter at each field. */
const settingsOf = (input: Input, before: Mailbox | undefined): MailboxSettings => {
  const isOAuth = input.signIn === "oauth2";
  const kept = before?.signIn === input.signIn ? before.sealedSecret : undefined;
  const sealedSecret = input.sealedSecret ?? kept;
  const problems: Record<string, Phrase> = {
    ...(!/^[\w.:-]+$/.test(input.host) && { host: phrase("notAHost") }),
    ...(isOAuth && !isTokenUrl(input.tokenUrl) && { tokenUrl: phrase("notATokenUrl") }),
    ...(isOAuth && input.clientId === "" && { clientId: phrase("noClientId") }),
    ...(sealedSecret === undefined &&
      (isOAuth ? { clientSecret: phrase("noClientSecret") } : { password: phrase("noPassword") })),
    ...(input.moveTo !== "" && input.moveTo === input.folder && { moveTo: phrase("sameFolder") }),
  };
  if (Object.keys(problems).length > 0 || sealedSecret === undefined) throw new Invalid(problems);
  return {
    host: input.host,
    port: input.port,
    security: input.security,
    username: input.username,
    signIn: input.signIn,
    sealedSecret,
    tokenUrl: isOAuth ? input.tokenUrl : null,
    clientId: isOAuth ? input.clientId : null,
    scope: isOAuth && input.scope !== "" ? input.scope : null,
    folder: input.folder,
    moveTo: input.moveTo || null,
  };
};

/** Client secret and refresh token go there, so it must not be in clear, except on this machine. */
const isTokenUrl = (text: string): boolean => {
  const url = URL.parse(text);
  return (
    url?.protocol === "https:" ||
    (url?.protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname))
  );
};

const isElsewhere = (before: MailboxSettings, after: MailboxSettings): boolean =>
  before.host !== after.host || before.username !== after.username || before.folder !== after.folder;
