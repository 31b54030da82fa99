/** What a form holds of a question that may hang on an answer. */
export interface Question {
  when: { name: string; isAnyOf: readonly string[] };
  /** Position of the question around it, or -1. */
  inside: number;
}

/**
 * Which questions are asked, from top to bottom. `answersTo` gives what is chosen under a name, and in which question that
 * field stands (-1: in none): what is not asked itself answers nothing.
 */
export const whichAsked = (
  questions: readonly Question[],
  answersTo: (name: string) => readonly { value: string; inside: number }[],
): boolean[] => {
  const asked: boolean[] = [];
  for (const { when, inside } of questions) {
    const isAround = inside === -1 || asked[inside] === true;
    const counts = answersTo(when.name).filter((answer) => answer.inside === -1 || asked[answer.inside] === true);
    asked.push(isAround && counts.some(({ value }) => when.isAnyOf.includes(value)));
  }
  return asked;
};
