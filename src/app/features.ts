import type { Feature } from "../platform/feature.ts";

/**
 * The features, in the order in which they may know each other: each only those before it. The way back is an event.
 */
export const features: readonly Feature[] = [];
