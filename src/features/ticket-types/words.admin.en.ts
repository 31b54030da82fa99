import { plural } from "../../platform/i18n/index.ts";
import type { Creators, FieldKind, Priority, ProductQuestion } from "./rules/type.ts";

const creators: Record<Creators, string> = {
  everyone: "Every customer",
  members: "Customers who belong to an organisation",
  agents: "Only agents",
};

const asksProducts: Record<ProductQuestion, string> = { no: "Not asked", optional: "Asked", required: "Required" };

const kinds: Record<FieldKind, string> = {
  line: "One line",
  text: "Text",
  choice: "One of several",
  choices: "Several of several",
  number: "Number",
  date: "Day",
  yes_no: "Yes or no",
  file: "Files",
};

const days = (count: number): string => `${count} ${plural(count, { one: "day", other: "days" })}`;

export const en = {
  typesCounted: (p: { count: number }) => plural(p.count, { one: "ticket type", other: "ticket types" }),
  next: {
    title: "Look at the types of requests",
    about:
      "What customers can choose, what each form asks, and which statuses a ticket goes through. Change or retire what does not fit.",
  },
  heading: "Tickets",
  required: "required",
  optional: "optional",
  pleaseChoose: "Please choose",
  yes: "Yes",
  no: "No",
  save: "Save",
  saved: "Saved.",
  add: "Add",
  name: "Name",
  nameEn: "Name in English",
  nameDe: "Name in German",
  hintEn: "Hint in English",
  hintDe: "Hint in German",
  state: "State",
  inUse: "In use",
  retired: "Retired",
  retire: "Retire",
  restore: "Bring back",
  moveUp: "Move up",
  moveDown: "Move down",
  more: (p: { name: string }) => `Order and end of ${p.name}`,
  usedBy: "Used by",
  tickets: (p: { count: number; shown: string }) =>
    `${p.shown} ${plural(p.count, { one: "ticket", other: "tickets" })}`,
  noTickets: "No tickets",
  history: "History",
  noHistory: "Nothing has been changed yet.",
  allChanges: "All changes of settings",
  nothing: "nothing",
  never: "never",

  types: "Ticket types",
  typesNavigation: "What customers can ask for, and what each asks, calls and demands.",
  typesAbout:
    "Customers choose one of these before they write. Mails become tickets of the first type that customers may open. A retired type is no longer offered; its tickets go on as they are.",
  noTechnicalSupport:
    "No type in use is for technical tickets, so agents are not offered to escalate. Bring one back or add one, and make it one for technical tickets.",
  addType: "Add a type",
  addTypeAbout: "It begins with all statuses, without questions and without a procedure; you set those afterwards.",
  addTypeSubmit: "Add the type",
  typeAdded: (p: { name: string }) => `${p.name} is added.`,
  whoMay: "Who may open it",
  questions: "Questions",
  parts: "Parts of the type",
  tabs: { general: "General", statuses: "Statuses", form: "Form", procedure: "Procedure" },
  key: "Key",
  keyAbout: (p: { key: string }) => `Rules, addresses and the API know this type as ${p.key}.`,

  words: "Names",
  hintHelp: "One sentence beside the name, where customers choose.",
  creators,
  creatorsHelp: {
    everyone: "Also people who write for the first time.",
    members: "Somebody without an organisation does not see this type.",
    agents: "Customers do not see this type when they choose; they do see their tickets of it.",
  } as Record<Creators, string>,
  team: "Team that gets new tickets",
  teamHelp: "Where a ticket’s opener chooses no other.",
  noTeam: "No team",
  asksProduct: "Product, version and module",
  asksProducts,
  asksProductHelp: "What the form asks of the products.",
  does: "What it has",
  hasPriority: "Priority",
  hasPriorityHelp: "Customers propose one, agents adjust it. Without it, tickets keep theirs out of sight.",
  hasRating: "Rating",
  hasRatingHelp: "A resolved ticket waits for one to five stars. Without it, resolving closes at once.",
  onlyAssigneesWrite: "Only those who are assigned write",
  onlyAssigneesWriteHelp:
    "Members take a ticket before they answer or change it. Moderators and administrators always can.",
  takesSeatRequests: "Requests for more seats",
  takesSeatRequestsHelp:
    "When a manager asks for more seats than the care package has, a ticket of this type is opened. If several types take them, the first in the list does; if none, the first that customers may open.",
  demands: "What it takes to finish",
  needsApproval: "An approved solution before it is resolved",
  needsApprovalHelp: "The customer agrees to the proposed solution, or an agent says why it goes without.",
  needsSolution: "A documented solution before it is closed",
  needsSolutionHelp: "How it was solved, for those who meet it again.",
  needsConfirmation: "The customer’s confirmation before it is closed",
  needsConfirmationHelp:
    "That the solution works. Agents can write down one that was given elsewhere, or say why it goes without. Internal tickets need none. Silence never closes without it: the desk is told instead.",
  needsFeedback: "The customer’s feedback before it is closed",
  needsFeedbackHelp:
    "One to five stars, with words if he likes; needs the rating. Agents can say why it goes without. Internal tickets need none. Silence never closes without it: the desk is told instead.",

  typeKind: "Requests or technical tickets",
  whatTheyAre: "What its tickets are",
  typeKinds: { request: "Requests", technical: "Technical tickets" },
  typeKindsHelp: {
    request: "What customers or colleagues ask for. Agents can escalate it to technical support.",
    technical:
      "Orders to technical support. Other tickets hang on one, are on hold meanwhile, and are resolved with it; their customers see its number, state and planned version, and nothing else of it.",
  },
  closing: "Reminding, closing, reopening",
  remindAfterDays: "Remind after",
  remindHelp: "Days of waiting for the customer. Empty: never, and then nothing that waits closes by itself.",
  closeAfterDays: "Close after the reminder",
  closeHelp:
    "Days without an answer to the reminder. What lacks something that the type demands stays open, and the desk is told.",
  closeResolvedAfterDays: "Close what is resolved after",
  closeResolvedHelp:
    "Days without a word. Empty: never. Nothing closes without what the type demands; the desk is told.",
  reopenDays: "An answer reopens for",
  reopenHelp: "Days after closing. Later an answer becomes a follow-up. 0: only agents reopen.",
  closingSentence: (p: {
    remind: number | null;
    close: number;
    resolved: number | null;
    reopen: number;
    usesWaiting: boolean;
  }) =>
    [
      !p.usesWaiting
        ? "Tickets of this type never wait for the customer, so nobody is reminded."
        : p.remind === null
          ? "A ticket that waits for the customer waits for as long as it takes; nobody is reminded."
          : `After ${days(p.remind)} of waiting, the customer is reminded and told when the ticket will close; ${days(p.close)} later it closes, unless somebody has answered.`,
      p.resolved === null
        ? "A resolved ticket stays resolved until somebody closes or rates it."
        : `A resolved ticket closes after ${days(p.resolved)}.`,
      p.reopen === 0
        ? "Only agents reopen a closed ticket; a customer’s answer becomes a follow-up."
        : `For ${days(p.reopen)} after closing an answer brings the ticket back to work; later it becomes a follow-up.`,
    ].join(" "),

  statusesAbout:
    "All types share one machine; a type uses those statuses that it needs. Where a name is empty, the usual one stands.",
  status: "Status",
  used: "Used",
  always: "always",
  atDesk: "Agents read",
  forCustomers: "Customers read",
  english: "English",
  german: "German",
  told: (p: { status: string }) => `Tell customers “${p.status}”`,
  onHoldHelp: "Tickets that wait for technical support are on hold; without it, nobody is offered to escalate them.",
  toldHelp: (p: { open: string }) => `Otherwise they read “${p.open}”.`,
  movesTickets: "Move tickets that are in a status I take out to the nearest one that stays",
  movesTicketsHelp:
    "Each gets an entry in its timeline. Without it, a status in which tickets are cannot be taken out.",
  usesOf: (p: { count: number; shown: string }) =>
    `${p.shown} ${plural(p.count, { one: "ticket is", other: "tickets are" })} in it`,
  reset: "The next step of a ticket in a status that is not used is offered from the nearest one that is.",

  formAbout:
    "What is asked beside subject and description. A question may hang on answers to one above it: it is asked only then, and is neither required nor stored otherwise. Tickets that come by mail or telephone may lack answers.",
  addField: "Add a question",
  addFieldSubmit: "Add the question",
  keyOfField: (p: { key: string }) => `Rules and the API know this question as ${p.key}.`,
  fieldAdded: (p: { name: string }) => `“${p.name}” is added.`,
  noFields: "No questions yet",
  noFieldsAbout: "Then the form asks for subject and description only.",
  question: "Question",
  questionEn: "Question in English",
  questionDe: "Question in German",
  kind: "Kind of answer",
  kinds,
  kindFixed:
    "The kind of answer is fixed, because tickets have answers of it. For another kind, add another question and retire this one.",
  requiredField: "Required",
  requiredHelp: "Customers cannot send the form without it, when it is asked. Agents can.",
  audience: "Who is asked",
  audiences: { customers: "Customers and agents", agents: "Only agents" },
  audienceHelp: "What only agents are asked customers never see.",
  options: "To choose from",
  optionsHelp: "Empty both names of an option to take it out: answers that name it stay readable.",
  option: (p: { position: number }) => `Option ${p.position}`,
  goneOptions: "No longer offered",
  bringOptionBack: (p: { name: string }) => `Offer “${p.name}” again`,
  condition: "Only after one of these answers",
  conditionHelp: "Tick none to always ask. All ticks belong to one question.",
  noConditions: "There is no question with choices above this one on which it could hang.",
  conditionOf: (p: { question: string; answers: string }) => `Only if “${p.question}” is answered with ${p.answers}`,
  or: " or ",
  dependents: (p: { names: string }) => `On this question hang: ${p.names}.`,
  retiredFields: "Retired questions",
  answersStay: "Tickets keep their answers and show them.",
  preview: "As customers see it",
  previewAbout: "Try what appears after which answer. Nothing is stored.",
  tryIt: "Try these answers",
  prefill: "Browser, version and operating system are filled in from the customer’s own browser.",

  procedureAbout:
    "Stages lead through the work, each with a checklist. A ticket is in one stage at a time; who works on it ticks what is done and goes on.",
  addStage: "Add a stage",
  addStageSubmit: "Add the stage",
  stageAdded: (p: { name: string }) => `“${p.name}” is added.`,
  noStages: "No procedure",
  noStagesAbout: "Then tickets of this type are worked on as it comes.",
  stage: "Stage",
  steps: "Checklist",
  openTickets: "Unfinished tickets in it",
  stepsHelp: "Empty both names of a step to take it out.",
  step: (p: { position: number }) => `Step ${p.position}`,
  stepCount: (p: { count: number }) => `${p.count} ${plural(p.count, { one: "step", other: "steps" })}`,
  retiredStages: "Retired stages",

  priorities: "Priorities",
  prioritiesNavigation: "When to choose which; stands beside the choice.",
  prioritiesAbout:
    "These sentences stand beside the choice, for customers in the portal and for agents at the desk, so that all mean the same by it. Which types have a priority is set with the type.",
  priorityNames: { low: "Low", medium: "Medium", high: "High", blocker: "Blocker" } as Record<Priority, string>,
  criteriaEn: "When to choose it, in English",
  criteriaDe: "When to choose it, in German",

  developmentStatuses: "Development statuses",
  developmentNavigation: "How far development is, and which steps are mailed to customers.",
  developmentAbout:
    "Agents set how far development is with what a ticket asks for; customers read it in their request. Reaching one that says so mails those who take part.",
  addDevelopmentStatus: "Add a development status",
  developmentAdded: (p: { name: string }) => `${p.name} is added.`,
  mailsCustomers: "Mails the customers",
  mailsCustomersHelp: "When a ticket reaches it, its contact and those in CC get a mail.",
  mails: "by mail",
  noMail: "no mail",
  noDevelopment: "No development statuses",
  noDevelopmentAbout: "Then tickets say nothing about development.",

  settings: {
    kind: "Requests or technical tickets",
    names: "Names",
    hints: "Hints",
    statuses: "Statuses used",
    statusNames: "What agents call statuses",
    customerStatusNames: "What customers call statuses",
    toldStatuses: "Told to customers",
    hasPriority: "Priority",
    hasRating: "Rating",
    takesSeatRequests: "Requests for more seats",
    creators: "Who may open it",
    onlyAssigneesWrite: "Only those who are assigned write",
    asksProduct: "Product, version and module",
    needsApproval: "Approved solution",
    needsSolution: "Documented solution",
    needsConfirmation: "Customer’s confirmation",
    needsFeedback: "Customer’s feedback",
    reopenDays: "Days for reopening",
    remindAfterDays: "Days until the reminder",
    closeAfterDays: "Days until closing",
    closeResolvedAfterDays: "Days until closing what is resolved",
    teamId: "Team",
    options: "To choose from",
    isRequired: "Required",
    audience: "Who is asked",
    condition: "Only after",
    steps: "Checklist",
    mailsCustomers: "Mails the customers",
    criteria: "When to choose it",
  } as Record<string, string>,
};
