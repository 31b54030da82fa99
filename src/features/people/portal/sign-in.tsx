import { isSignedIn } from "../../../platform/actor.ts";
import { anyone } from "../../../platform/http/access.ts";
import { freshForm, type FormState } from "../../../platform/http/form.ts";
import { get, page, post, redirect, type Ask, type Page, type Route } from "../../../platform/http/route.ts";
import { answerForm, submit } from "../../../platform/http/submit.ts";
import { act } from "../../../platform/act.ts";
import { askForLink } from "../actions/ask-for-link.ts";
import { register } from "../actions/register.ts";
import { signOut } from "../actions/sign-out.ts";
import { dropSession, sessionCookie } from "../auth/cookies.ts";
import { signInByPassword } from "../auth/sign-in.ts";
import { landingOf } from "../rules/landing.ts";
import { AskForm, Register, RegisterForm, Sent, SignInForm, SignInInstead } from "../views/sign-in.tsx";
import { pageWords } from "../words.pages.ts";
import { deviceOf, goOn } from "./session.ts";

const signInPage = ({ actor }: Ask, state: FormState, next: string): Page => {
  const w = pageWords[actor.locale];
  return page(w.signIn, <SignInForm state={state} next={next} />, {
    card: { about: w.signInAbout, below: <Register /> },
  });
};

const byPassword: readonly Route[] = [
  get("/sign-in", anyone, (ask) => {
    const next = ask.query.get("next") ?? "";
    return isSignedIn(ask.actor) ? redirect(landingOf(ask.actor, next)) : signInPage(ask, freshForm(), next);
  }),
  post("/sign-in", anyone, (ask) => {
    const next = ask.form.text("next");
    return answerForm(ask, {
      run: () => signInByPassword(ask.context, { ...ask.form.values(), device: deviceOf(ask) }),
      done: (signedIn) => goOn(ask, signedIn, { wish: next }),
      again: (state) => signInPage(ask, state, next),
    });
  }),
  post("/sign-out", anyone, async (ask) => {
    const token = ask.cookies[sessionCookie];
    if (token) await act(ask.context.db, ask.actor, signOut, { token });
    return {
      ...redirect("/", { text: pageWords[ask.actor.locale].signedOut, tone: "success" }),
      cookies: [dropSession(ask.baseUrl)],
    };
  }),
];

const linkPage = ({ actor }: Ask, state: FormState): Page => {
  const w = pageWords[actor.locale];
  return page(w.linkTitle, <AskForm state={state} action="/sign-in/link" submit={w.sendLink} />, {
    card: { about: w.linkAbout, below: <Register /> },
  });
};

const forgottenPage = ({ actor }: Ask, state: FormState): Page => {
  const w = pageWords[actor.locale];
  return page(w.forgottenTitle, <AskForm state={state} action="/password" submit={w.sendLink} />, {
    card: { about: w.forgottenAbout },
  });
};

const sentPage = ({ actor }: Ask, againHref: string): Page => {
  const w = pageWords[actor.locale];
  return page(w.sentTitle, <Sent againHref={againHref} />, { card: { about: w.sentText } });
};

/** Asking for a link by mail: the page, the form, and the same answer for every address. */
const asking = (
  path: string,
  purpose: "sign_in" | "set_password",
  pageWith: (ask: Ask, state: FormState) => Page,
): readonly Route[] => [
  get(path, anyone, (ask) => pageWith(ask, freshForm())),
  get(`${path}/sent`, anyone, (ask) => sentPage(ask, path)),
  post(path, anyone, (ask) =>
    submit(ask, {
      action: askForLink,
      input: { ...ask.form.values(), purpose, ip: ask.ip },
      done: () => redirect(`${path}/sent`),
      again: (state) => pageWith(ask, state),
    }),
  ),
];

const registerPage = ({ actor }: Ask, state: FormState): Page => {
  const w = pageWords[actor.locale];
  return page(w.registerTitle, <RegisterForm state={state} />, {
    card: { about: w.registerAbout, below: <SignInInstead /> },
  });
};

const registration: readonly Route[] = [
  get("/register", anyone, (ask) => registerPage(ask, freshForm())),
  get("/register/sent", anyone, (ask) => sentPage(ask, "/register")),
  post("/register", anyone, (ask) =>
    submit(ask, {
      action: register,
      input: { ...ask.form.values(), ip: ask.ip },
      done: () => redirect("/register/sent"),
      again: (state) => registerPage(ask, state),
    }),
  ),
];

export const signInRoutes: readonly Route[] = [
  ...byPassword,
  ...asking("/sign-in/link", "sign_in", linkPage),
  ...asking("/password", "set_password", forgottenPage),
  ...registration,
];
