import { alphaIndex } from "../alpha/index.ts";

export const betaIndex = `after ${alphaIndex}`;
