import { betaIndex } from "./index.ts";

export const beta = { name: betaIndex };
