import { alphaIndex } from "./index.ts";

export const alpha = { name: alphaIndex };
