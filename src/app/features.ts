import { approvalsFeature } from "../features/approvals/feature.ts";
import { cannedAnswersFeature } from "../features/canned-answers/feature.ts";
import { deskSettingsFeature } from "../features/desk-settings/feature.ts";
import { mailboxesFeature } from "../features/mailboxes/feature.ts";
import { mailAddressesFeature } from "../features/mail-addresses/feature.ts";
import { outgoingMailFeature } from "../features/outgoing-mail/feature.ts";
import { peopleFeature } from "../features/people/feature.ts";
import { productsFeature } from "../features/products/feature.ts";
import { ticketTypesFeature } from "../features/ticket-types/feature.ts";
import { workingTimeFeature } from "../features/working-time/feature.ts";
import { serviceLevelsFeature } from "../features/service-levels/feature.ts";
import { ticketsFeature } from "../features/tickets/feature.ts";
import { suppliersFeature } from "../features/suppliers/feature.ts";
import { presetsFeature } from "../features/presets/feature.ts";
import { incomingMailFeature } from "../features/incoming-mail/feature.ts";
import type { Effect, Effects } from "../platform/events.ts";
import type { Feature } from "../platform/feature.ts";
import type { Job } from "../platform/jobs.ts";

/**
 * The features, in the order in which they may know each other: each only those before it. The way back is an event.
 */
export const features: readonly Feature[] = [
  deskSettingsFeature,
  cannedAnswersFeature,
  workingTimeFeature,
  mailAddressesFeature,
  outgoingMailFeature,
  peopleFeature,
  productsFeature,
  approvalsFeature,
  ticketTypesFeature,
  serviceLevelsFeature,
  ticketsFeature,
  suppliersFeature,
  incomingMailFeature,
  mailboxesFeature,
  presetsFeature,
];

export const jobs: readonly Job[] = features.flatMap((feature) => feature.jobs ?? []);

/** What follows from each event, whichever features listen to it. */
export const effects: Effects = Object.fromEntries(
  features
    .flatMap((feature) => Object.entries(feature.effects ?? {}))
    .reduce<Map<string, Effect[]>>(
      (all, [name, more]) => all.set(name, [...(all.get(name) ?? []), ...more]),
      new Map(),
    ),
);
