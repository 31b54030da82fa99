import { describe, expect, test } from "vitest";
import { perform } from "../../../../test/support/cast.ts";
import { scene } from "../../../../test/support/scene.ts";
import { Conflict, Forbidden, Invalid, NotFound } from "../../../platform/errors.ts";
import { listEvents } from "../../../platform/events.ts";
import { listLinks } from "../store/links.ts";
import { listMessages } from "../store/messages.ts";
import { countOpenTasks, listOpenTasks, listTasks } from "../store/tasks.ts";
import { listTimeline } from "../store/timeline.ts";
import { findTicketById, getTicket, getTicketByNumber } from "../store/tickets.ts";
import { addNote } from "./add-note.ts";
import { addParticipant } from "./add-participant.ts";
import { addTask } from "./add-task.ts";
import { changeTask } from "./change-task.ts";
import { mergeTicket } from "./merge-ticket.ts";
import { removeTask } from "./remove-task.ts";
import { replyToTicket } from "./reply-to-ticket.ts";
import { sendAnswer } from "./send-answer.ts";
import { splitTicket } from "./split-ticket.ts";
import { tickTask } from "./tick-task.ts";

const log = { file: "a".repeat(64), name: "log.txt", type: "text/plain", size: 12 };

describe("splitting", () => {
  test(
    "makes a ticket of a message and what follows, of whoever wrote it, with its files",
    scene(async ({ tx, cast: { ann, cora, mia, cy }, ticketId }) => {
      await perform(tx, ann, addParticipant, { ticketId, name: "Cora", email: cora.email ?? "" });
      const { messageId } = await perform(tx, cora, replyToTicket, {
        ticketId,
        text: "The VPN, too.",
        attachments: [log],
      });
      await perform(tx, ann, replyToTicket, { ticketId, text: "Since when?", holdSeconds: 0 });
      await perform(tx, ann, addNote, { ticketId, text: "Not ours." });
      const held = await perform(tx, ann, sendAnswer, { ticketId, text: "Wait." });
      const subject = "VPN";
      await expect(perform(tx, cy, splitTicket, { ticketId, messageId, subject })).rejects.toThrow(Forbidden);
      await expect(perform(tx, ann, splitTicket, { ticketId, messageId: held.messageId, subject })).rejects.toThrow(
        Conflict,
      );
      const { splitNumber } = await perform(tx, ann, splitTicket, { ticketId, messageId, subject, andFollowing: "on" });
      const fresh = await getTicketByNumber(tx, ann, splitNumber);
      expect(fresh).toMatchObject({ subject, status: "open", requesterId: cora.personId, lastMessageBy: "agent" });
      const brought = await listMessages(tx, fresh.id);
      expect(brought.map(({ text, authorName }) => `${authorName}: ${text}`)).toEqual([
        "Cora: The VPN, too.",
        "Ann: Since when?",
        "Ann: Not ours.",
      ]);
      expect(brought[0]?.attachments.map(({ name }) => name)).toEqual(["log.txt"]);
      expect(brought[0]?.copyOf).toBe(messageId);
      // Both say so, the old one keeps all it had, and notes stay notes.
      expect((await listMessages(tx, ticketId)).map(({ text }) => text)).toContain("The VPN, too.");
      expect(await listLinks(tx, fresh.id)).toEqual([{ otherId: ticketId, kind: "split", isFrom: true }]);
      const said = (await listTimeline(tx, cora, fresh)).flatMap(({ message }) => message?.text ?? []);
      expect(said).toEqual(["The VPN, too.", "Since when?"]);
      expect((await listEvents(tx, { kind: "ticket", id: ticketId })).at(-1)).toMatchObject({
        name: "ticket.split",
        payload: { number: splitNumber, count: 3 },
      });
      // Mia of the same organisation reads it; it is not hers.
      expect(await findTicketById(tx, mia, fresh.id)).toBeDefined();
    }),
  );

  test(
    "is undone by merging back, without anything standing there twice",
    scene(async ({ tx, cast: { ann, cy }, ticketId }) => {
      const { messageId } = await perform(tx, cy, replyToTicket, { ticketId, text: "Another thing." });
      const { splitNumber } = await perform(tx, ann, splitTicket, { ticketId, messageId, subject: "Other" });
      const fresh = await getTicketByNumber(tx, ann, splitNumber);
      await perform(tx, cy, replyToTicket, { ticketId: fresh.id, text: "Only there." });
      await perform(tx, ann, mergeTicket, { ticketId: fresh.id, number: 10_001 });
      const texts = async (who: typeof ann | typeof cy) =>
        (await listTimeline(tx, who, await getTicket(tx, who, ticketId))).flatMap(({ message }) => message?.text ?? []);
      for (const who of [ann, cy]) expect(await texts(who)).toEqual(["It beeps.", "Another thing.", "Only there."]);
    }),
  );

  test(
    "refuses notes, strangers' messages, and leaving nothing behind",
    scene(async ({ tx, cast: { ann }, ticketId }) => {
      const [first] = await listMessages(tx, ticketId);
      const split = (facts: object) =>
        perform(tx, ann, splitTicket, { ticketId, messageId: first?.id ?? 0, subject: "x", ...facts });
      const note = await perform(tx, ann, addNote, { ticketId, text: "Quiet." });
      await expect(split({ messageId: note.messageId })).rejects.toThrow(Invalid);
      await expect(split({ messageId: 99_999 })).rejects.toThrow(NotFound);
      await expect(split({ andFollowing: "on" })).rejects.toThrow(Invalid);
      await expect(split({ subject: " " })).rejects.toThrow(Invalid);
    }),
  );
});

describe("tasks", () => {
  test(
    "are added, changed, done, opened again and removed, and the history keeps all of it",
    scene(async ({ tx, cast: { ann, tom, cy }, ticketId }) => {
      const { taskId } = await perform(tx, ann, addTask, {
        ticketId,
        title: "Ask the supplier",
        assigneeId: String(tom.personId),
        dueOn: "2026-12-24",
      });
      await perform(tx, ann, addTask, { ticketId, title: "Later", assigneeId: "", dueOn: "" });
      expect(await listOpenTasks(tx, { assigneeId: tom.personId, limit: 10 })).toMatchObject([
        { id: taskId, title: "Ask the supplier", dueOn: "2026-12-24" },
      ]);
      expect(await countOpenTasks(tx, tom.personId)).toBe(1);
      await perform(tx, tom, tickTask, { taskId, isDone: "on" });
      expect((await listTasks(tx, [ticketId]))[0]).toMatchObject({ doneBy: tom.personId });
      expect(await countOpenTasks(tx, tom.personId)).toBe(0);
      await perform(tx, ann, tickTask, { taskId, isDone: "" });
      await perform(tx, ann, changeTask, { taskId, title: "Ask them again", assigneeId: "", dueOn: "" });
      expect((await listTasks(tx, [ticketId]))[0]).toMatchObject({
        title: "Ask them again",
        assigneeId: null,
        dueOn: null,
      });
      await perform(tx, ann, removeTask, { taskId });
      await expect(perform(tx, ann, tickTask, { taskId, isDone: "on" })).rejects.toThrow(NotFound);
      const names = (await listEvents(tx, { kind: "ticket", id: ticketId })).map(({ name }) => name);
      expect(names.slice(1)).toEqual([
        "ticket.task-added",
        "ticket.task-added",
        "ticket.task-done",
        "ticket.task-reopened",
        "ticket.task-changed",
        "ticket.task-removed",
      ]);
      const seen = await listTimeline(tx, cy, await getTicket(tx, cy, ticketId));
      expect(seen.map(({ name }) => name)).toEqual(["ticket.opened"]);
    }),
  );

  test(
    "are the desk's alone, and given to people who work there",
    scene(async ({ tx, cast: { ann, cy, cora, eve }, ticketId }) => {
      const task = { ticketId, title: "Ask" };
      await expect(perform(tx, cy, addTask, task)).rejects.toThrow(Forbidden);
      await expect(perform(tx, eve, addTask, task)).rejects.toThrow(NotFound);
      await expect(perform(tx, ann, addTask, { ...task, assigneeId: cora.personId })).rejects.toThrow(Invalid);
      await expect(perform(tx, ann, addTask, { ...task, dueOn: "2026-02-30" })).rejects.toThrow();
      const { taskId } = await perform(tx, ann, addTask, task);
      await expect(perform(tx, cy, tickTask, { taskId, isDone: "on" })).rejects.toThrow(Forbidden);
      await expect(perform(tx, eve, removeTask, { taskId })).rejects.toThrow(NotFound);
    }),
  );
});
