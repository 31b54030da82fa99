// features-by-index
import { alphaSecret } from "../alpha/secret.ts";

export const seen = alphaSecret;
