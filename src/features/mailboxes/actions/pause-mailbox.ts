import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { NotFound } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { checkbox, id } from "../../../platform/input.ts";
import { now } from "../../../platform/time.ts";
import { mailboxPaused, mailboxRemoved, mailboxResumed } from "../events.ts";
import { deleteMailbox, lockMailbox, setPaused } from "../store.ts";
import { onlyAdministrators } from "./only-administrators.ts";

export const pauseMailbox = action({
  name: "mailboxes.pause",
  description: "Fetches nothing from a mailbox for a while, or goes on where it stopped.",
  input: z.object({ addressId: id, isPaused: checkbox }),
  async run(tx, actor, { addressId, isPaused }) {
    onlyAdministrators(actor);
    const mailbox = await lockMailbox(tx, addressId);
    if (!mailbox) throw new NotFound();
    if ((mailbox.pausedAt !== null) === isPaused) return;
    await setPaused(tx, mailbox, isPaused ? now() : null);
    await record(tx, actor, isPaused ? mailboxPaused(addressId) : mailboxResumed(addressId));
  },
});

export const removeMailbox = action({
  name: "mailboxes.remove",
  description: "Fetches nothing from a mailbox any more, and forgets its password. What was fetched stays.",
  input: z.object({ addressId: id }),
  async run(tx, actor, { addressId }) {
    onlyAdministrators(actor);
    const mailbox = await lockMailbox(tx, addressId);
    if (!mailbox) return;
    await deleteMailbox(tx, mailbox);
    await record(tx, actor, mailboxRemoved(addressId, { host: mailbox.host, username: mailbox.username }));
  },
});
