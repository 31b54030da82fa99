import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { NotFound } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { changesIn, isEmpty } from "../../../platform/settings.ts";
import { answerChanged } from "../events.ts";
import { lockAnswers, updateAnswer } from "../store.ts";
import { answerFields, checkAnswer, meant, mustAdminister } from "./input.ts";

export const changeAnswer = action({
  name: "canned-answers.change",
  description: "Changes an answer that is often needed. What was sent with it before stays as it was.",
  input: z.object({ answerId: id, ...answerFields }),
  async run(tx, actor, { answerId, ...input }): Promise<void> {
    mustAdminister(actor);
    const before = (await lockAnswers(tx)).find((answer) => answer.id === answerId);
    if (!before) throw new NotFound();
    const words = checkAnswer(input);
    const { titles, texts } = before;
    const was = { titleDe: titles.de, textDe: texts.de, titleEn: titles.en, textEn: texts.en };
    const changes = changesIn(was, input);
    if (isEmpty(changes)) return;
    await updateAnswer(tx, answerId, words);
    await record(tx, actor, answerChanged(meant(answerId, words), changes));
  },
});
