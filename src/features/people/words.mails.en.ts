import { plural } from "../../platform/i18n/index.ts";

export const en = {
  because: {
    invited: (p: { desk: string }) => `You get this mail because somebody at ${p.desk} has given you access.`,
    invitedToDesk: (p: { desk: string }) =>
      `You get this mail because an administrator of ${p.desk} has added you to the people who work there.`,
    registered: (p: { desk: string }) =>
      `You get this mail because somebody registered at ${p.desk} with this address. If that was not you, do nothing; nothing will happen.`,
    forgotten: (p: { desk: string }) =>
      `You get this mail because somebody asked for a new password at ${p.desk} with this address. If that was not you, do nothing; your password stays as it is.`,
    renewed: (p: { desk: string }) => `You get this mail because a new link was asked for at ${p.desk}.`,
    signIn: (p: { desk: string }) =>
      `You get this mail because somebody wants to sign in at ${p.desk} with this address. If that was not you, do nothing; without this mail nobody gets in.`,
    invitation: (p: { organisation: string; desk: string }) =>
      `You get this mail because a manager of ${p.organisation} at ${p.desk} has given this address. If you do not know why, do nothing.`,
    changed: (p: { desk: string }) => `You get this mail because you have an account at ${p.desk}.`,
    blocked: (p: { desk: string }) => `You get this mail because you have an account at ${p.desk}.`,
  },
  setPassword: {
    subject: (p: { desk: string }) => `Your access to ${p.desk}`,
    subjectToDesk: (p: { desk: string }) => `Your place at the desk of ${p.desk}`,
    heading: "Choose your password",
    invited: (p: { desk: string }) =>
      `You can see your requests at ${p.desk} and answer in the browser. Choose a password to begin.`,
    invitedToDesk: (p: { desk: string }) =>
      `You now work at the desk of ${p.desk}: there you see what customers ask, answer them, and work on it with your colleagues. Choose a password to begin.`,
    registered: (p: { desk: string }) => `One step is left: choose a password for ${p.desk}.`,
    forgotten: "Here you can choose a new password.",
    renewed: "Here is the new link.",
    button: "Choose a password",
    until: (p: { until: string }) =>
      `The link is good once, until ${p.until}. Should it be too late, open it all the same: you can have a new one sent to you.`,
  },
  alreadyRegistered: {
    subject: (p: { desk: string }) => `You already have an account at ${p.desk}`,
    heading: "You already have an account",
    text: (p: { desk: string }) =>
      `There is already an account for this address at ${p.desk}. Sign in with your password, or have a link sent to you from the sign-in page.`,
    button: "Sign in",
    forgotten: "Forgot your password? Choose a new one here:",
  },
  signIn: {
    subject: (p: { desk: string }) => `Sign in at ${p.desk}`,
    heading: "Sign in",
    text: "With this link you sign in without a password.",
    button: "Sign in",
    until: (p: { until: string }) => `The link is good once, until ${p.until}.`,
  },
  invitation: {
    subject: (p: { organisation: string; desk: string }) => `${p.organisation} invites you to ${p.desk}`,
    heading: (p: { organisation: string; desk: string }) => `An invitation from ${p.organisation}`,
    text: (p: { organisation: string; desk: string }) =>
      `${p.organisation} has support at ${p.desk}, and you shall take part: ask there, follow the answers, and see what your colleagues ask.`,
    seen: (p: { organisation: string; desk: string }) =>
      `When you accept, members of ${p.organisation} also see your open requests, and those that you will send for the organisation.`,
    accept: "Accept and choose a password",
    answer: "Accept or decline",
    until: (p: { until: string }) => `The invitation holds until ${p.until}.`,
  },
  seatRequest: {
    subject: (p: { organisation: string }) => `More seats for ${p.organisation}`,
    text: (p: { organisation: string; package: string; seats: number; used: number }) =>
      `${p.organisation} has the package ${p.package} with ${p.seats} ${plural(p.seats, { one: "seat", other: "seats" })} in the portal; ${p.used} are taken. We need more. Please tell us what is possible.`,
  },
  changed: {
    subject: (p: { desk: string }) => `Your password at ${p.desk} was changed`,
    heading: "Your password was changed",
    text: (p: { desk: string; at: string }) =>
      `The password of your account at ${p.desk} was changed on ${p.at}. All other devices were signed out.`,
    wasYou: "Was it you? Then there is nothing to do.",
    wasNotYou:
      "Was it not you? Then somebody else can read your account now. Choose a new password at once, which ends every sign-in, and tell us.",
    button: "Choose a new password",
  },
  blocked: {
    subject: (p: { desk: string }) => `Somebody tried to sign in as you at ${p.desk}`,
    heading: "Too many wrong passwords",
    text: (p: { at: string; minutes: number }) =>
      `Several wrong passwords were entered for your address, the last one on ${p.at}. For ${p.minutes} minutes none is checked any more.`,
    wasYou: "Was it you? Then sign in with a link that we mail to you; that works at once.",
    wasNotYou:
      "Was it not you? Nobody got in. If you use the same password elsewhere, or it is easy to guess, choose a new one.",
    button: "Sign in by link",
  },
};
