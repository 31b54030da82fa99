export const alphaIndex = "alpha";
