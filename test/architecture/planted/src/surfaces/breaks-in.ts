// features-by-door
import { alphaSecret } from "../features/alpha/secret.ts";

export const seen = alphaSecret;
