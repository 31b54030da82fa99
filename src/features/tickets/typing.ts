import { act } from "../../platform/act.ts";
import type { Form, FormState } from "../../platform/http/form.ts";
import type { Ask } from "../../platform/http/route.ts";
import { onceField } from "../../platform/http/submit.ts";
import { saveDraft } from "./actions/save-draft.ts";
import { filesOf } from "./portal/kept-files.ts";
import type { Draft, DraftPlace } from "./store/drafts.ts";

/** Fields by which a form says in which page it was typed; `TypedIn` (views) writes them. */
export const typedInOf = ({ form }: Pick<Ask, "form">) => ({
  formKey: form.text(onceField),
  draftId: form.text("draftId") || undefined,
  version: form.text("draft") || 0,
});

/** What stood in the field `result` when the form was shown, so that only what somebody typed there counts. */
export const resultBefore = "resultBefore";

/** Nothing where it is what the form had shown: what a colleague has written there meanwhile stays. */
export const typedResult = (form: Form): string => {
  const result = form.text("result").trim();
  return result === form.text(resultBefore).trim() ? "" : result;
};

/** Fields of the form that the draft has elsewhere, or that only this page knows. */
const notKept: ReadonlySet<string> = new Set([
  onceField,
  "text",
  "body",
  "html",
  "kind",
  "draft",
  "draftId",
  "seen",
  "version",
  resultBefore,
  "kept",
  "dropped",
  "uncopy",
  "shown",
]);

/** What stands in a form without anybody having typed it: no reason to keep a draft, but part of one. */
const standing: ReadonlySet<string> = new Set([
  "channel",
  "typeId",
  "typeKey",
  "priority",
  "assigneeIds",
  "teamId",
  "organisationId",
  "isInternal",
  "requesterId",
  "follow",
  "result",
]);

/** Keeps what is typed, with the form's other fields and files. A form that has become empty has no draft. */
export const keepTyped = async (ask: Ask, { ticketId, kind }: DraftPlace): Promise<void> => {
  const { form, context } = ask;
  const text = form.text("text") || form.text("body");
  const attachments = filesOf(ask);
  const fields = [...form.fields].filter(
    ([name, values]) => !notKept.has(name) && values.some(Boolean) && (name !== "result" || typedResult(form) !== ""),
  );
  const isTyped = text.trim() !== "" || attachments.length > 0 || fields.some(([name]) => !standing.has(name));
  await act(context.db, ask.actor, saveDraft, {
    kind,
    ...(ticketId !== null && { ticketId }),
    text,
    html: form.text("html") || undefined,
    fields: isTyped
      ? Object.fromEntries(fields.map(([name, [one = "", ...more]]) => [name, more.length > 0 ? [one, ...more] : one]))
      : {},
    attachments,
    ...typedInOf(ask),
  });
};

/** The form as it stood when the draft was saved. */
export const formOfDraft = ({ text, fields }: Pick<Draft, "text" | "fields">): FormState => {
  const lists: Record<string, readonly string[]> = {};
  const values: Record<string, string> = { text };
  for (const [name, value] of Object.entries(fields)) {
    lists[name] = [value].flat();
    values[name] = lists[name][0] ?? "";
  }
  return { values, lists, errors: {} };
};
