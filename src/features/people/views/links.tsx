import type { FormState } from "../../../platform/http/form.ts";
import { Button, Form, LinkButton, TextInput } from "../../../ui/index.ts";
import { usePageWords } from "../words.pages.ts";
import { shown } from "./form-parts.tsx";

// The link itself changes nothing: mail scanners open links before people do, and would use them up.
export const SignInByLink = ({ state, action, email }: { state: FormState; action: string; email: string }) => {
  const w = usePageWords();
  return (
    <Form {...shown("sign-in-by-link", state)} action={action} turbo={false}>
      <p>{w.linkPageText({ email })}</p>
      <Button kind="primary" wide>
        {w.linkPageSubmit}
      </Button>
    </Form>
  );
};

interface SetPasswordProps {
  state: FormState;
  action: string;
  email: string;
  minimum: number;
}

export const SetPasswordForm = ({ state, action, email, minimum }: SetPasswordProps) => {
  const w = usePageWords();
  return (
    <Form {...shown("set-password", state)} action={action} turbo={false}>
      {/* Tells password managers for whom they store it. */}
      <input type="hidden" name="username" value={email} autocomplete="username" />
      <TextInput
        name="password"
        type="password"
        label={w.newPassword}
        help={w.passwordHelp({ least: minimum })}
        autocomplete="new-password"
        required
        mark={false}
        autofocus
      />
      <Button kind="primary" wide>
        {w.setPasswordSubmit}
      </Button>
    </Form>
  );
};

export type LinkProblem = "linkUsed" | "linkExpired" | "linkUnknown";

interface LinkProblemProps {
  /** Posts for a new link to the same address; missing when the link is not known. */
  renewAction: string | undefined;
  /** Where one asks for a new link by giving the address. */
  askHref: string;
  refusal?: string | undefined;
}

export const LinkProblemBody = ({ renewAction, askHref, refusal }: LinkProblemProps) => {
  const w = usePageWords();
  return (
    <div class="stack">
      {refusal && (
        <p class="field-error" role="alert">
          {refusal}
        </p>
      )}
      {renewAction ? (
        <Form id="renew" action={renewAction} plain>
          <Button kind="primary" wide>
            {w.renew}
          </Button>
        </Form>
      ) : (
        <LinkButton href={askHref} kind="primary" wide>
          {w.renew}
        </LinkButton>
      )}
      <LinkButton href="/sign-in" kind="quiet" wide>
        {w.byPassword}
      </LinkButton>
    </div>
  );
};
