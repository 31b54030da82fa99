import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { NotFound } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { answerDeleted, answerRestored, answerRetired } from "../events.ts";
import { deleteAnswer, lockAnswers, retireAnswer } from "../store.ts";
import { meant, mustAdminister } from "./input.ts";

export const endAnswer = action({
  name: "canned-answers.end",
  description: "Takes an answer out of the agents’ list, puts it back, or deletes it. What was sent with it stays.",
  input: z.object({ answerId: id, to: z.enum(["retire", "restore", "delete"]) }),
  async run(tx, actor, { answerId, to }): Promise<void> {
    mustAdminister(actor);
    const answer = (await lockAnswers(tx)).find((each) => each.id === answerId);
    if (!answer) throw new NotFound();
    const it = meant(answerId, answer);
    if (to === "delete") {
      await deleteAnswer(tx, answerId);
      await record(tx, actor, answerDeleted(it));
      return;
    }
    if (answer.isRetired === (to === "retire")) return;
    await retireAnswer(tx, answerId, to === "retire");
    await record(tx, actor, to === "retire" ? answerRetired(it) : answerRestored(it));
  },
});
