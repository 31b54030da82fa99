import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { answerAdded } from "../events.ts";
import { insertAnswer } from "../store.ts";
import { answerFields, checkAnswer, meant, mustAdminister } from "./input.ts";

export const addAnswer = action({
  name: "canned-answers.add",
  description: "Adds an answer that is often needed, in one language or both. It stands last in the list.",
  input: z.object(answerFields),
  async run(tx, actor, input) {
    mustAdminister(actor);
    const words = checkAnswer(input);
    const answerId = await insertAnswer(tx, words);
    await record(tx, actor, answerAdded(meant(answerId, words)));
    return { answerId };
  },
});
