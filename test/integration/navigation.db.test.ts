import { expect, it } from "vitest";
import { features } from "../../src/app/features.ts";
import type { Ask } from "../../src/platform/http/route.ts";
import type { Locale } from "../../src/platform/i18n/index.ts";
import { startHouse } from "../support/house.ts";
import { ticketsFeature } from "../../src/features/tickets/feature.ts";

it("every heading of the settings' navigation is one word in each language", async () => {
  const { context, cast } = await startHouse(ticketsFeature);
  const headings = async (locale: Locale): Promise<string[]> => {
    const ask = { context, actor: { ...cast.ada, locale }, url: "/admin" } as unknown as Ask;
    const entries = await Promise.all(features.map(async ({ navigation }) => (await navigation?.admin?.(ask)) ?? []));
    return entries.flat().flatMap(({ heading }) => heading ?? []);
  };
  const [english, german] = [await headings("en"), await headings("de")];
  expect(english.length).toBeGreaterThan(10);
  const pairs = new Set(english.map((heading, index) => `${heading} = ${german[index] ?? ""}`));
  expect(pairs.size).toBe(new Set(english).size);
  expect(pairs.size).toBe(new Set(german).size);
});
