// features-listed: gamma is missing.
import { alpha } from "../features/alpha/feature.ts";
import { beta } from "../features/beta/feature.ts";

export const features = [alpha, beta] as const;
