import { z } from "zod";
import { action } from "../../../platform/act.ts";
import type { Actor } from "../../../platform/actor.ts";
import { Forbidden } from "../../../platform/errors.ts";
import { clean } from "../../../platform/http/clean.ts";
import { id } from "../../../platform/input.ts";
import { notify } from "../../../platform/live.ts";
import { mailAddressesTopic } from "../../mail-addresses/index.ts";
import { movePlace, setSecret, setState } from "../store.ts";

const onlySystem = (actor: Actor): void => {
  if (actor.kind !== "system") throw new Forbidden();
};

const mailbox = z.object({ id, version: z.number() });

export const noteFetched = action({
  name: "mailboxes.note-fetched",
  description: "Writes down up to where a mailbox is fetched.",
  input: z.object({ mailbox, uidValidity: z.string(), lastUid: z.number() }),
  async run(tx, actor, { mailbox, ...place }) {
    onlySystem(actor);
    await movePlace(tx, mailbox, place);
  },
});

export const noteState = action({
  name: "mailboxes.note-state",
  description: "Writes down whether a mailbox can be read.",
  input: z.object({
    mailbox,
    state: z.union([
      z.literal("connected"),
      z.object({ error: z.string().transform((text) => clean(text.slice(0, 1_000))) }),
    ]),
  }),
  async run(tx, actor, { mailbox, state }) {
    onlySystem(actor);
    await setState(tx, mailbox, state);
    await notify(tx, [mailAddressesTopic]);
  },
});

export const keepSecret = action({
  name: "mailboxes.keep-secret",
  description: "Keeps the refresh token that a server has given in place of the old one.",
  input: z.object({ id, sealedSecret: z.string() }),
  async run(tx, actor, { id, sealedSecret }) {
    onlySystem(actor);
    await setSecret(tx, id, sealedSecret);
  },
});
