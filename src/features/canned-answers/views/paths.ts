export const answersPath = "/admin/canned-answers";
export const answerHref = (id: number, rest = ""): string => `${answersPath}/${id}${rest}`;
