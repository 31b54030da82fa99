import type { Status } from "./ticket.ts";

/** Where a verb leads: to a status, nowhere else (`stay`), back to work, to the end (`settle`), or as before a merge. */
export type Target = Status | "stay" | "work" | "settle" | "before";
export type From = Partial<Record<Status, Target>>;

const open = ["open"] as const;
const begun = ["assigned", "in_progress"] as const;
const active = [...open, ...begun, "waiting", "on_hold"] as const;
const unfinished = [...active, "resolved"] as const;
const submitted = [...unfinished, "closed", "cancelled"] as const;

const from = (statuses: readonly Status[], target: Target): From =>
  Object.fromEntries(statuses.map((status) => [status, target]));

/**
 * The machine: for every verb the statuses in which it is legal, and where it leads. `work` is `in_progress` while
 * somebody is assigned, else `open`; `settle` closes what is resolved once nothing is left to wait for.
 * What else has to hold stands in `demands.ts`; all of it on one sheet in docs/ticket-machine.md.
 */
export const machine = {
  submit: { draft: "open" },
  discard: { draft: "cancelled" },

  // Somebody takes part, or no longer does. A ticket that waits goes on waiting; it goes to `open` when it is answered.
  assign: { open: "assigned", ...from([...begun, "waiting", "on_hold", "resolved"], "stay") },
  take: { open: "assigned", ...from(["waiting", "on_hold", "resolved"], "stay") },
  unassign: from([...begun, "waiting", "on_hold", "resolved"], "stay"),
  unassignLast: { ...from(begun, "open"), ...from(["waiting", "on_hold", "resolved"], "stay") },
  // To another level, or to technical support; the ticket then waits for its order.
  passOn: from(active, "stay"),
  escalate: { ...from([...open, ...begun, "waiting"], "on_hold"), on_hold: "stay" },

  start: { open: "in_progress", assigned: "in_progress", waiting: "in_progress" },
  // We speak, and in a closed ticket that means that it is not over.
  reply: { ...from(unfinished, "stay"), closed: "work" },
  ask: from([...open, ...begun, "on_hold", "resolved"], "waiting"),
  // A customer speaks. Closed: only within the type's days, see `canStillReopen`.
  answer: { ...from([...open, ...begun, "on_hold"], "stay"), ...from(["waiting", "resolved", "closed"], "work") },
  note: from(submitted, "stay"),
  update: from(unfinished, "stay"),

  // The solution is put before those who have to agree to it; `decide` is their outcome.
  propose: { ...from([...open, ...begun, "on_hold"], "waiting"), waiting: "stay" },
  decide: { ...from([...open, ...begun, "on_hold", "resolved"], "stay"), waiting: "work" },
  withdraw: { ...from([...open, ...begun, "on_hold", "resolved"], "stay"), waiting: "work" },
  waive: from(active, "stay"),
  advance: from(unfinished, "stay"),
  document: { ...from([...active, "closed"], "stay"), resolved: "settle" },

  hold: from([...open, ...begun, "waiting"], "on_hold"),
  release: { on_hold: "work" },
  resolve: from(active, "resolved"),
  confirm: { resolved: "settle" },
  // What the customer said elsewhere, and what goes without his word.
  recordConfirmation: { resolved: "settle" },
  waiveConfirmation: { resolved: "settle" },
  waiveFeedback: { resolved: "settle" },
  rate: { resolved: "settle", closed: "stay" },
  close: from(unfinished, "closed"),
  cancel: from(active, "cancelled"),
  reopen: from(["resolved", "closed", "cancelled"], "work"),
  followUp: from(["closed", "cancelled"], "stay"),
  // Silence: the customer is told that the ticket will close, and then it does.
  remind: from(["waiting", "resolved"], "stay"),
  expire: from(["waiting", "resolved"], "closed"),

  merge: from([...unfinished, "closed"], "closed"),
  unmerge: { closed: "before" },
  split: from(submitted, "stay"),

  change: from(submitted, "stay"),
  changeRequester: from(unfinished, "stay"),
  addParticipant: from(unfinished, "stay"),
  removeParticipant: from(unfinished, "stay"),
  link: from(submitted, "stay"),
  changeTasks: from(submitted, "stay"),
  grantAccess: from(unfinished, "stay"),
  endAccess: from(submitted, "stay"),
} as const satisfies Record<string, From>;

export type Verb = keyof typeof machine;
export const verbs = Object.keys(machine) as readonly Verb[];

/** Verbs whose whole point is one status: a type without it does not offer them. */
export const purposes: Partial<Record<Verb, Status>> = {
  submit: "draft",
  ask: "waiting",
  propose: "waiting",
  hold: "on_hold",
  escalate: "on_hold",
  cancel: "cancelled",
};
