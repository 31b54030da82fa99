/** What the rules of later features may use: pure, and without a way to the database. */
export { addressesOf, isDeskAddress, isOwnMessageId, type MailHome } from "./own-addresses.ts";
