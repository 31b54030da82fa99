import type { PresetKey } from "./rules/index.ts";

/** What a way of working is called, for whom it is, and what it sets up beside types and teams. */
interface PresetWords {
  name: string;
  about: string;
  sets: readonly string[];
}

const presets: Record<PresetKey, PresetWords> = {
  care_packages: {
    name: "Service desk with care packages",
    about: "Organisations book a package with seats; they report malfunctions and ask for services.",
    sets: [
      "Who does not answer is reminded, and then the request closes by itself",
      "Development statuses, of which two are told by mail",
      "Answers and solutions are promised by package",
      "Invitations end where the package’s seats end",
    ],
  },
  levels: {
    name: "Support in three levels",
    about: "1st level hands over to 2nd level; technical support works on one ticket for which many requests wait.",
    sets: [
      "Three teams, one for each level",
      "Requests wait on hold for a technical ticket, and are solved with it",
      "Customers see the order’s number, state and planned version",
    ],
  },
  service_calls: {
    name: "Service calls for products",
    about: "Calls by portal, mail and telephone in one list, each with product, version and module.",
    sets: [
      "The form asks for product, version and module",
      "Every call ends with a result",
      "Programming orders with a planned version, told by mail when it changes",
    ],
  },
  field_service: {
    name: "Field service",
    about: "Work at the machine, offered to technicians: who accepts it does it.",
    sets: [
      "Requests begin as drafts of which nobody is told",
      "Members write only where they have accepted or were assigned",
      "Done, then rated, then closed; only agents reopen",
    ],
  },
  partners: {
    name: "Second level for partners",
    about: "Partners with a first level of their own pass cases on, with the facts that you demand.",
    sets: [
      "Mandatory facts: customer number, domain, contact, error picture",
      "Solutions wait for the partner’s approval",
      "Closing needs the partner’s confirmation and feedback, and a documented solution",
      "A procedure in eight stages with checklists",
    ],
  },
};

export const en = {
  title: "Ways of working",
  heading: "Desk",
  about:
    "Choose how your support works; you can choose several. Tresen then sets up the types, forms, teams and promises for that. Everything can be changed afterwards, and nothing that is set up already is taken away or changed unless you say so.",
  effect: "Sets the desk up for how you work, by one or several presets.",
  choose: "How do you work?",
  presets,
  types: "Types",
  teams: "Teams",
  sets: "Sets up",
  chosen: (p: { date: string }) => `Set up on ${p.date}`,
  retireOthers: "Do not offer the other shipped types",
  retireOthersHelp: "They are retired, not deleted: their tickets go on, and you can bring them back.",
  leftTitle: "These settings stay as they are",
  leftAbout:
    "Somebody has changed them, or a way of working has set them, and the chosen ones want them differently. Everything else is set up.",
  left: (p: { type: string; setting: string; is: string; wanted: string; preset: string }) =>
    `${p.type}, ${p.setting}: stays “${p.is}”; “${p.preset}” would make it “${p.wanted}”.`,
  overwrite: "Change these settings, too",
  overwriteHelp: "Where two of the chosen ways want different things, the one further down holds.",
  yes: "yes",
  no: "no",
  apply: "Set the desk up",
  later: "Not now",
  next: {
    title: "Say how your support works",
    about: "Presets set up types, forms, teams and promises; everything can be changed afterwards.",
  },
  phrases: {
    chooseOne: "Choose at least one way of working.",
    applied: "The desk is set up. Look through the types, and put people into the teams.",
  },
  settings: { presets: "Ways of working", retired: "Types no longer offered" },
  events: { "presets.chosen": "Set up for ways of working" },
};
