/** What a customer answers to the questions of a malfunction when nothing is special about it. */
export const usualAnswers = {
  error_message: "no",
  affected: "everybody",
  browsers: "all_browsers",
  content: "all_content",
} as const;

/** The same as a form sends it. */
export const answeredFields: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(usualAnswers).map(([key, answer]) => [`customFields.${key}`, answer]),
);
