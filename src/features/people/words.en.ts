import { plural } from "../../platform/i18n/index.ts";

export const en = {
  notSetUpTitle: "This desk is not set up yet",
  notSetUp:
    "Tresen is running and waits for its first administrator. Whoever started it has a set-up link in that terminal; only who opens this link can set the desk up. Once that is done, this page is here for everybody.",
  wrongSetUpLink:
    "This is not the set-up link of this desk. The right one stands in the terminal in which Tresen was started.",
  alreadySetUp: "This desk is set up already, so the set-up link has done its work. Sign in instead.",
  sameAsDesk: "This is the desk's own address. Give the one under which you get your personal mail.",

  wrongPassword: "The address and the password do not match. Check both, or have a link sent to you.",
  tooManySignIns: (p: { minutes: number }) =>
    `Too many attempts. For ${p.minutes} minutes no password is checked here. You can still sign in by a link that we mail to you.`,
  tooManyLinks: (p: { minutes: number }) =>
    `Several mails have been asked for already. Look for them, also among spam; you can ask again in ${p.minutes} minutes.`,

  linkUnknown: "This link is not complete. Open it straight from the mail, or copy all of its address.",
  linkUsed: "This link has been used already.",
  linkExpired: "This link is no longer good.",
  signedInAsOther: "Somebody else is signed in in this browser by now. Look at who it is, and go on if you mean it.",
  noAccess: "This account cannot sign in. Ask the people at the desk.",

  passwordTooShort: (p: { least: number }) =>
    `Use at least ${p.least} ${plural(p.least, { one: "character", other: "characters" })}. A few words in a row are easy to remember.`,
  passwordTooLong: (p: { most: number }) => `Use at most ${p.most} characters.`,
  passwordIsAddress: "Your address is the first thing somebody would try. Choose another password.",
  passwordTooCommon: "This is one of the passwords that are tried first. Choose something that only you think of.",
  wrongCurrentPassword: "This is not your current password.",

  notATimeZone: "Choose a time zone from the list, for example Europe/Berlin.",
  roleAddress:
    "This address belongs to a department, not to one person, so nobody could say who signed in. Use your personal address. Mails from this address reach us all the same.",
  addressTaken: "Somebody else has this address already.",
  noAddress: "Without an e-mail address nobody can sign in. Add the address first.",

  lastAdministrator: "This is the last administrator. Make somebody else an administrator first.",
  notYourself: "You cannot deactivate yourself. Ask another administrator.",
  isDeactivated: "This person is deactivated. Reactivate the person first.",
  agentsOnly: "Only people who work at the desk can be in a team.",
  notADomain: (p: { text: string }) => `“${p.text}” is not a domain. Write it like example.org, one a line.`,
  publicDomain: (p: { domain: string }) =>
    `Everybody can get an address at ${p.domain}, so it cannot stand for one organisation.`,
  domainTaken: (p: { domain: string; organisation: string }) => `${p.domain} belongs to ${p.organisation} already.`,
  customerNumberTaken: "Another organisation has this customer number already.",
  packageNameTaken: "There is a package of this name already.",
  packageRetired: "This package is offered no longer. Choose another one.",
  noSeatLeft: (p: { organisation: string; seats: number }) =>
    `${p.organisation} has ${p.seats} ${plural(p.seats, { one: "seat", other: "seats" })} in the portal, and ${plural(p.seats, { one: "it is taken", other: "all of them are taken" })}. Remove somebody who no longer needs access, or ask for more seats. By mail everybody can ask without one.`,
  seatsUnlimited: "Your organisation has as many seats as it needs. Just invite.",
  cannotBeInvited: "This address cannot be invited. Please ask the desk.",
  isMemberAlready: "This person is a member already.",
  invitationOver: "This invitation does not hold any more. Ask whoever invited you for a new one.",
  tooLateToReadmit: "That was too long ago. Invite the person again.",
  notYourselfHere: "You cannot remove yourself. Ask the desk.",
  notAManager: "Managers are removed by the desk only. Please ask there.",
  noSuchCalendar: "This calendar is offered no longer. Choose another one.",
  assigneeNotInTeam: "Choose somebody who is a member of this team.",
  teamInUse: "Something names this team, so it cannot be deleted. Retire it instead.",
  teamNameTaken: "There is a team of this name already.",
  unknownPerson: "Nobody is known under this address. Add the person first.",
};
