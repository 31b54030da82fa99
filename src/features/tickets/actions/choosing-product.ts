import { z } from "zod";
import type { Tx } from "../../../platform/db/db.ts";
import { Invalid } from "../../../platform/errors.ts";
import type { Phrase } from "../../../platform/i18n/index.ts";
import { id } from "../../../platform/input.ts";
import {
  checkProductChoice,
  listProducts,
  noProduct,
  phraseOfProblem,
  settleChoice,
  type ProductChoice,
} from "../../products/index.ts";
import type { Ticket, TicketType } from "../rules/ticket.ts";
import { phrase } from "../words.ts";

/** A choice that may be taken back: empty text and null both mean "none". */
const choice = z.preprocess((value) => (value === "" ? null : value), id.nullable()).optional();

export const productInput = { productId: choice, versionId: choice, moduleId: choice };
type Given = { [K in keyof ProductChoice]?: number | null | undefined };

const fields = ["productId", "versionId", "moduleId"] as const;

/** What the ticket is about once this is changed; nothing when none of it is. Throws `Invalid` for what does not fit. */
export const productAfter = async (tx: Tx, ticket: Ticket, given: Given): Promise<Partial<ProductChoice>> => {
  const changed = namedIn(given);
  if (Object.keys(changed).length === 0) return {};
  const products = await listProducts(tx);
  const next = settleChoice(products, ticket, changed);
  refuseMisfits(checkProductChoice(products, next, ticket));
  return { productId: next.productId, versionId: next.versionId, moduleId: next.moduleId };
};

interface New {
  type: Pick<TicketType, "asksProduct">;
  given: Given;
  /** Whether the form of the type is to be filled in completely. */
  isDemanded: boolean;
}

/** What a new ticket is about. Throws `Invalid` for what does not fit, or when the type demands a product. */
export const productOfNew = async (tx: Tx, { type, given, isDemanded }: New): Promise<ProductChoice> => {
  const chosen = { ...noProduct, ...namedIn(given) };
  const isAsked = isDemanded && type.asksProduct === "required" && chosen.productId === null;
  if (fields.every((field) => chosen[field] === null) && !isAsked) return chosen;
  const products = await listProducts(tx);
  // A desk without products cannot demand one.
  if (isAsked && products.some(({ isRetired }) => !isRetired))
    throw new Invalid({ productId: phrase("productMissing") });
  refuseMisfits(checkProductChoice(products, chosen));
  return chosen;
};

const namedIn = (given: Given): Partial<ProductChoice> =>
  Object.fromEntries(fields.flatMap((field) => (given[field] === undefined ? [] : [[field, given[field]]])));

const refuseMisfits = (problems: ReturnType<typeof checkProductChoice>): void => {
  const said = fields.flatMap((field): [string, Phrase][] => {
    const problem = problems[field];
    return problem ? [[field, phraseOfProblem(problem)]] : [];
  });
  if (said.length > 0) throw new Invalid(Object.fromEntries(said));
};
