// features-in-order
import { betaIndex } from "../beta/index.ts";

export const seen = betaIndex;
