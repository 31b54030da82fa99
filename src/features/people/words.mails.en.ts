export const en = {
  because: {
    invited: (p: { desk: string }) => `You get this mail because somebody at ${p.desk} has given you access.`,
    registered: (p: { desk: string }) =>
      `You get this mail because somebody registered at ${p.desk} with this address. If that was not you, do nothing; nothing will happen.`,
    forgotten: (p: { desk: string }) =>
      `You get this mail because somebody asked for a new password at ${p.desk} with this address. If that was not you, do nothing; your password stays as it is.`,
    renewed: (p: { desk: string }) => `You get this mail because a new link was asked for at ${p.desk}.`,
    signIn: (p: { desk: string }) =>
      `You get this mail because somebody wants to sign in at ${p.desk} with this address. If that was not you, do nothing; without this mail nobody gets in.`,
    blocked: (p: { desk: string }) => `You get this mail because you have an account at ${p.desk}.`,
  },
  setPassword: {
    subject: (p: { desk: string }) => `Your access to ${p.desk}`,
    heading: "Choose your password",
    invited: (p: { desk: string }) =>
      `You can see your requests at ${p.desk} and answer in the browser. Choose a password to begin.`,
    registered: (p: { desk: string }) => `One step is left: choose a password for ${p.desk}.`,
    forgotten: "Here you can choose a new password.",
    renewed: "Here is the new link.",
    button: "Choose a password",
    until: (p: { until: string }) =>
      `The link is good once, until ${p.until}. Should it be too late, open it all the same: you can have a new one sent to you.`,
  },
  signIn: {
    subject: (p: { desk: string }) => `Sign in at ${p.desk}`,
    heading: "Sign in",
    text: "With this link you sign in without a password.",
    button: "Sign in",
    until: (p: { until: string }) => `The link is good once, until ${p.until}.`,
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
