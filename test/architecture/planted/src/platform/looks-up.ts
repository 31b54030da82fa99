// platform-below-all
import { alphaIndex } from "../features/alpha/index.ts";

export const seen = alphaIndex;
