import type { MailSample } from "../../../platform/feature.ts";
import type { Locale } from "../../../platform/i18n/index.ts";
import { mailWords } from "../words.mails.ts";
import { AlreadyRegisteredMail } from "./already-registered-mail.tsx";
import { BlockedMail } from "./blocked-mail.tsx";
import { InvitationMail } from "./invitation-mail.tsx";
import { PasswordChangedMail } from "./password-changed-mail.tsx";
import { SetPasswordMail, setPasswordSubject, type SetPasswordMailProps } from "./set-password-mail.tsx";
import { SignInMail } from "./sign-in-mail.tsx";

const reasons: readonly SetPasswordMailProps["reason"][] = [
  "invited",
  "invitedToDesk",
  "registered",
  "forgotten",
  "renewed",
];

/** Every mail of the feature with made-up content. */
export const mailSamples = (locale: Locale): readonly MailSample[] => {
  const w = mailWords[locale];
  const desk = { name: "Muster Support" };
  const organisation = "Muster Maschinenbau GmbH & Co. KG";
  const reading = { locale, timeZone: "Europe/Berlin" };
  const until = new Date("2026-11-03T13:05:00Z");
  const href = "https://support.example.org/password/made-up";
  return [
    ...reasons.map((reason) => ({
      template: `people.set-password ${reason}`,
      subject: setPasswordSubject({ reading, desk, reason }),
      body: <SetPasswordMail {...{ reading, desk, reason, href, until }} />,
    })),
    ...[false, true].map((hasAccount) => ({
      template: `people.invited ${hasAccount ? "with account" : "without account"}`,
      subject: w.invitation.subject({ desk: desk.name, organisation }),
      body: <InvitationMail {...{ reading, desk, organisation, hasAccount, href, until }} />,
    })),
    {
      template: "people.sign-in",
      subject: w.signIn.subject({ desk: desk.name }),
      body: <SignInMail {...{ reading, desk, href, until }} />,
    },
    {
      template: "people.already-registered",
      subject: w.alreadyRegistered.subject({ desk: desk.name }),
      body: <AlreadyRegisteredMail {...{ reading, desk, signInHref: href, forgottenHref: href }} />,
    },
    {
      template: "people.password-changed",
      subject: w.changed.subject({ desk: desk.name }),
      body: <PasswordChangedMail {...{ reading, desk, href, at: until }} />,
    },
    {
      template: "people.sign-in-blocked",
      subject: w.blocked.subject({ desk: desk.name }),
      body: <BlockedMail {...{ reading, desk, href, at: until, minutes: 15 }} />,
    },
  ];
};
