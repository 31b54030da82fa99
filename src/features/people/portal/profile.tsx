import { act } from "../../../platform/act.ts";
import { isSignedIn } from "../../../platform/actor.ts";
import { Forbidden, NotFound } from "../../../platform/errors.ts";
import { signedIn } from "../../../platform/http/access.ts";
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
import { answerForm, submit } from "../../../platform/http/submit.ts";
import { now } from "../../../platform/time.ts";
import { getDesk } from "../../desk-settings/index.ts";
import { changeProfile } from "../actions/change-profile.ts";
import { endSessions } from "../actions/end-sessions.ts";
import { changeOwnPassword } from "../auth/change-own-password.ts";
import { sessionCookie } from "../auth/cookies.ts";
import { hashOf } from "../auth/tokens.ts";
import { findPassword } from "../store/accounts.ts";
import { getPerson } from "../store/people.ts";
import { listSessions } from "../store/sessions.ts";
import { Profile } from "../views/profile.tsx";
import { pageWords } from "../words.pages.ts";

export const profilePath = "/profile";

const profilePage = async (
  { context, actor, cookies }: Ask,
  { facts = freshForm(), password = freshForm() }: { facts?: FormState; password?: FormState } = {},
): Promise<Page> => {
  if (!isSignedIn(actor)) throw new Forbidden();
  const { db } = context;
  const token = cookies[sessionCookie];
  const person = await getPerson(db, actor.personId);
  const [desk, stored, sessions] = await Promise.all([
    getDesk(db),
    person.email === null ? undefined : findPassword(db, person.email),
    listSessions(db, { personId: person.id, at: now(), currentHash: token && hashOf(token) }),
  ]);
  return page(
    pageWords[actor.locale].profile,
    <Profile
      person={person}
      minimum={desk.passwordMinimum}
      hasPassword={stored !== undefined}
      sessions={sessions}
      facts={facts}
      password={password}
    />,
    { width: "form", section: profilePath },
  );
};

const tokenOf = ({ cookies }: Ask): string => cookies[sessionCookie] ?? "";

const saying = (
  ask: Ask,
  word: "saved" | "passwordChanged" | "sessionEnded" | "othersEnded",
  locale = ask.actor.locale,
): Answer => redirect(profilePath, { text: pageWords[locale][word], tone: "success" });

export const profileRoutes: readonly Route[] = [
  get(profilePath, signedIn, (ask) => profilePage(ask)),
  post(profilePath, signedIn, (ask) =>
    submit(ask, {
      action: changeProfile,
      input: ask.form.values(),
      // In the language that was just chosen.
      done: () => saying(ask, "saved", ask.form.text("locale") === "de" ? "de" : "en"),
      again: (facts) => profilePage(ask, { facts }),
    }),
  ),
  // Where a refused form leaves the browser; to load it again, or in another language, means the profile.
  get(`${profilePath}/password`, signedIn, () => redirect(profilePath)),
  post(`${profilePath}/password`, signedIn, (ask) =>
    answerForm(ask, {
      run: () =>
        changeOwnPassword(ask.context, ask.actor, {
          currentPassword: ask.form.text("currentPassword"),
          password: ask.form.text("password"),
          keepToken: tokenOf(ask),
          ip: ask.ip,
        }),
      done: () => saying(ask, "passwordChanged"),
      again: (password) => profilePage(ask, { password }),
    }),
  ),
  post(`${profilePath}/sessions/end`, signedIn, async (ask) => {
    await act(ask.context.db, ask.actor, endSessions, { allButToken: tokenOf(ask) });
    return saying(ask, "othersEnded");
  }),
  post(`${profilePath}/sessions/:id/end`, signedIn, async (ask) => {
    const sessionId = Number(ask.params["id"]);
    if (!Number.isSafeInteger(sessionId)) throw new NotFound();
    await act(ask.context.db, ask.actor, endSessions, { sessionId });
    return saying(ask, "sessionEnded");
  }),
];
