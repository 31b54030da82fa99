import { plural } from "../../platform/i18n/index.ts";
import type { BackBecause } from "./events-together.ts";
import type { OrderState } from "./rules/technical.ts";

/** What a sentence of the history may name. */
export interface Together {
  number: number;
  title: string;
  count: number;
  because: string;
  /** Why it could not be resolved. */
  refused: string;
  mailed: string;
  from: string;
  to: string;
  orderVersion: string;
}

const because: Record<BackBecause, string> = {
  dropped: "will not be carried out",
  unlinked: "is no longer linked",
  unresolvable: "is done",
  over: "is over",
};

const planned = ({ from, to }: Pick<Together, "from" | "to">, what: string): string => {
  if (!to) return `took the planned version ${from} of ${what} back`;
  return from ? `planned ${what} for ${to} instead of ${from}` : `planned ${what} for ${to}`;
};

/** Behind the name of whoever did it. */
const happened: Readonly<Record<string, (p: Together) => string>> = {
  "ticket.merged": (p) => `merged it into #${p.number}`,
  "ticket.absorbed": (p) => `merged #${p.number} into this ticket`,
  "ticket.unmerged": (p) =>
    `undid the merge into #${p.number}${p.mailed && `; by then the mail about it had gone to ${p.mailed}`}`,
  "ticket.gave-back": (p) => `undid the merge of #${p.number}`,
  "ticket.split": (p) =>
    `split ${p.count} ${plural(p.count, { one: "message", other: "messages" })} off into #${p.number}`,
  "ticket.words-brought": () => "brought a message along",
  "ticket.passed-on": () => "passed it on",
  "ticket.escalated": (p) => `escalated it to technical support, order #${p.number}`,
  "ticket.order-ended": (p) =>
    `noted that order #${p.number} ${because[p.because as BackBecause]}${p.refused && `, but that this ticket cannot be resolved yet: ${p.refused}`}`,
  "ticket.resolved-by-order": (p) =>
    `resolved it, because order #${p.number} is done${p.orderVersion && ` in ${p.orderVersion}`}`,
  "ticket.version-planned": (p) => planned(p, "it"),
  "ticket.order-planned": (p) => `noted that technical support ${planned(p, `order #${p.number}`)}`,
  "ticket.change-taken-back": (p) =>
    p.mailed ? `took back what was just done; ${p.mailed} had been told already` : "took back what was just done",
  "ticket.task-added": (p) => `added the task “${p.title}”`,
  "ticket.task-changed": (p) => `changed the task “${p.title}”`,
  "ticket.task-done": (p) => `did “${p.title}”`,
  "ticket.task-reopened": (p) => `took the tick off “${p.title}”`,
  "ticket.task-removed": (p) => `removed the task “${p.title}”`,
};

const orderStates: Record<OrderState, string> = {
  received: "Received",
  in_progress: "In progress",
  on_hold: "On hold",
  done: "Done",
  dropped: "Not carried out",
};

export const en = {
  happened,
  events: {
    "ticket.merged": "Merged into another ticket",
    "ticket.absorbed": "Another ticket merged in",
    "ticket.unmerged": "Merge undone",
    "ticket.gave-back": "Merge of another ticket undone",
    "ticket.split": "Messages split off",
    "ticket.words-brought": "Message brought along",
    "ticket.passed-on": "Passed on",
    "ticket.escalated": "Escalated to technical support",
    "ticket.order-ended": "Order over",
    "ticket.version-planned": "Version planned",
    "ticket.order-planned": "Order planned for another version",
    "ticket.change-taken-back": "Change taken back",
    "ticket.task-added": "Task added",
    "ticket.task-changed": "Task changed",
    "ticket.task-done": "Task done",
    "ticket.task-reopened": "Task open again",
    "ticket.task-removed": "Task removed",
  },
  fromTicket: (p: { number: number }) => `from #${p.number}`,
  wentTo: (p: { number: number }) => `Goes on in #${p.number}`,
  cancel: "Cancel",
  reason: "Reason",
  reasonHelp: "For the history at the desk; customers do not see it.",
  menu: {
    merge: "Merge …",
    split: "Split off …",
    escalate: "Escalate …",
    passOn: "Pass on …",
  },
  merge: {
    title: (p: { number: number }) => `Merge #${p.number} into another ticket`,
    lead: "This ticket closes. Its conversation is read in the other one, and what is still written to it arrives there.",
    search: "Number or words of the ticket in which it goes on",
    find: "Find",
    none: "No ticket fits.",
    candidates: "Goes on in",
    look: "Look at what happens",
    another: "Choose another one",
    into: "Goes on in",
    joining: (p: { names: string; count: number }) => `${p.names} will be in CC there.`,
    nobodyJoins: "Nobody joins there; everybody takes part already.",
    internalSource: "Customers have not seen this ticket, and will not see its words there either.",
    alsoFrom: (p: { number: number; end: number }) =>
      `#${p.number} itself goes on in #${p.end}, so this one does, too.`,
    decide: "Who may read what?",
    readTarget: (p: { names: string; count: number; messages: number; number: number }) =>
      `${p.names} would read #${p.number} with its ${p.messages} ${plural(p.messages, { one: "message", other: "messages" })}, and who takes part in it.`,
    readSource: (p: { names: string; count: number; messages: number; number: number }) =>
      `${p.names} would read the ${p.messages} ${plural(p.messages, { one: "message", other: "messages" })} of #${p.number}.`,
    together: "They may read each other’s",
    togetherHelp: "Everybody named above reads all of it and is told of every answer.",
    apart: "They stay apart",
    apartHelp:
      "Customers of either see nothing of the other. Those of this ticket find it closed, and what they still write opens a new one.",
    button: (p: { number: number }) => `Merge into #${p.number}`,
    pending: "A solution waits for approval here. That question is withdrawn.",
  },
  merged: {
    title: (p: { number: number }) => `This ticket goes on in #${p.number}`,
    text: "What is still written to it arrives there.",
    apart: "Its customers see nothing of that ticket: to them this one is closed.",
    open: (p: { number: number }) => `Open #${p.number}`,
    undo: "Undo the merge",
    undoHelp: "Everything goes its own way again; what was written since stays there.",
    into: "Merged into this ticket",
    undoOf: (p: { number: number }) => `Undo the merge of #${p.number}`,
  },
  bulkMerge: {
    button: "Merge",
    title: "Merge tickets",
    lead: "All of them go on in one ticket.",
    target: "Which one goes on?",
    look: "Look at what happens",
    apart: "Where people would read what they could not before",
    report: (p: { count: number; number: number }) =>
      `${p.count} ${plural(p.count, { one: "ticket goes", other: "tickets go" })} on in #${p.number}.`,
    refused: "These could not be merged",
    undone: (p: { numbers: string; names: string }) =>
      p.names
        ? `The merge of ${p.numbers} is undone. The mail about it had already gone to ${p.names}.`
        : `The merge of ${p.numbers} is undone. Nobody had got a mail about it.`,
  },
  split: {
    title: "Split off into a ticket of its own",
    lead: "The message becomes a new ticket, with its files. It stays here, too, and says where it goes on.",
    message: "Which message?",
    andFollowing: "And everything that follows it",
    subject: "Subject of the new ticket",
    button: "Split off",
    none: "Nothing here can be split off.",
  },
  passOn: {
    title: "Pass on to another team",
    team: "To",
    reason: "What is known, and what should the team do?",
    keep: "Those who are assigned stay assigned",
    keepHelp: (p: { names: string }) => `Now: ${p.names}. Otherwise the team finds it unassigned.`,
    button: "Pass on",
    levels: { first: "1st level", second: "2nd level", technical: "Technical support" },
    none: "There is no other team yet.",
  },
  escalate: {
    title: "Escalate to technical support",
    lead: "The ticket is put on hold until technical support is done. The customer sees the order’s number, its state and the planned version, nothing else.",
    joinTitle: "An order that stands already",
    search: "Number or words",
    find: "Find",
    similar: "Similar ones that are not done yet",
    waiting: (p: { count: number }) =>
      `${p.count} ${plural(p.count, { one: "ticket waits", other: "tickets wait" })} for it`,
    join: (p: { number: number }) => `Join #${p.number}`,
    none: "No open order fits.",
    newTitle: "A new order",
    subject: "What has to be done?",
    text: "Description for technical support",
    textHelp: "What was tried, how to see the problem, what the customer needs. Product and version are taken over.",
    team: "Team",
    urgency: "Technical support decides how urgent it is.",
    button: "Open the order",
  },
  orders: {
    title: "Orders at technical support",
    waitingTitle: (p: { count: number }) => `Waiting for this (${p.count})`,
    noneWaiting: "No ticket waits for it.",
    states: orderStates,
    planned: (p: { version: string }) => `planned for ${p.version}`,
    unlink: (p: { number: number }) => `No longer wait for #${p.number}`,
    versions: "Planned versions",
    resolveHint: (p: { count: number }) =>
      `${p.count} ${plural(p.count, { one: "ticket waits and is", other: "tickets wait and are" })} resolved with this result. Their customers read it.`,
    versionReason: "Reason for another version",
    versionReasonHelp: "Everybody who waits reads it.",
    rankHint: "Technical support decides how urgent it is.",
  },
  tasks: {
    title: "Tasks",
    none: "Nothing to do.",
    add: "Add a task",
    task: "What is to be done?",
    assignee: "By",
    nobody: "anybody",
    due: "Until",
    save: "Save",
    edit: (p: { title: string }) => `Change “${p.title}”`,
    editShort: "Change",
    remove: "Remove",
    tick: (p: { title: string }) => `Tick “${p.title}” off`,
    untick: (p: { title: string }) => `Take the tick off “${p.title}”`,
    doneBy: (p: { name: string }) => `done by ${p.name}`,
    overdue: "overdue",
    dueOn: (p: { day: string }) => `until ${p.day}`,
    mine: "My tasks",
    everybodys: "Everybody’s",
    which: "Whose tasks",
    pageTitle: "Tasks",
    noneTitle: "Nothing is left to do",
    noneMine: "Tasks that are yours on any ticket are listed here, the most urgent first.",
    noneAll: "Tasks on all tickets are listed here, the most urgent first.",
    open: (p: { count: number }) => `${p.count} ${plural(p.count, { one: "task is", other: "tasks are" })} still open.`,
  },
  portal: {
    mergedTitle: (p: { number: number }) => `Goes on in request #${p.number}`,
    merged: "We look after both in one place. What you write by e-mail arrives there as well.",
    mergedOpen: (p: { number: number }) => `Open request #${p.number}`,
    mergedApart:
      "We have closed this request, because we look after the matter together with another one. If something is left, ask below.",
    happened: {
      merged: "Closed: goes on together with another request",
      absorbed: (p: { number: number }) => `Request #${p.number} goes on here`,
      unmerged: "Goes on by itself again",
      escalated: (p: { number: number }) => `Passed on to our technicians as order #${p.number}`,
      resolvedByOrder: (p: { number: number }) => `Order #${p.number} is done`,
      orderVersion: (p: { version: string }) => `Version: ${p.version}`,
      orderPlanned: (p: { number: number; to: string }) => `Order #${p.number} is planned for ${p.to}`,
      orderReplanned: (p: { number: number; from: string; to: string }) =>
        `Order #${p.number}: planned for ${p.to || "no version any more"} instead of ${p.from}`,
      versionPlanned: (p: { to: string }) => (p.to ? `Planned for ${p.to}` : "No longer planned for a version"),
    },
    order: "Order",
    orderLine: (p: { number: number; state: string }) => `#${p.number} · ${p.state}`,
    planned: (p: { version: string }) => `planned for ${p.version}`,
    onOrder: (p: { number: number }) =>
      `Our technicians are working on it as order #${p.number}. We write to you when it is done; you need not do anything.`,
    onOrderPlanned: (p: { number: number; version: string }) =>
      `Our technicians are working on it as order #${p.number}, planned for ${p.version}. We write to you when it is done; you need not do anything.`,
  },
  mails: {
    merged: {
      heading: (p: { number: number; into: number }) => `Your request #${p.number} goes on in #${p.into}`,
      text: "We look after both in one place, so that you need not follow two. Everything that was said is there.",
      apartHeading: (p: { number: number }) => `Request #${p.number} is closed`,
      apart:
        "We look after the matter together with another one. If something is left, just answer this mail; we open a new request for it.",
      button: (p: { into: number }) => `Open request #${p.into}`,
    },
    order: {
      escalated: (p: { number: number }) => `Our technicians are looking at request #${p.number}`,
      escalatedText: "We go on by ourselves as soon as they are done, and write to you then.",
      planned: (p: { number: number }) => `Request #${p.number}: the planned version is known`,
      replanned: (p: { number: number }) => `Request #${p.number}: the planned version has changed`,
      done: (p: { number: number }) => `Request #${p.number} is solved`,
      plannedSeveral: (p: { count: number }) => `The planned version of ${p.count} of your requests is known`,
      replannedSeveral: (p: { count: number }) => `The planned version of ${p.count} of your requests has changed`,
      doneSeveral: (p: { count: number }) => `${p.count} of your requests are solved`,
      answerGoesTo: (p: { number: number }) => `An answer to this mail goes to request #${p.number}.`,
      doneText: "We consider this solved. If it is not, just answer this mail.",
      order: "Order",
      state: "State",
      version: "Planned version",
      doneVersion: "Version",
      none: "none",
    },
    desk: {
      passedOn: (p: { by: string; number: number; team: string }) => `${p.by} passes #${p.number} on to ${p.team}`,
      back: (p: { number: number; order: number; why: string }) => `#${p.number} goes on: order #${p.order} ${p.why}`,
      why: because,
      unresolvable: (p: { reason: string }) => `It could not be resolved by itself: ${p.reason}`,
    },
  },
  because: { team: (p: { team: string }) => `You get this mail because you belong to the team ${p.team}.` },
  waitsCounted: (p: { count: number }) =>
    plural(p.count, {
      one: "ticket that waits for another, or for which one waits",
      other: "tickets that wait for others, or for which some wait",
    }),
  phrases: {
    atLeastTwo: "Tick at least two tickets to merge them.",
    mergeWithItself: "A ticket cannot be merged with itself.",
    mergedTheOtherWay: (p: { number: number }) => `#${p.number} was merged into this ticket already.`,
    decideSight: "People would read what they could not before. Decide whether they may.",
    merged: (p: { number: number; into: number }) => `#${p.number} goes on in #${p.into}.`,
    unmerged: (p: { number: number; names: string }) =>
      p.names
        ? `#${p.number} goes its own way again. The mail about the merge had already gone to ${p.names}.`
        : `#${p.number} goes its own way again. Nobody had got a mail about the merge.`,
    onlySaidIsSplit: "Only messages of the conversation become tickets.",
    splitTooEarly: "This answer can still be taken back. Wait until it is on its way.",
    nothingWouldStay: "Nothing would stay in this ticket. Choose a later message, or change the subject instead.",
    split: (p: { number: number }) => `Ticket #${p.number} is open.`,
    isTheirsAlready: "The ticket is with this team already.",
    passedOn: (p: { team: string }) => `Passed on to ${p.team}.`,
    kindInUse: (p: { count: number }) =>
      `${p.count} ${plural(p.count, { one: "ticket", other: "tickets" })} of this type wait for others, or others for them. Retire the type and add another one instead.`,
    typeInChain: (p: { numbers: string }) =>
      `This ticket and ${p.numbers} wait for one another as request and order, so it stays what it is. Choose a type of the same kind, or take the link away first.`,
    isNoOrder: (p: { number: number }) => `#${p.number} is no technical ticket.`,
    orderIsOver: (p: { number: number }) => `#${p.number} is over. Reopen it first, or open a new order.`,
    waitsAlready: (p: { number: number }) => `The ticket waits for #${p.number} already.`,
    orderNeedsSubject: "Say in a few words what has to be done.",
    orderNeedsText: "Describe it for technical support.",
    noTechnicalType: "There is no type for technical tickets any more.",
    escalated: (p: { number: number }) => `On hold, waiting for order #${p.number}.`,
    versionReasonMissing: "Say why; everybody who waits was told another version.",
    onlyTechniciansRank: "Technical support decides how urgent a technical ticket is.",
    takenBack: (p: { names: string }) =>
      p.names
        ? `It is as it was before. The mail about it had already gone to ${p.names}.`
        : "It is as it was before. Nobody had got a mail about it.",
    takenBackEach: (p: { count: number; names: string }) =>
      `${p.count} ${plural(p.count, { one: "ticket is", other: "tickets are" })} as before.${p.names ? ` The mail about it had already gone to ${p.names}.` : ""}`,
    takeBackTooLate: "This can no longer be taken back: it is too long ago, or has been changed since.",
    taskAdded: "The task is added.",
    taskDone: "Done.",
    taskOpen: "The task is open again.",
    taskSaved: "The task is saved.",
    taskRemoved: "The task is removed.",
    tasksStillOpen: (p: { count: number; status: string }) =>
      `Status: ${p.status}. ${p.count} ${plural(p.count, { one: "task is", other: "tasks are" })} still open.`,
    choose: "Choose the ticket in which it goes on.",
  },
};
