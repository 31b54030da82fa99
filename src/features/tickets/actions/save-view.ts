import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { hasRole, isAgent } from "../../../platform/actor.ts";
import { Forbidden, NotFound } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { checkbox, id, optionalWords, words } from "../../../platform/input.ts";
import { viewSaved } from "../events.ts";
import { formatFilter, parseFilter } from "../filter.ts";
import { findView, insertView, updateView } from "../store/views.ts";

const longestName = 60;

export const saveView = action({
  name: "tickets.save-view",
  description: "Keeps a filter under a name: for oneself, or, as a moderator, for everybody at the desk.",
  input: z.object({
    /** Missing: a new one. */
    viewId: id.optional(),
    name: words(longestName),
    /** In German, where it is another. */
    nameDe: optionalWords(longestName),
    query: z.string().max(2_000).default(""),
    isShared: checkbox,
    layout: z.enum(["table", "board"]).default("table"),
    columns: z.array(z.string().max(40)).max(20).default([]),
  }),
  async run(tx, actor, { viewId, name, nameDe, query, isShared, ...rest }): Promise<{ id: number }> {
    if (!isAgent(actor) || (isShared && !hasRole(actor, "moderator"))) throw new Forbidden();
    const view = {
      ...rest,
      ownerId: isShared ? null : actor.personId,
      names: { en: name, de: nameDe || name },
      query: formatFilter(parseFilter(new URLSearchParams(query))),
    };
    const known = viewId === undefined ? undefined : await findView(tx, viewId);
    if (viewId !== undefined && (!known || (known.ownerId !== null && known.ownerId !== actor.personId)))
      throw new NotFound();
    if (known?.ownerId === null && !hasRole(actor, "moderator")) throw new Forbidden();
    const saved = known?.id ?? (await insertView(tx, view));
    if (known) await updateView(tx, known.id, view);
    await record(tx, actor, viewSaved({ id: saved, name, isShared }));
    return { id: saved };
  },
});
