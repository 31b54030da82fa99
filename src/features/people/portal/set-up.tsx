import { act } from "../../../platform/act.ts";
import { system } from "../../../platform/actor.ts";
import type { Phrase } from "../../../platform/i18n/index.ts";
import { anyone } from "../../../platform/http/access.ts";
import { freshForm, type FormState } from "../../../platform/http/form.ts";
import { get, page, post, type Ask, type Page, type Route } from "../../../platform/http/route.ts";
import { answerForm } from "../../../platform/http/submit.ts";
import { findDesk, timeZones } from "../../desk-settings/index.ts";
import { setUp } from "../actions/set-up.ts";
import { isSetUpToken } from "../auth/set-up-link.ts";
import { setUpPath } from "../rules/access.ts";
import { NoSetUp, SetUpForm } from "../views/set-up.tsx";
import { phrase } from "../words.ts";
import { pageWords } from "../words.pages.ts";
import { deviceOf, goOn } from "./session.ts";

const tokenOf = ({ params }: Ask): string => params["token"] ?? "";

// The zone of the machine is a better guess than any; a machine without one says UTC.
const guessedTimeZone = (): string => {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return timeZone === "UTC" || !timeZones.includes(timeZone) ? "Europe/Berlin" : timeZone;
};

/** As shipped; the desk that would say otherwise does not exist yet. */
const passwordMinimum = 10;

/** Why there is nothing to set up here; undefined when there is. */
const obstacle = async (ask: Ask): Promise<{ phrase: Phrase; isDone: boolean } | undefined> => {
  if (await findDesk(ask.context.db)) return { phrase: phrase("alreadySetUp"), isDone: true };
  return isSetUpToken(ask.context, tokenOf(ask)) ? undefined : { phrase: phrase("wrongSetUpLink"), isDone: false };
};

const setUpPage = async (ask: Ask, state: FormState = freshForm()): Promise<Page> => {
  const { locale } = ask.actor;
  const w = pageWords[locale];
  const stop = await obstacle(ask);
  if (stop)
    return page(stop.isDone ? w.setUpDoneTitle : w.setUpTitle, <NoSetUp signIn={stop.isDone} />, {
      status: stop.isDone ? 410 : 404,
      card: { about: stop.phrase.say(locale) },
    });
  return page(
    w.setUpTitle,
    <SetUpForm
      state={state}
      action={setUpPath(tokenOf(ask))}
      locale={locale}
      timeZone={guessedTimeZone()}
      minimum={passwordMinimum}
    />,
    { card: { about: w.setUpAbout, size: "lg" } },
  );
};

export const setUpRoutes: readonly Route[] = [
  get(setUpPath(":token"), anyone, (ask) => setUpPage(ask)),
  post(setUpPath(":token"), anyone, async (ask) => {
    if (await obstacle(ask)) return setUpPage(ask);
    return answerForm(ask, {
      run: () =>
        act(ask.context.db, system("set-up", ask.actor.locale), setUp, { ...ask.form.values(), device: deviceOf(ask) }),
      done: (signedIn) => {
        const text = pageWords[signedIn.actor.locale].welcome({ desk: ask.form.text("deskName").trim() });
        // How the desk works is the first thing to say of it.
        return goOn(ask, signedIn, { wish: "/admin/presets", flash: { text, tone: "success" } });
      },
      again: (state) => setUpPage(ask, state),
    });
  }),
];
