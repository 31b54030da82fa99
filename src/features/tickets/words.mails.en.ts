import { plural } from "../../platform/i18n/index.ts";

export const en = {
  /**
   * `[#10482]` is what an answer is recognised by when everything else is lost. In front, because mail programs leave
   * that out when they compare subjects (RFC 5256 §2.1), so that our mails stand with the customer's own.
   */
  subject: (p: { number: number; subject: string }) => `[#${p.number}] ${p.subject}`,
  subjectUntold: (p: { number: number }) => `[#${p.number}] Your request`,

  toRequest: "Open the request",
  toTicket: "Open the ticket",
  facts: {
    number: "Number",
    subject: "Subject",
    status: "Status",
    result: "Result",
    requester: "From",
    organisation: "Organisation",
    type: "Type",
    priority: "Priority",
    channel: "Came by",
  },
  answerHint: "To answer, just answer this mail.",
  answerHintAgent: "Your answer to this mail goes to the customer.",
  answerHintNote: "Your answer to this mail becomes an internal note; the customer does not see it.",
  leave: "Leave this conversation",
  noWords: "(no text)",

  received: {
    heading: (p: { number: number }) => `Your request #${p.number} has arrived`,
    text: "We answer as soon as we can, and you get a mail then.",
    addMore: "If you want to add something, just answer this mail.",
    notYou: "If you did not ask us anything, you need not do anything.",
    openedForYou: (p: { agent: string; number: number }) => `${p.agent} has opened request #${p.number} for you`,
    passwordText:
      "With a password you can follow this and all your requests in our portal. The link is good for 7 days.",
    passwordButton: "Set a password",
    sharedAddress:
      "Several people read mail to an address like this one, so it cannot have access to our portal. To add something, just answer this mail; our answers come by mail, too. Whoever wants to use the portal writes to us from his own address.",
  },
  answered: {
    heading: (p: { author: string }) => `${p.author} has answered`,
    preview: (p: { author: string; text: string }) => `${p.author}: ${p.text}`,
    waiting: "To go on, we need your answer.",
    resolved: "We consider this solved. If it is not, just answer.",
    closed: "With that the request is closed.",
  },
  copy: {
    heading: (p: { author: string }) => `${p.author} has written`,
  },
  status: {
    "ticket.asked": {
      heading: (p: { number: number }) => `Request #${p.number} is waiting for an answer`,
      text: "To go on, we need something from you.",
    },
    "ticket.held": {
      heading: (p: { number: number }) => `Request #${p.number} is on hold`,
      text: "Something else has to be done first. We go on by ourselves; you need not do anything.",
    },
    "ticket.resolved": {
      heading: (p: { number: number }) => `Request #${p.number} is solved`,
      text: "We consider this solved. If it is not, just answer this mail.",
    },
    "ticket.closed": { heading: (p: { number: number }) => `Request #${p.number} is closed`, text: "" },
    "ticket.cancelled": { heading: (p: { number: number }) => `Request #${p.number} was cancelled`, text: "" },
    "ticket.reopened": {
      heading: (p: { number: number }) => `We are working on request #${p.number} again`,
      text: "",
    },
  },
  /** Of a status to which the ticket's type gives a name of its own. */
  named: (p: { number: number; status: string }) => `Request #${p.number}: ${p.status}`,
  closedBySilence: "We have not heard from you, so we have closed it.",
  closedAsResolved: "It was solved some time ago and nobody objected, so it is closed now.",
  reminder: {
    heading: (p: { number: number }) => `We are still waiting for your answer to request #${p.number}`,
    text: (p: { date: string }) =>
      `Please tell us how things stand. If we hear nothing, the request closes by itself on ${p.date}.`,
    resolved: (p: { number: number }) => `Request #${p.number} is solved and will be closed`,
    resolvedText: (p: { date: string }) =>
      `If something is still wrong, please tell us. If we hear nothing, the request closes by itself on ${p.date}.`,
    /** Where silence does not close it. */
    ask: "Please tell us how things stand.",
    verdict: (p: { number: number }) => `We are still waiting for your word on request #${p.number}`,
    verdictText: "We consider this solved. If something is still wrong, just answer this mail.",
    later: (p: { days: number }) =>
      `Even then an answer brings it back for ${p.days} ${plural(p.days, { one: "day", other: "days" })}.`,
  },
  accessReminder: {
    heading: (p: { number: number }) => `Request #${p.number} is solved: please take our access back`,
    cancelled: (p: { number: number }) => `Request #${p.number} was cancelled: please take our access back`,
    text: (p: { environments: string }) =>
      `You had let us into ${p.environments}. We no longer need that; please end the access, and tell us on the request’s page that you did.`,
  },
  reopenHint: (p: { days: number }) =>
    `An answer within ${p.days} ${plural(p.days, { one: "day", other: "days" })} brings it back.`,
  followUpHint: "If there is more to it, open a follow-up on the request’s page.",
  followUpByMail: "If there is more to it, just answer this mail; we open a new request for it.",
  closesAt: (p: { date: string }) => `If we hear nothing, it closes by itself on ${p.date}.`,
  confirmHint: "Does the solution work? Please confirm it on the request’s page.",
  feedbackHint: "How was it? Please say so on the request’s page.",
  rateHint: "How was it? On the request’s page you can say so.",
  changed: {
    heading: (p: { number: number }) => `Something about request #${p.number} has changed`,
    from: (p: { from: string; to: string }) => `${p.from} → ${p.to}`,
  },
  joined: {
    heading: (p: { by: string; number: number }) => `${p.by} has put you in CC of request #${p.number}`,
    headingUntold: (p: { number: number }) => `You have been put in CC of request #${p.number}`,
    text: "You read along from now on, and your answers reach everybody who takes part.",
    contact: (p: { number: number }) => `You are now the contact for request #${p.number}`,
    contactText: "From now on we write to you about it.",
  },
  desk: {
    opened: (p: { number: number }) => `New ticket #${p.number}`,
    offered: (p: { number: number }) => `Offer: ticket #${p.number}. Whoever accepts it does it.`,
    answered: (p: { author: string; number: number }) => `${p.author} has answered in #${p.number}`,
    reopened: (p: { author: string; number: number }) => `${p.author} has reopened #${p.number}`,
    assigned: (p: { by: string; number: number }) => `${p.by} has assigned #${p.number} to you`,
    confirmed: (p: { author: string; number: number }) => `${p.author} confirms that #${p.number} is solved`,
    access: (p: { author: string; number: number; environment: string }) =>
      `${p.author} gives access to “${p.environment}” for #${p.number}`,
    stalled: (p: { number: number }) => `#${p.number} stays quiet, but does not close by itself`,
    stalledText: "The customer says nothing more, and this type demands something before a ticket is closed:",
    mentioned: (p: { by: string; number: number }) => `${p.by} calls you in #${p.number}`,
  },
  because: {
    requester: "You get this mail because it is your request.",
    unverified: "You get this mail because a request came to us in the name of this address.",
    participant: "You get this mail because you are in CC of this request.",
    assignee: "You get this mail because the ticket is assigned to you.",
    team: (p: { team: string }) => `You get this mail because you belong to the team ${p.team}.`,
    everyone: "You get this mail because nobody is assigned to the ticket yet.",
    called: "You get this mail because a colleague named you in an internal note.",
  },
};
