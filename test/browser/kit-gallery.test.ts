import { afterAll, beforeAll, expect, it } from "vitest";
import { galleryShows } from "../../src/ui/gallery/gallery-page.tsx";
import { expectNoAxeViolations, newPerson } from "../support/browser.ts";
import { startLab, type Lab } from "../support/kit-lab.tsx";

let lab: Lab;
beforeAll(async () => {
  lab = await startLab();
});
afterAll(() => {
  lab.stop();
});

const looks = [
  { locale: "de", colorScheme: "light", surface: "portal", width: 1440 },
  { locale: "en", colorScheme: "dark", surface: "desk", width: 1440 },
  { locale: "en", colorScheme: "light", surface: "desk", width: 390 },
  { locale: "de", colorScheme: "dark", surface: "portal", width: 360 },
] as const;

it.each(looks)("the kit is accessible and fits: $locale, $colorScheme, $surface, $width wide", async (look) => {
  const person = await newPerson({ url: lab.url, ...look, viewport: { width: look.width, height: 900 } });
  for (const show of galleryShows) {
    await person.goto(`/gallery?show=${show}&surface=${look.surface}&locale=${look.locale}`);
    await expectNoAxeViolations(person);
    const overflow = await person.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `sideways scrolling in ${show}`).toBe(0);
  }
});
