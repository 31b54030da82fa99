import { format } from "prettier";
import { buttonsAtDesk, buttonsInPortal } from "../../src/features/tickets/rules/buttons.ts";
import { offers, standings, type Standing } from "../../src/features/tickets/rules/policy.ts";
import { customerStatusName, move, statusName, verbs, type Verb } from "../../src/features/tickets/rules/status.ts";
import { statuses, type Status, type Ticket, type TicketType } from "../../src/features/tickets/rules/ticket.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { now } from "../../src/platform/time.ts";
import { actors, ticketIn, who, type Situation } from "../ticket-machine.ts";
import { deskLabels, portalLabels, type Labels } from "./labels.ts";
import type { ShippedType } from "./shipped-types.ts";

const intro = [
  "# The ticket's machine",
  "<!-- Written by `node bin/run.mjs tools/write-ticket-machine.ts` from `src/features/tickets/rules`, the presets and the pages' words; change it there. -->",
  "Who may do what in which status, where it leads, and which buttons the pages offer for it: for every type that the presets A to E ship. " +
    "A cell names the status after the verb, or says that it **stays**; an empty one is refused, whoever asks and by " +
    "whichever channel. In (brackets) it can be done, but the page has no button of its own for it. Who is taken out of CC and which access ends is offered where there is one. Types, people and verbs that are treated alike share a table or a row; verbs that nobody of a " +
    "table may do are left out of it.",
];

/** The text of docs/ticket-machine.md: type × actor × status × verb → result and button, computed from the rules that the pages use. */
export const ticketMachine = (shipped: readonly ShippedType[]): Promise<string> => {
  const groups = alike(shipped, ({ type }) => machineOf(type));
  const [first] = groups[0] ?? [];
  const text = [
    ...intro,
    "## Buttons",
    buttonsTable(groups.map((group) => group[0].type)),
    ...groups.flatMap((group) => typeSheet(group)),
    ...(first ? ["## Merged into another ticket", ...situationSheet(mergedOf(first.type))] : []),
  ].join("\n\n");
  return format(text, { parser: "markdown", printWidth: 120 });
};

/** Everything of a type that decides what can be done, or how it is said. */
const machineOf = (type: TicketType): string => {
  const { kind, statuses, hasRating, reopenDays, onlyAssigneesWrite } = type;
  const { statusNames, customerStatusNames, toldStatuses } = type;
  const procedure = type.stages.length > 0;
  const machine = { kind, statuses, hasRating, reopenDays, onlyAssigneesWrite, procedure, demands: demandsOf(type) };
  return JSON.stringify({ ...machine, statusNames, customerStatusNames, toldStatuses });
};

const demandsOf = (type: TicketType): string[] =>
  (
    [
      ["needsApproval", "an approved solution"],
      ["needsSolution", "the solution in writing"],
      ["needsConfirmation", "the customer's confirmation"],
      ["needsFeedback", "his feedback"],
    ] as const
  ).flatMap(([demand, said]) => (type[demand] ? [said] : []));

/** What has the same key stands together, in the order in which the first of each came. */
const alike = <T>(all: readonly T[], keyOf: (each: T) => string): [T, ...T[]][] => {
  const groups = new Map<string, [T, ...T[]]>();
  for (const each of all) {
    const group = groups.get(keyOf(each));
    if (group) group.push(each);
    else groups.set(keyOf(each), [each]);
  }
  return [...groups.values()];
};

const typeSheet = (group: readonly [ShippedType, ...ShippedType[]]): string[] => {
  const [{ type }] = group;
  const named = alike(group, (each) => each.type.key).map(
    (same) => `${same[0].type.names.en} (${same.map(({ preset }) => preset).join(", ")})`,
  );
  const demands = demandsOf(type);
  const facts = [
    type.kind === "technical" ? "Technical support's own tickets; customers do not see them." : "",
    type.hasRating ? "What is resolved waits for its rating." : "Without a rating, resolving closes.",
    type.reopenDays > 0 ? `An answer reopens within ${type.reopenDays} days.` : "Only agents reopen.",
    type.onlyAssigneesWrite ? "Members write only what they accepted or were assigned." : "",
    type.stages.length > 0 ? "It has a procedure." : "",
    demands.length > 0 ? `Closing demands ${demands.join(", ")}.` : "",
  ];
  return [
    `## ${named.join(" · ")}`,
    facts.filter(Boolean).join(" "),
    namesTable(type),
    ...situationsOf(type).flatMap((situation) => situationSheet(situation)),
  ];
};

/** What a status is called, by those at the desk and by customers. */
const namesTable = (type: TicketType): string =>
  table(
    ["status", "the desk reads", "customers read"],
    used(type).map((status) => [
      status,
      ...[statusName, customerStatusName].map((named) => both(named({ status, type }))),
    ]),
  );

const both = ({ en, de }: { en: string; de: string }): string => (en === de ? en : `${en} / ${de}`);
const used = (type: TicketType): Status[] => statuses.filter((status) => type.statuses.includes(status));

/** Where a type demands something, what was given decides what can be done. */
const situationsOf = (type: TicketType): Situation[] => {
  const visibility = type.kind === "technical" ? "internal" : "public";
  const facts = { type, visibility } as const;
  if (demandsOf(type).length === 0) return [{ name: "", explained: "", facts }];
  const given = { approval: "approved", solution: "A new cable.", confirmedAt: now() } as const;
  return [
    { name: "Nothing of what is demanded was given", explained: "", facts },
    {
      name: "The solution was put before those who have to agree",
      explained: "",
      facts: { ...facts, approval: "pending" },
    },
    { name: "The solution is approved, written down and confirmed", explained: "", facts: { ...facts, ...given } },
  ];
};

const mergedOf = (type: TicketType): Situation => ({
  name: "",
  explained: "It is closed, and what is written to it goes to the other.",
  facts: { type, mergedInto: 18, statusBeforeMerge: "in_progress", status: "closed" },
});

const situationSheet = (situation: Situation): string[] => {
  const columns = situation.facts.status
    ? [situation.facts.status]
    : used(situation.facts.type ?? ticketIn(situation, "open").type);
  const tables = alike([...standings], (standing) => sheetOf(situation, columns, standing));
  return [
    ...(situation.name ? [`### ${situation.name}`] : []),
    ...(situation.explained ? [situation.explained] : []),
    ...tables.flatMap((same) => [
      same.map((standing) => `- **${standing}**: ${who[standing]}`).join("\n"),
      sheetOf(situation, columns, same[0]),
    ]),
  ];
};

const sheetOf = (situation: Situation, columns: readonly Status[], standing: Standing): string => {
  const cells = columns.map((status) => cellsOf(ticketIn(situation, status), standing));
  const rows = verbs
    .filter((verb) => cells.some((each) => each.has(verb)))
    .map((verb) => ({ verb, results: cells.map((each) => each.get(verb) ?? "") }));
  if (rows.length === 0) return "Nothing.";
  return table(
    ["", ...columns],
    alike(rows, ({ results }) => JSON.stringify(results)).map((same) => [
      same.map(({ verb }) => verb).join(", "),
      ...same[0].results,
    ]),
  );
};

/** What this person can do now, and where it leads; in brackets where no button of the page says it. */
const cellsOf = (ticket: Ticket, standing: Standing): ReadonlyMap<Verb, string> => {
  const offered = offers(actors[standing], ticket);
  const buttons = buttonsOf(ticket, actors[standing]);
  return new Map(
    [...offered].map((verb): [Verb, string] => {
      const status = move(ticket, verb);
      const to = status === ticket.status ? "stays" : status;
      return [verb, standing === "system" || buttons.has(verb) ? to : `(${to})`];
    }),
  );
};

/** What the page offers this person, with what stands on the buttons in both languages. */
export const buttonsOf = (ticket: Ticket, actor: Actor): ReadonlyMap<Verb, { en: string; de: string }> => {
  if (actor.kind === "system") return new Map();
  const isDesk = actor.kind === "agent";
  const offered = offers(actor, ticket);
  const shown = isDesk ? buttonsAtDesk(ticket, offered) : buttonsInPortal(offered);
  const labels = isDesk ? deskLabels : portalLabels;
  const [en, de] = [labels(ticket, "en"), labels(ticket, "de")];
  return new Map([...shown].flatMap((verb) => (en[verb] && de[verb] ? [[verb, { en: en[verb], de: de[verb] }]] : [])));
};

/** Every button of both pages, in both languages. */
const buttonsTable = (types: readonly TicketType[]): string => {
  const tickets = types.flatMap((type) =>
    used(type).map((status) => ticketIn({ name: "", explained: "", facts: { type } }, status)),
  );
  const said = (labels: (ticket: Ticket, locale: "en" | "de") => Labels, verb: Verb): string => {
    const each = tickets.map((ticket) =>
      both({ en: labels(ticket, "en")[verb] ?? "", de: labels(ticket, "de")[verb] ?? "" }),
    );
    return [...new Set(each)].join("; ");
  };
  return table(
    ["verb", "at the desk", "in the portal"],
    verbs
      .map((verb) => [verb, said(deskLabels, verb), said(portalLabels, verb)])
      .filter(([, ...labels]) => labels.some((label) => label !== "")),
  );
};

const table = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  [headings, headings.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
