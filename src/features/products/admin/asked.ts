import { NotFound } from "../../../platform/errors.ts";
import type { Ask } from "../../../platform/http/route.ts";
import { kinds, type Kind } from "../types.ts";

/** The id in the address. Throws `NotFound` for what cannot be one. */
export const idOf = ({ params }: Ask, name = "id"): number => {
  const id = Number(params[name]);
  if (!Number.isSafeInteger(id) || id < 1) throw new NotFound();
  return id;
};

/** Which entry a form is about. Throws `NotFound` for what is none. */
export const kindIn = ({ form }: Ask): Kind => {
  const kind = kinds.find((each) => each === form.text("kind"));
  if (!kind) throw new NotFound();
  return kind;
};
