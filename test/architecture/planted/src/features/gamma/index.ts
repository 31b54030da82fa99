export const gammaIndex = "not listed";
