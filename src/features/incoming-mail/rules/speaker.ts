import type { Own } from "./own.ts";
import { isNoReply } from "./people.ts";
import { headerOf, type Address } from "./received.ts";

interface Given {
  from: readonly Address[];
  replyTo: readonly Address[];
  cc: readonly Address[];
  headers: ReadonlyMap<string, readonly string[]>;
  /** Reads the addresses in a header. */
  addressesIn(value: string): readonly Address[];
}

export interface Speaker {
  from: readonly Address[];
  /** Another address stands in From, so whatever checked that one on the way says nothing of this one. */
  isStandIn: boolean;
}

/**
 * Who speaks. Groups and lists put their own address into From where a sender's domain forbids others to use it ("Ann via
 * Support"), and forms on websites send from the company's address or from one that nobody reads; who wrote it stands beside.
 */
export const speakerOf = (
  mail: Given,
  { envelopeFrom, own }: { envelopeFrom: string | undefined; own: Own },
): Speaker => {
  const [first] = mail.from;
  if (!first) return { from: missing(mail, envelopeFrom), isStandIn: false };
  const isOurs = own.isOwnAddress(first.address);
  if (!isOurs && !isNoReply(first.address)) return { from: mail.from, isStandIn: false };
  const named = (...headers: string[]) => (isOurs ? headers.flatMap((name) => namedIn(mail, name)) : []);
  const via = nameVia(first.name);
  // Lists to which answers go back put their author there.
  const copied = isOurs && via !== "" ? mail.cc.filter(({ name }) => name === via) : [];
  const behind = [...named(...originals), ...mail.replyTo, ...copied, ...named(envelope)].find(
    ({ address }) => !own.isOwnAddress(address) && !isNoReply(address),
  );
  if (!behind) return { from: mail.from, isStandIn: false };
  return { from: [{ ...behind, name: behind.name || via }], isStandIn: true };
};

/** Where Google keeps who wrote it. */
const originals = ["x-original-from", "x-original-sender"];
/** Mailman keeps the envelope's sender, who may be a program. */
const envelope = "x-mailfrom";

const namedIn = ({ headers, addressesIn }: Given, name: string): readonly Address[] =>
  addressesIn(headers.get(name)?.[0] ?? "");

/** "'Ann Meyer' via Support" */
const nameVia = (name: string): string => /^['"‘“]?(.{1,200}?)['"’”]? via /iu.exec(name)?.[1] ?? "";

/** Some programs write no From, or one that cannot be read; then the envelope says who sent it. */
const missing = (mail: Given, envelopeFrom: string | undefined): readonly Address[] => {
  if (mail.replyTo.length > 0) return mail.replyTo;
  const returnPath = /<?([^\s<>@]+@[^\s<>]+)>?/.exec(headerOf(mail, "return-path"))?.[1];
  const address = envelopeFrom || returnPath;
  return address ? [{ name: "", address }] : [];
};
