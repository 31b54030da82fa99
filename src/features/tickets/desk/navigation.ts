import { isAgent, type Agent } from "../../../platform/actor.ts";
import type { NavigationEntry } from "../../../platform/feature.ts";
import type { Ask } from "../../../platform/http/route.ts";
import { parseFilter, type TicketFilter } from "../filter.ts";
import { upTo } from "../rules/counting.ts";
import { countTickets } from "../store/lists.ts";
import { countOpenTasks } from "../store/tasks.ts";
import { listViews, type TicketView } from "../store/views.ts";
import { deskWords } from "../words-desk.ts";
import { draftWords } from "../words-drafts.ts";
import { togetherWords } from "../words-together.ts";

const inDock = 3;

/** The views with their live counts: the shared ones, then one's own. */
export const deskNavigation = async ({ context: { db }, actor }: Ask): Promise<NavigationEntry[]> => {
  if (!isAgent(actor)) return [];
  const views = await listViews(db, actor.personId);
  const filters = views.map(({ query }) => parseFilter(new URLSearchParams(query)));
  const counts = await countTickets(db, actor, filters);
  const w = deskWords[actor.locale].navigation;
  const tasks = await countOpenTasks(db, actor.personId);
  const drafts: NavigationEntry = {
    href: "/desk/drafts",
    label: draftWords[actor.locale].title,
    icon: "pencil",
    inAccountMenu: true,
  };
  const entries = views.map((view, index): NavigationEntry => {
    const filter = filters[index];
    return {
      href: `/desk?view=${view.id}`,
      label: view.names[actor.locale],
      icon: iconOf(view, filter),
      heading: view.ownerId === null ? w.shared : w.own,
      ...(filter && !isOver(filter) && { ...upTo(counts[index] ?? 0), countLabel: w.tickets }),
      ...(index < 9 && { hotkey: index === 0 ? "g i" : `g ${index + 1}` }),
      ...(index < inDock && { dock: true }),
    };
  });
  return [...entries, tasksEntry(actor, tasks), drafts];
};

const tasksEntry = ({ locale }: Agent, count: number): NavigationEntry => ({
  href: "/desk/tasks",
  label: togetherWords[locale].tasks.mine,
  icon: "list-ordered",
  heading: deskWords[locale].navigation.own,
  ...(count > 0 && { count, countLabel: togetherWords[locale].tasks.title }),
  hotkey: "g t",
});

/** How many tickets were ever closed helps nobody. */
const isOver = ({ statuses }: TicketFilter): boolean =>
  statuses.length > 0 && statuses.every((status) => status === "closed" || status === "cancelled");

const iconOf = ({ layout }: TicketView, filter: TicketFilter | undefined): string => {
  if (layout === "board") return "square-kanban";
  if (!filter) return "list-filter";
  if (isOver(filter)) return "check-check";
  if (filter.assignees.includes("none")) return "inbox";
  if (filter.assignees.includes("me")) return "user";
  return filter.statuses.length === 1 && filter.statuses[0] === "waiting" ? "hourglass" : "layers";
};
