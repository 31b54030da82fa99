export const support = "for tests";
