import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { NotFound } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { answerMoved } from "../events.ts";
import { lockAnswers, orderAnswers } from "../store.ts";
import { meant, mustAdminister } from "./input.ts";

export const moveAnswer = action({
  name: "canned-answers.move",
  description: "Moves an answer one place up or down in the list that agents choose from.",
  input: z.object({ answerId: id, to: z.enum(["up", "down"]) }),
  async run(tx, actor, { answerId, to }): Promise<void> {
    mustAdminister(actor);
    const answers = await lockAnswers(tx);
    const at = answers.findIndex((answer) => answer.id === answerId);
    const answer = answers[at];
    if (!answer) throw new NotFound();
    const target = at + (to === "up" ? -1 : 1);
    if (target < 0 || target >= answers.length) return;
    answers.splice(target, 0, ...answers.splice(at, 1));
    await orderAnswers(
      tx,
      answers.map((each) => each.id),
    );
    await record(tx, actor, answerMoved(meant(answerId, answer), to));
  },
});
