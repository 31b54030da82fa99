import { act } from "../../../platform/act.ts";
import { isSignedIn, type Agent, type Customer } from "../../../platform/actor.ts";
import type { Reader } from "../../../platform/db/db.ts";
import { Conflict, NotFound } from "../../../platform/errors.ts";
import { anyone } from "../../../platform/http/access.ts";
import { freshForm, type FormState } from "../../../platform/http/form.ts";
import {
  get,
  page,
  post,
  redirect,
  type Answer,
  type Ask,
  type Page,
  type Route,
} from "../../../platform/http/route.ts";
import { answerForm } from "../../../platform/http/submit.ts";
import { now } from "../../../platform/time.ts";
import { getDesk } from "../../desk-settings/index.ts";
import { renewLink } from "../actions/renew-link.ts";
import { signOut } from "../actions/sign-out.ts";
import { sessionCookie } from "../auth/cookies.ts";
import type { SignedIn } from "../auth/open-session.ts";
import { setPassword } from "../actions/set-password.ts";
import { signInByLink } from "../actions/sign-in-by-link.ts";
import { hashOf } from "../auth/tokens.ts";
import { setPasswordPath, signInLinkPath } from "../rules/access.ts";
import { findAccessLink, type LinkPurpose } from "../store/access-links.ts";
import { organisationsByIds } from "../store/organisations.ts";
import { getPerson } from "../store/people.ts";
import { insteadField, LinkProblemBody, SetPasswordForm, SignInByLink, type LinkProblem } from "../views/links.tsx";
import { phrase } from "../words.ts";
import { pageWords } from "../words.pages.ts";
import { deviceOf, goOn } from "./session.ts";

/** One kind of link: where it leads, and where one asks for another. */
const kinds = {
  sign_in: { path: signInLinkPath, askHref: "/sign-in/link" },
  set_password: { path: setPasswordPath, askHref: "/password" },
} as const;

const tokenOf = ({ params }: Ask): string => params["token"] ?? "";

const statuses: Record<LinkProblem, number> = { linkUnknown: 404, linkUsed: 410, linkExpired: 410 };

/** Whose the link is when it is good, else what is the matter with it. */
const readLink = async (
  db: Reader,
  { token, purpose }: { token: string; purpose: LinkPurpose },
): Promise<{ personId: number; email: string; organisationId: number | null } | { problem: LinkProblem }> => {
  const link = await findAccessLink(db, { tokenHash: hashOf(token), purpose });
  if (!link) return { problem: "linkUnknown" };
  if (link.usedAt) return { problem: "linkUsed" };
  if (link.expiresAt <= now()) return { problem: "linkExpired" };
  const { email, deactivatedAt } = await getPerson(db, link.personId);
  if (email === null || deactivatedAt) throw new NotFound();
  return { personId: link.personId, email, organisationId: link.organisationId };
};

/** Who is signed in here while the link is somebody else's: he has to say that he means it. */
const otherReader = ({ actor }: Ask, personId: number): Customer | Agent | undefined =>
  isSignedIn(actor) && actor.personId !== personId ? actor : undefined;

/** Refuses a form that would sign in as somebody else than the page said that made it. */
const refuseSilentSwitch = async (ask: Ask, purpose: LinkPurpose): Promise<void> => {
  const link = await readLink(ask.context.db, { token: tokenOf(ask), purpose });
  const other = "personId" in link ? otherReader(ask, link.personId) : undefined;
  if (other && ask.form.text(insteadField) !== String(other.personId)) throw new Conflict(phrase("signedInAsOther"));
};

/** Goes on as the link's person; whoever was signed in here before is signed out, not merely forgotten. */
const goOnInstead = async (ask: Ask, signedIn: SignedIn, options: Parameters<typeof goOn>[2] = {}): Promise<Answer> => {
  const token = ask.cookies[sessionCookie];
  if (token && otherReader(ask, signedIn.actor.personId)) await act(ask.context.db, ask.actor, signOut, { token });
  return goOn(ask, signedIn, options);
};

const problemPage = (
  ask: Ask,
  { purpose, problem, refusal }: { purpose: LinkPurpose; problem: LinkProblem; refusal?: string | undefined },
): Page => {
  const { path, askHref } = kinds[purpose];
  const w = pageWords[ask.actor.locale];
  return page(
    w.linkProblemTitle,
    <LinkProblemBody
      renewAction={problem === "linkUnknown" ? undefined : `${path(tokenOf(ask))}/renew`}
      askHref={askHref}
      refusal={refusal}
    />,
    { status: statuses[problem], card: { about: w[problem] } },
  );
};

const formPage = async (ask: Ask, purpose: LinkPurpose, state: FormState = freshForm()): Promise<Page> => {
  const { context, actor } = ask;
  const link = await readLink(context.db, { token: tokenOf(ask), purpose });
  if ("problem" in link) return problemPage(ask, { purpose, problem: link.problem });
  const w = pageWords[actor.locale];
  const action = kinds[purpose].path(tokenOf(ask));
  const { email } = link;
  const other = otherReader(ask, link.personId);
  if (purpose === "sign_in")
    return page(w.linkPageTitle, <SignInByLink {...{ state, action, email, other }} />, { card: {} });
  const { passwordMinimum: minimum } = await getDesk(context.db);
  return page(w.setPasswordTitle, <SetPasswordForm {...{ state, action, email, minimum, other }} />, {
    card: { about: await aboutPassword(ask, link) },
  });
};

/** For whom it is, and what else is agreed to by using the link. */
const aboutPassword = async (
  { context: { db }, actor }: Ask,
  { email, organisationId }: { email: string; organisationId: number | null },
): Promise<string> => {
  const w = pageWords[actor.locale];
  const inviting =
    organisationId === null ? undefined : (await organisationsByIds(db, [organisationId])).get(organisationId);
  const about = w.setPasswordAbout({ email });
  return inviting ? `${about} ${w.setPasswordAccepts({ organisation: inviting.name })}` : about;
};

const renewing = (purpose: LinkPurpose): Route =>
  post(`${kinds[purpose].path(":token")}/renew`, anyone, (ask) =>
    answerForm(ask, {
      run: () => act(ask.context.db, ask.actor, renewLink, { token: tokenOf(ask), purpose, ip: ask.ip }),
      done: () => redirect(`${kinds[purpose].askHref}/sent`),
      again: async (state) => {
        const link = await readLink(ask.context.db, { token: tokenOf(ask), purpose });
        if (!("problem" in link)) return formPage(ask, purpose, state);
        return problemPage(ask, { purpose, problem: link.problem, refusal: state.problem });
      },
    }),
  );

export const linkRoutes: readonly Route[] = [
  get(signInLinkPath(":token"), anyone, (ask) => formPage(ask, "sign_in")),
  post(signInLinkPath(":token"), anyone, (ask) =>
    answerForm(ask, {
      run: async () => {
        await refuseSilentSwitch(ask, "sign_in");
        return act(ask.context.db, ask.actor, signInByLink, { token: tokenOf(ask), device: deviceOf(ask) });
      },
      done: (signedIn) => goOnInstead(ask, signedIn),
      again: (state) => formPage(ask, "sign_in", state),
    }),
  ),
  renewing("sign_in"),
  get(setPasswordPath(":token"), anyone, (ask) => formPage(ask, "set_password")),
  post(setPasswordPath(":token"), anyone, (ask) =>
    answerForm(ask, {
      run: async () => {
        await refuseSilentSwitch(ask, "set_password");
        return act(ask.context.db, ask.actor, setPassword, {
          token: tokenOf(ask),
          password: ask.form.text("password"),
          device: deviceOf(ask),
        });
      },
      done: (signedIn) =>
        goOnInstead(ask, signedIn, { flash: { text: pageWords[signedIn.actor.locale].passwordSet, tone: "success" } }),
      again: (state) => formPage(ask, "set_password", state),
    }),
  ),
  renewing("set_password"),
];
