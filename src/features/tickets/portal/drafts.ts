import { act } from "../../../platform/act.ts";
import type { Customer } from "../../../platform/actor.ts";
import { onceField } from "../../../platform/http/submit.ts";
import type { Ask } from "../../../platform/http/route.ts";
import { discardDraft } from "../actions/discard-draft.ts";
import { saveDraft } from "../actions/save-draft.ts";
import { findDraft, type Draft, type DraftPlace } from "../store/drafts.ts";
import { filesOf } from "./kept-files.ts";

/** A draft as a form saves it while somebody types: `text`, and the form's other fields beside it. */
interface Typed {
  place: DraftPlace;
  text: string;
  fields: Readonly<Record<string, string>>;
}

/** Keeps what is typed; a form that has become empty has no draft. */
export const keepTyped = async (ask: Ask, actor: Customer, { place, text, fields }: Typed): Promise<void> => {
  const { db } = ask.context;
  const { kind, ticketId } = place;
  const where = { kind, ...(ticketId !== null && { ticketId }) };
  const attachments = filesOf(ask);
  const isEmpty = [text, ...Object.values(fields)].every((value) => value.trim() === "") && attachments.length === 0;
  if (isEmpty) return act(db, actor, discardDraft, where);
  const current = await findDraft(db, actor.personId, place);
  const once = ask.form.text(onceField);
  await act(db, actor, saveDraft, {
    ...where,
    text,
    attachments,
    fields: { ...fields, [onceField]: once },
    // Each page has its own key, so a save from the page that saved last goes on with its draft; one from another
    // window begins a new one, and the words of the first are set aside instead of lost.
    version: current?.fields[onceField] === once ? current.version : 0,
  });
};

/** What was typed before, to be filled in again. The page's own key is not part of it. */
export const findTyped = async (
  { context: { db } }: Ask,
  actor: Customer,
  place: DraftPlace,
): Promise<(Pick<Draft, "text" | "attachments"> & { fields: Record<string, string> }) | undefined> => {
  const draft = await findDraft(db, actor.personId, place);
  if (!draft) return undefined;
  const { [onceField]: _once, ...fields } = draft.fields;
  return { text: draft.text, attachments: draft.attachments, fields };
};
