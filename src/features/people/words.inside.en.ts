import { plural } from "../../platform/i18n/index.ts";

export const en = {
  organisation: "Organisation",
  about: "Who of your organisation uses this portal. Members see each other's requests.",
  noneTitle: "You belong to no organisation",
  none: "Your requests are your own. If your company has an agreement with us, ask its manager for an invitation.",
  yours: "Your organisations",

  seats: "Seats",
  taken: (p: { used: number; seats: number }) => `${p.used} of ${p.seats} taken`,
  takenUnlimited: (p: { used: number }) => `${p.used} taken, as many as you like`,
  inPackage: (p: { package: string }) => `Care package ${p.package}`,
  telephone: { members: "You may also call.", desk: "Members may call." },
  seatsHelp: "Members who can sign in take one, and so do open invitations. Whoever only writes mails takes none.",
  overfull: (p: { more: number }) =>
    `That is ${p.more} more than the package has. Everybody keeps access; nobody else can be invited before seats are free.`,
  full: "All seats are taken",
  fullText: "Remove somebody who no longer needs access, or ask us for more seats.",
  requestSeats: "Ask for more seats",
  seatsRequested: "We have received your request, and you find the answer under your requests.",
  requestedAt: "You have asked for more seats",

  members: "Members",
  memberCount: (p: { count: number }) => `${p.count} ${plural(p.count, { one: "member", other: "members" })}`,
  name: "Name",
  email: "E-mail address",
  since: "Since",
  access: "Access",
  canSignIn: "Can sign in",
  mailOnly: "By mail only",
  manager: "Manager",
  managerAbout: "May invite and remove members",
  remove: "Remove",
  removeOf: (p: { name: string }) => `Remove ${p.name}`,
  removed: (p: { name: string }) => `${p.name} is no member any more.`,
  restored: (p: { name: string }) => `${p.name} is a member again.`,

  invitations: "Open invitations",
  invitedAt: "Invited",
  until: "Good until",
  over: "Expired",
  again: "Send again",
  againOf: (p: { name: string }) => `Send ${p.name} a new invitation`,
  withdraw: "Take back",
  withdrawOf: (p: { name: string }) => `Take the invitation of ${p.name} back`,
  withdrawn: (p: { name: string }) => `The invitation of ${p.name} is taken back.`,

  outside: "At your addresses, but no members",
  outsideAbout:
    "They have proved an address at one of your domains. When they signed up no seat was free, or somebody has removed them.",
  takeIn: "Take in",
  takeInOf: (p: { name: string }) => `Make ${p.name} a member`,
  takenIn: (p: { name: string }) => `${p.name} is a member now.`,

  invite: "Invite somebody",
  inviteAbout:
    "We mail a link. Once it is used, the person sees the organisation's requests, and you see the person's.",
  language: "Language of the mail",
  languages: { en: "English", de: "Deutsch" },
  inviteSubmit: "Send the invitation",
  invited: (p: { name: string }) => `${p.name} gets an invitation by mail.`,
  readOnly: "Managers invite and remove members:",
  noManager: "There is no manager yet. Ask us if you would like to invite somebody.",

  invitationTitle: (p: { organisation: string }) => `${p.organisation} invites you`,
  invitationText: (p: { organisation: string }) =>
    `When you accept, you see what members of ${p.organisation} ask, and they see your open requests and those that you will send for the organisation.`,
  accept: "Accept",
  decline: "Decline",
  accepted: (p: { organisation: string }) => `You belong to ${p.organisation} now.`,
  declined: "The invitation is declined.",
};
