import type { FormState } from "../../../platform/http/form.ts";
import { Button, Form, LinkButton, Notice, TextInput } from "../../../ui/index.ts";
import { usePageWords } from "../words.pages.ts";
import { shown } from "./form-parts.tsx";

/** Names who is signed in while somebody else's link is used, so that nobody becomes somebody else unawares. */
export const insteadField = "instead";

interface Other {
  personId: number;
  name: string;
  email: string | null;
}

const SignedInAsOther = ({ other, email }: { other: Other; email: string }) => {
  const w = usePageWords();
  return (
    <>
      <input type="hidden" name={insteadField} value={String(other.personId)} />
      <Notice tone="warning" title={w.otherTitle({ name: other.name })}>
        {w.otherText({ name: other.name, email })}
      </Notice>
    </>
  );
};

const StayAsOther = ({ other }: { other: Other }) => {
  const w = usePageWords();
  return (
    <LinkButton href="/" kind="quiet" wide>
      {w.stayOther({ name: other.name })}
    </LinkButton>
  );
};

interface SignInByLinkProps {
  state: FormState;
  action: string;
  email: string;
  /** Who is signed in here, if it is not the link's person. */
  other: Other | undefined;
}

// The link itself changes nothing: mail scanners open links before people do, and would use them up.
export const SignInByLink = ({ state, action, email, other }: SignInByLinkProps) => {
  const w = usePageWords();
  return (
    <Form {...shown("sign-in-by-link", state)} action={action} turbo={false}>
      {other ? <SignedInAsOther other={other} email={email} /> : <p>{w.linkPageText({ email })}</p>}
      <Button kind="primary" wide>
        {other ? w.goOnAs({ email }) : w.linkPageSubmit}
      </Button>
      {other && <StayAsOther other={other} />}
    </Form>
  );
};

interface SetPasswordProps extends SignInByLinkProps {
  minimum: number;
}

export const SetPasswordForm = ({ state, action, email, minimum, other }: SetPasswordProps) => {
  const w = usePageWords();
  return (
    <Form {...shown("set-password", state)} action={action} turbo={false}>
      {other && <SignedInAsOther other={other} email={email} />}
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
      {other && <StayAsOther other={other} />}
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
