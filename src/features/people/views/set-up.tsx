import type { FormState } from "../../../platform/http/form.ts";
import { Button, Form, LinkButton, TextInput } from "../../../ui/index.ts";
import { TimeZoneSelect } from "../../desk-settings/index.ts";
import { usePageWords } from "../words.pages.ts";
import { shown } from "./form-parts.tsx";
import { LanguageSelect } from "./profile.tsx";

interface SetUpProps {
  state: FormState;
  action: string;
  locale: string;
  timeZone: string;
  minimum: number;
}

const DeskFields = ({ locale, timeZone }: Pick<SetUpProps, "locale" | "timeZone">) => {
  const w = usePageWords();
  return (
    <>
      <h2>{w.deskHeading}</h2>
      <TextInput
        name="deskName"
        label={w.deskName}
        help={w.deskNameHelp}
        required
        mark={false}
        autocomplete="organization"
      />
      <TextInput
        name="mailAddress"
        type="email"
        label={w.deskAddress}
        help={w.deskAddressHelp}
        required
        mark={false}
        autocomplete="off"
      />
      <LanguageSelect label={w.deskLanguage} help={w.deskLanguageHelp} value={locale} />
      <TimeZoneSelect label={w.deskTimeZone} value={timeZone} />
    </>
  );
};

const AdministratorFields = ({ minimum }: Pick<SetUpProps, "minimum">) => {
  const w = usePageWords();
  return (
    <>
      <h2>{w.you}</h2>
      <TextInput name="name" label={w.name} help={w.nameHelp} required mark={false} autocomplete="name" />
      <TextInput
        name="email"
        type="email"
        label={w.yourEmail}
        help={w.yourEmailHelp}
        required
        mark={false}
        autocomplete="username"
      />
      <TextInput
        name="password"
        type="password"
        label={w.password}
        help={w.passwordHelp({ least: minimum })}
        required
        mark={false}
        autocomplete="new-password"
      />
    </>
  );
};

export const SetUpForm = ({ state, action, minimum, ...desk }: SetUpProps) => {
  const w = usePageWords();
  return (
    <Form
      {...shown("set-up", state)}
      action={action}
      turbo={false}
      labels={{
        deskName: w.deskName,
        mailAddress: w.deskAddress,
        timeZone: w.deskTimeZone,
        name: w.name,
        email: w.yourEmail,
        password: w.password,
      }}
    >
      <DeskFields {...desk} />
      <AdministratorFields minimum={minimum} />
      <Button kind="primary" wide>
        {w.setUpSubmit}
      </Button>
    </Form>
  );
};

/** Where to go when there is nothing to set up here. */
export const NoSetUp = ({ signIn }: { signIn: boolean }) => {
  const w = usePageWords();
  return signIn ? (
    <LinkButton href="/sign-in" kind="primary" wide>
      {w.signIn}
    </LinkButton>
  ) : null;
};
