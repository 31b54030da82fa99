export const en = {
  alreadyPromised: "There is a service level for exactly these tickets already. Change that one instead.",
  notADuration: "Write working time, for example 4 h, 30 min or 1 h 30 min.",
  notAWarning: "Write working time or a part of the whole, for example 30 min or 25 %.",
  nothingPromised: "Promise at least one of the three.",
  notOffered: "Choose from the list.",
};

export const said = {
  added: "The service level is added. Deadlines of open tickets are computed anew.",
  changed: "Saved. Deadlines of open tickets are computed anew.",
  ended: "The service level holds no longer. Deadlines of open tickets are computed anew.",
};

export const pages = {
  heading: "Deadlines",
  title: "Service levels",
  effect: "Until when tickets are answered and solved",
  about:
    "Until when a ticket gets its first answer, every further answer and its solution, in working time. The first line that fits a ticket counts; the more a line says, the higher it stands.",
  order: "If two lines say equally much, the package counts before the type, and the type before the priority.",
  pauses: "While a ticket waits for the customer or is on hold, no time is used up.",
  add: "Add service level",
  addAbout: "It holds from now on, also for tickets that are open.",
  none: "No service level yet",
  noneAbout: "Without one, tickets have no deadlines.",
  package: "Care package",
  anyPackage: "Every package",
  type: "Type",
  anyType: "Every type",
  priority: "Priority",
  anyPriority: "Every priority",
  priorities: { low: "Low", medium: "Medium", high: "High", blocker: "Blocker" },
  for: "For which tickets",
  allTickets: "All tickets",
  promised: "What is promised",
  promisedHelp: "In working time, for example 4 h, 30 min or 1 h 30 min. Nothing promises nothing.",
  firstResponse: "First answer",
  nextResponse: "Further answers",
  resolution: "Solution",
  kinds: { first_response: "First answer", next_response: "Further answers", resolution: "Solution" },
  calendar: "Calendar",
  calendarHelp: "In whose working time it is counted.",
  teamCalendar: "Team, or else default",
  warnBefore: "Warn before",
  warnBeforeHelp:
    "So long before a deadline those responsible are told, for example 30 min or 25 %. Nothing: not at all.",
  save: "Save",
  saveAnyway: "Save this way",
  previewChange: "See the effect",
  replay: "What this would have meant",
  changeAbout: "A change holds from now on. Deadlines of tickets that are over stay as they were.",
  end: "Retire",
  endAbout:
    "It holds no longer from now on. Open tickets fall to the next line that fits them; what is over keeps its deadlines.",
  since: "In force since",
  usesDefault: {
    one: "service level, unless a team has its own calendar",
    other: "service levels, unless a team has its own calendar",
  },
  uses: { one: "service level", other: "service levels" },
};

export const eventWords = {
  "service-level.added": "Service level added",
  "service-level.changed": "Service level changed",
  "service-level.ended": "Service level retired",
};
