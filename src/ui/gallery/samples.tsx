import { useUi } from "../context.tsx";
import type { IconName } from "../icon-names.ts";
import type { LanguageLink, NavGroup, NavItem } from "../layouts/nav.tsx";
import type { Tone } from "../parts/tone.ts";
import { de } from "./words.de.ts";
import { en } from "./words.en.ts";

export const useSampleWords = (): typeof en => ({ de, en })[useUi().locale];

/** So many minutes before the page was made. */
export const useAgo = (): ((minutes: number) => Date) => {
  const { now } = useUi();
  return (minutes) => new Date(now.getTime() - minutes * 60_000);
};

export interface SampleTicket {
  number: number;
  subject: string;
  requester: string;
  organisation: string;
  assignee?: string;
  status: keyof typeof en.statuses;
  priority: "blocker" | "high" | "medium" | "low";
  minutes: number;
  due?: "later" | "over";
  fresh?: boolean;
}

export const statusLook: Readonly<Record<SampleTicket["status"], { tone: Tone; icon: IconName }>> = {
  open: { tone: "info", icon: "circle-dashed" },
  assigned: { tone: "info", icon: "circle" },
  progress: { tone: "info", icon: "circle-dot" },
  waiting: { tone: "warning", icon: "hourglass" },
  hold: { tone: "muted", icon: "circle-pause" },
  resolved: { tone: "success", icon: "circle-check" },
  closed: { tone: "muted", icon: "archive" },
  cancelled: { tone: "muted", icon: "circle-x" },
};

export const priorityLook: Readonly<Record<SampleTicket["priority"], { tone: Tone; icon: IconName }>> = {
  blocker: { tone: "danger", icon: "octagon-alert" },
  high: { tone: "warning", icon: "chevrons-up" },
  medium: { tone: "neutral", icon: "equal" },
  low: { tone: "muted", icon: "chevron-down" },
};

export const useSampleTickets = (): readonly SampleTicket[] => {
  const words = useSampleWords();
  const huber = { requester: "Maria Huber", organisation: words.organisationName };
  return [
    {
      number: 10482,
      subject: words.headline,
      ...huber,
      assignee: "Ann Beck",
      status: "progress",
      priority: "blocker",
      minutes: 4,
      due: "over",
      fresh: true,
    },
    {
      number: 10481,
      subject: words.products[2] ?? "",
      requester: "Maximilian-Alexander Freiherr von und zu Hohenstein-Waldenburg",
      organisation: "Donaudampfschifffahrtsgesellschaft",
      status: "open",
      priority: "high",
      minutes: 22,
      due: "later",
      fresh: true,
    },
    {
      number: 10477,
      subject: words.readAbout,
      requester: "Jörg Ößler",
      organisation: "Bäckerei Ößler",
      assignee: "Tom Adeyemi",
      status: "waiting",
      priority: "medium",
      minutes: 190,
    },
    {
      number: 10391,
      subject: words.noticeInfo,
      requester: "cy@north.example",
      organisation: "North & Partners",
      assignee: "Ann Beck",
      status: "hold",
      priority: "low",
      minutes: 2900,
    },
    {
      number: 9998,
      subject: words.askAbout,
      requester: "Eve Lindqvist",
      organisation: "Lindqvist AB",
      assignee: "Ada Okonkwo",
      status: "resolved",
      priority: "low",
      minutes: 21000,
    },
  ];
};

export const usePortalNav = (current: string): readonly NavItem[] => {
  const { nav } = useSampleWords();
  return [
    { href: "?show=start", label: nav.home, current: current === "start" },
    { href: "?show=request", label: nav.requests, current: current === "request" },
    { href: "#articles", label: nav.articles },
    { href: "#ideas", label: nav.ideas },
  ];
};

export const useDeskNav = (current: string): readonly NavGroup[] => {
  const { views, viewNames, places, placeNames, open } = useSampleWords();
  return [
    {
      heading: views,
      items: [
        { href: "#mine", label: viewNames.mine, icon: "user", count: "7", countLabel: open, hotkey: "g m", dock: true },
        {
          href: "?show=queue",
          label: viewNames.unassigned,
          icon: "inbox",
          count: "12",
          countLabel: open,
          hotkey: "g i",
          dock: true,
          current: current === "queue",
        },
        {
          href: "?show=ticket",
          label: viewNames.all,
          icon: "layers",
          count: "1.204",
          countLabel: open,
          current: current === "ticket",
        },
        { href: "#waiting", label: viewNames.waiting, icon: "hourglass", count: "31", countLabel: open, dock: true },
        { href: "#done", label: viewNames.done, icon: "circle-check" },
      ],
    },
    {
      heading: places,
      items: [
        { href: "#people", label: placeNames.people, icon: "users", dock: true },
        { href: "#organisations", label: placeNames.organisations, icon: "building" },
        { href: "#kb", label: placeNames.articles, icon: "book-open" },
        { href: "#reports", label: placeNames.reports, icon: "chart-column" },
        { href: "?show=settings", label: placeNames.settings, icon: "settings" },
      ],
    },
  ];
};

export const useLanguages = (): readonly LanguageLink[] => {
  const { locale } = useUi();
  return [
    { locale: "de", label: "Deutsch", href: "?locale=de", current: locale === "de" },
    { locale: "en", label: "English", href: "?locale=en", current: locale === "en" },
  ];
};
