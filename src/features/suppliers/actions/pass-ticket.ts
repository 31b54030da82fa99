import { z } from "zod";
import { action, parseInput } from "../../../platform/act.ts";
import type { Agent } from "../../../platform/actor.ts";
import { isAgent } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { Conflict, Forbidden, Invalid } from "../../../platform/errors.ts";
import { checkbox, id, optionalWords, words } from "../../../platform/input.ts";
import { now } from "../../../platform/time.ts";
import { getDesk } from "../../desk-settings/index.ts";
import { newMessageId } from "../../outgoing-mail/index.ts";
import {
  findTicketById,
  holdTicket,
  listMerged,
  listPublicMessages,
  offers,
  recordOutside,
  smallFiles,
} from "../../tickets/index.ts";
import { lockSupplier } from "../store.ts";
import { insertMessage, insertPassing, listPassings } from "../store-passings.ts";
import type { Facts, Supplier, SupplierMessage } from "../types.ts";
import { phrase } from "../words.ts";

const input = z.object({
  ticketId: id,
  supplierId: id,
  customerNumber: optionalWords(60),
  domain: words(250),
  errorPicture: words(20_000),
  mayContact: z.enum(["yes", "no"]),
  contactName: optionalWords(200),
  contactEmail: optionalWords(254),
  contactPhone: optionalWords(60),
  sendsAnswers: checkbox,
  sendsFiles: checkbox,
});

export const passTicket = action({
  name: "suppliers.pass",
  description:
    "Passes a ticket to a supplier's desk: one mail with the facts; the ticket waits on hold where its type can.",
  input,
  async run(tx, actor, { ticketId, supplierId, ...given }): Promise<{ passingId: number; name: string }> {
    if (!isAgent(actor)) throw new Forbidden();
    const supplier = await lockSupplier(tx, supplierId);
    if (supplier.isRetired) throw new Conflict(phrase("isRetired", { name: supplier.name }));
    const facts = factsOf(given, supplier);
    const before = await findTicketById(tx, actor, ticketId);
    await mustNotBeThere(tx, { ticketId, supplier });
    const passingId = await insertPassing(tx, {
      ...facts,
      ...{ supplierId, ticketId, subject: before?.subject ?? "", passedBy: actor.name, passedAt: now() },
    });
    const said = { ticketId, happened: "passed-to-supplier", name: supplier.name, passingId } as const;
    const { eventId } = await recordOutside(tx, actor, said);
    const attachments = given.sendsFiles ? await firstFiles(tx, ticketId) : [];
    const mailMessageId = newMessageId(await getDesk(tx));
    const message = { passingId, eventId, authorName: actor.name, text: facts.errorPicture, mailMessageId };
    await insertMessage(tx, { ...message, kind: "passed", attachments });
    await holdUnlessOver(tx, actor, ticketId);
    return { passingId, name: supplier.name };
  },
});

const factsOf = (given: Omit<z.output<typeof input>, "ticketId" | "supplierId">, supplier: Supplier): Facts => {
  const mayContact = given.mayContact === "yes";
  const { contactName, contactEmail, contactPhone } = given;
  const customerNumber = given.customerNumber || supplier.customerNumber;
  if (customerNumber === "") throw new Invalid({ customerNumber: phrase("numberNeeded") });
  if (mayContact && (contactName === "" || (contactEmail === "" && contactPhone === "")))
    throw new Invalid({ contactName: phrase("contactNeeded") });
  return {
    ...{ domain: given.domain, errorPicture: given.errorPicture, mayContact },
    customerNumber,
    contactName: mayContact ? contactName : "",
    contactEmail: mayContact ? contactEmail : "",
    contactPhone: mayContact ? contactPhone : "",
    sendsAnswers: mayContact && given.sendsAnswers,
  };
};

/** With what the ticket began, e.g. pictures of the screen. */
const firstFiles = async (tx: Tx, ticketId: number): Promise<SupplierMessage["attachments"]> => {
  const [first] = await listPublicMessages(tx, ticketId);
  const files = first ? smallFiles(first) : [];
  if (first && first.attachments.length > files.length) throw new Invalid({ sendsFiles: phrase("filesTooLarge") });
  return files;
};

/** Who holds the supplier's row is alone here, so of two colleagues the second learns of the first. */
const mustNotBeThere = async (tx: Tx, { ticketId, supplier }: { ticketId: number; supplier: Supplier }) => {
  const merged = await listMerged(tx, ticketId);
  const there = (await listPassings(tx, [ticketId, ...merged.map((each) => each.id)])).find(
    ({ supplierId, endedAt }) => supplierId === supplier.id && endedAt === null,
  );
  if (there) throw new Conflict(phrase("alreadyThere", { name: supplier.name, by: there.passedBy }));
};

/** Asked once the ticket is locked: somebody may just have closed it. */
const holdUnlessOver = async (tx: Tx, actor: Agent, ticketId: number): Promise<void> => {
  const ticket = await findTicketById(tx, actor, ticketId);
  if (ticket?.status === "closed" || ticket?.status === "cancelled") throw new Conflict(phrase("isOver"));
  if (ticket?.type.statuses.includes("on_hold") && offers(actor, ticket).has("hold"))
    await holdTicket.run(tx, actor, parseInput(holdTicket.input, { ticketId }));
};
