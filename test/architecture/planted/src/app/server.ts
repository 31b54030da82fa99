import { features } from "./features.ts";

export const server = features;
