export const alphaSecret = "secret";
