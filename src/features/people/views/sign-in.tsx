import type { FormState } from "../../../platform/http/form.ts";
import { Button, Form, LinkButton, TextInput } from "../../../ui/index.ts";
import { usePageWords } from "../words.pages.ts";
import { shown } from "./form-parts.tsx";

const EmailInput = ({ autofocus }: { autofocus?: boolean }) => {
  const w = usePageWords();
  return (
    <TextInput
      name="email"
      type="email"
      label={w.email}
      autocomplete="username"
      inputMode="email"
      required
      mark={false}
      autofocus={autofocus}
    />
  );
};

export const SignInForm = ({ state, next }: { state: FormState; next: string }) => {
  const w = usePageWords();
  return (
    <Form
      {...shown("sign-in", state)}
      action="/sign-in"
      turbo={false}
      labels={{ email: w.email, password: w.password }}
    >
      <input type="hidden" name="next" value={next} />
      <EmailInput autofocus={Object.keys(state.errors).length === 0} />
      <TextInput
        name="password"
        type="password"
        label={w.password}
        autocomplete="current-password"
        required
        mark={false}
      />
      <Button kind="primary" wide>
        {w.signIn}
      </Button>
      <p class="row">
        <a class="text-link" href="/sign-in/link">
          {w.byLink}
        </a>
        <a class="text-link" href="/password">
          {w.forgotten}
        </a>
      </p>
    </Form>
  );
};

/** Asks for the address to which a link goes. */
export const AskForm = ({ state, action, submit }: { state: FormState; action: string; submit: string }) => {
  const w = usePageWords();
  return (
    <Form {...shown("ask", state)} action={action} labels={{ email: w.email }}>
      <EmailInput autofocus={Object.keys(state.errors).length === 0} />
      <Button kind="primary" wide>
        {submit}
      </Button>
      <p>
        <a class="text-link" href="/sign-in">
          {w.byPassword}
        </a>
      </p>
    </Form>
  );
};

export const RegisterForm = ({ state }: { state: FormState }) => {
  const w = usePageWords();
  return (
    <Form {...shown("register", state)} action="/register" labels={{ name: w.name, email: w.email }}>
      <TextInput name="name" label={w.name} help={w.nameHelp} autocomplete="name" required mark={false} />
      <EmailInput />
      <Button kind="primary" wide>
        {w.registerSubmit}
      </Button>
    </Form>
  );
};

export const Register = () => {
  const w = usePageWords();
  return (
    <p>
      {w.noAccount}{" "}
      <a class="text-link" href="/register">
        {w.register}
      </a>
    </p>
  );
};

export const SignInInstead = () => {
  const w = usePageWords();
  return (
    <p>
      {w.haveAccount}{" "}
      <a class="text-link" href="/sign-in">
        {w.signIn}
      </a>
    </p>
  );
};

/** The same words whether or not the address is known. */
export const Sent = ({ againHref }: { againHref: string }) => {
  const w = usePageWords();
  return (
    <div class="stack">
      <p class="muted">
        {w.sentNothing}{" "}
        <a class="text-link" href={againHref}>
          {w.tryAgain}
        </a>
      </p>
      <LinkButton href="/">{w.toStart}</LinkButton>
    </div>
  );
};
