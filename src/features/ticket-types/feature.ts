import type { Feature } from "../../platform/feature.ts";

export const ticketTypesFeature: Feature = { name: "ticket-types" };
