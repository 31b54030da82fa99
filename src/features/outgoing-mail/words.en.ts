import { plural } from "../../platform/i18n/index.ts";
import type { AttemptOutcome, MailState } from "./mail.ts";

const states: Record<MailState, string> = {
  queued: "Waiting",
  sending: "Being sent",
  sent: "Sent",
  kept: "Kept here",
  failed: "Failed",
  cancelled: "Cancelled",
  bounced: "Came back",
  withheld: "Withheld",
};

const outcomes: Record<AttemptOutcome, string> = {
  sent: "Taken by the mail server",
  kept: "Kept here, because no mail server is set",
  postponed: "Not possible just now",
  refused: "Refused",
  interrupted: "Interrupted while sending: the mail may have arrived, and is sent again under the same Message-ID",
  bounced: "Came back",
};

export const en = {
  outgoing: "Outgoing mail",
  heading: "Mail",
  about: "Every mail that Tresen has written, newest first.",
  next: {
    title: "Let mail leave",
    about:
      "No mail leaves yet: all of it waits in the mailbox here. Set TRESEN_SMTP_URL to your mail server and start again.",
  },
  nextLinks: {
    title: "Let the links in mails lead here",
    about: (p: { baseUrl: string }) =>
      `Mail leaves, but its links lead to ${p.baseUrl}, which works on this machine only. Set TRESEN_BASE_URL to the address under which customers find you, and start again.`,
  },
  staysHereTitle: "Mails stay here until TRESEN_SMTP_URL is set",
  staysHere:
    "Nothing is sent at the moment. You can open every mail here and follow the links in it. With a mail server, mails leave at once; those that were kept are sent only if you send them again.",
  signing: {
    signed: (p: { domain: string }) => `Mail is signed for ${p.domain} (DKIM)`,
    unsignedTitle: "Mail leaves without a signature",
    unsigned:
      "Without DKIM, large providers take it for spam more often. Set TRESEN_DKIM_DOMAIN, TRESEN_DKIM_SELECTOR and TRESEN_DKIM_KEY, unless your mail server signs.",
    otherDomainTitle: (p: { domain: string; mailAddress: string }) =>
      `Mail is signed for ${p.domain}, but comes from ${p.mailAddress}`,
    otherDomain: "Receivers count only a signature of the domain from which the mail comes.",
    record: "The record in DNS",
    recordAbout: "Receivers check the signature with this record. It has to stand in the DNS of the domain.",
    recordName: "Name",
    recordType: "Type",
    recordValue: "Value",
  },
  waiting: (p: { many: number }) =>
    `${p.many} ${plural(p.many, { one: "mail waits", other: "mails wait" })} to be sent.`,
  failed: (p: { many: number }) =>
    `${p.many} ${plural(p.many, { one: "mail could not", other: "mails could not" })} be delivered.`,
  showFailed: "Show them",
  dead: {
    title: "Addresses without mail",
    about:
      "Mail came back from these addresses, so none goes there. Once an address works again, let mail go there; mails that were withheld meanwhile are sent again one by one.",
    many: (p: { many: number }) =>
      `${p.many} ${plural(p.many, { one: "address gets", other: "addresses get" })} no mail, because mail came back from there.`,
    show: "Show addresses",
    address: "Address",
    since: "Since",
    reason: "The other server’s words",
    noReason: "none",
    clear: "Send mail there again",
    cleared: (p: { address: string }) => `Mail goes to ${p.address} again.`,
    none: "Mail arrives at every address",
  },
  to: "To",
  from: "From",
  subject: "Subject",
  state: "State",
  when: "When",
  template: "Template",
  anyState: "Any state",
  search: "Recipient or subject",
  states,
  outcomes,
  empty: "No mail has been written yet",
  emptyAbout: "As soon as somebody asks or is answered, the mails to the people concerned stand here.",
  nothingFound: "No mail fits this filter",
  showAll: "Show all",
  nextTry: "Next try",
  html: "As the recipient sees it",
  text: "Text version",
  headers: "Headers",
  attempts: "Tries",
  noAttempts: "Nobody has tried to send it yet.",
  expired: "It was no longer of use when it could have been sent.",
  answer: "Answer",
  attachments: "Attachments",
  resend: "Send again",
  resent: "The mail is on its way again.",
  notResendable: "This mail cannot be sent again now: it is waiting, being sent, or no longer of use.",
  frame: "The mail",
  withheldBecause: {
    undeliverable: "Mail to this address came back before. It goes out when somebody sends it again.",
    "too-many":
      "There were too many automatic mails to this address, so that two programs cannot write to each other for ever.",
  },
  addressCleared: "Mail may go to an address again",
  mailFailed: "Mail could not be delivered",
  mailBounced: "Mail came back",
  mailResent: "Mail sent again",
  samples: "Templates",
  samplesAbout: "Every mail that Tresen writes, with made-up content, in each language.",
  languages: { en: "English", de: "German" },
  noSamples: "No feature sends mail.",
};
