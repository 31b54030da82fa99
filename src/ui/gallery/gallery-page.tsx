import type { ComponentChildren } from "preact";
import { useUi, type Ui } from "../context.tsx";
import { Document } from "../document.tsx";
import { ButtonSamples, FlashSamples, TypeSamples } from "./kit-basics.tsx";
import { ControlSamples, FormSamples, SearchSamples } from "./kit-forms.tsx";
import { FactSamples, ListSamples, NoticeSamples, StateSamples, TagSamples } from "./kit-parts.tsx";
import { QueuePage, SettingsPage, TicketPage } from "./desk-pages.tsx";
import { MissingPage, RequestPage, SignInPage, StartPage } from "./portal-pages.tsx";
import { AgentComposer, AgentWriting, CustomerComposer, SampleThread } from "./sample-thread.tsx";
import { useSampleWords } from "./samples.tsx";

const shows = {
  kit: { surface: undefined, page: undefined },
  start: { surface: "portal", page: StartPage },
  request: { surface: "portal", page: RequestPage },
  queue: { surface: "desk", page: QueuePage },
  ticket: { surface: "desk", page: TicketPage },
  settings: { surface: "desk", page: SettingsPage },
  auth: { surface: "portal", page: SignInPage },
  missing: { surface: "portal", page: MissingPage },
} as const;

export type GalleryShow = keyof typeof shows;
export const galleryShows = Object.keys(shows) as GalleryShow[];

export interface GalleryProps {
  ui: Ui;
  /** `kit` is every component; the others are whole pages in each layout. */
  show?: GalleryShow | undefined;
  surface?: "portal" | "desk" | undefined;
  theme?: "system" | "light" | "dark" | undefined;
  brandColour?: string | undefined;
}

/** What `/dev/ui` shows, chosen by the query: `?show=ticket&locale=de&theme=dark&surface=desk&brand=8a2be2`. */
export const GalleryPage = ({ ui, show = "kit", surface = "portal", theme = "system", brandColour }: GalleryProps) => {
  const { surface: own, page: Page } = shows[show];
  return (
    <Document ui={ui} title="UI" surface={own ?? surface} theme={theme} brandColour={brandColour} unlisted>
      {Page ? <Page /> : <Kit surface={surface} theme={theme} />}
    </Document>
  );
};

/** Reads the query of `/dev/ui`; what is unknown is left out. */
export const galleryChoice = (query: URLSearchParams): Omit<GalleryProps, "ui"> => {
  const show = query.get("show");
  const theme = query.get("theme");
  const brand = query.get("brand");
  return {
    show: galleryShows.find((each) => each === show),
    theme: (["system", "light", "dark"] as const).find((each) => each === theme),
    surface: query.get("surface") === "desk" ? "desk" : "portal",
    brandColour: brand ? `#${brand}` : undefined,
  };
};

const Section = ({ id, title, children }: { id: string; title: string; children: ComponentChildren }) => (
  <section id={id} class="border-line border-t py-8" aria-labelledby={`${id}-title`}>
    <h2 id={`${id}-title`} class="mb-5">
      {title}
    </h2>
    <div class="stack gap-8">{children}</div>
  </section>
);

interface ChooserProps {
  name: string;
  choices: Readonly<Record<string, string>>;
  /** All that is chosen now; the links keep the rest of it. */
  chosen: Readonly<Record<string, string>>;
}

const Chooser = ({ name, choices, chosen }: ChooserProps) => (
  <ul class="flex flex-wrap gap-x-3" aria-label={name}>
    {Object.entries(choices).map(([value, label]) => (
      <li key={value}>
        <a
          class="text-link inline-block py-1 aria-[current]:font-semibold aria-[current]:no-underline"
          href={`?${new URLSearchParams({ ...chosen, [name]: value }).toString()}`}
          aria-current={value === chosen[name] ? "true" : undefined}
        >
          {label}
        </a>
      </li>
    ))}
  </ul>
);

const Kit = ({ surface, theme }: { surface: "portal" | "desk"; theme: string }) => {
  const words = useSampleWords();
  const { sections } = words;
  const chosen = { show: "kit", surface, theme, locale: useUi().locale };
  return (
    <main class="bg-surface min-h-dvh">
      <div class="max-w-wide mx-auto px-4 py-8 sm:px-8">
        <h1>{words.title}</h1>
        <p class="text-muted mb-4">{words.about}</p>
        <div class="mb-8 flex flex-wrap gap-x-8 text-sm">
          <Chooser name="show" choices={words.layouts} chosen={chosen} />
          <Chooser name="surface" choices={words.surface} chosen={chosen} />
          <Chooser name="theme" choices={words.themes} chosen={chosen} />
          <Chooser name="locale" choices={{ de: "Deutsch", en: "English" }} chosen={chosen} />
        </div>
        <Section id="type" title={sections.type}>
          <TypeSamples />
        </Section>
        <Section id="buttons" title={sections.buttons}>
          <ButtonSamples />
          <FlashSamples />
        </Section>
        <Section id="forms" title={sections.forms}>
          <SearchSamples />
          <ControlSamples />
          <FormSamples />
        </Section>
        <Section id="parts" title={sections.parts}>
          <TagSamples />
          <NoticeSamples />
          <FactSamples />
        </Section>
        <Section id="lists" title={sections.lists}>
          <ListSamples />
        </Section>
        <Section id="conversation" title={sections.conversation}>
          <SampleThread id="kit" agent />
          <AgentComposer id="kit-reply" />
          <AgentComposer id="kit-note" kind="note" />
          <AgentWriting id="kit-writing" />
          <CustomerComposer id="kit-answer" refused />
        </Section>
        <Section id="states" title={sections.states}>
          <StateSamples />
        </Section>
      </div>
    </main>
  );
};
