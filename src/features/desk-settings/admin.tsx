import { administrators } from "../../platform/http/access.ts";
import { freshForm, type FormState } from "../../platform/http/form.ts";
import { get, page, post, redirectSaying, type Ask, type Page, type Route } from "../../platform/http/route.ts";
import { submit } from "../../platform/http/submit.ts";
import { changeDesk } from "./actions/change-desk.ts";
import { getDesk } from "./store.ts";
import { DeskPage, deskPath } from "./views/desk-page.tsx";
import { phrase, words } from "./words.ts";

const deskPage = async ({ context, actor }: Ask, state: FormState = freshForm()): Promise<Page> =>
  page(words[actor.locale].settings, <DeskPage desk={await getDesk(context.db)} state={state} />, {
    section: deskPath,
  });

export const deskRoutes: readonly Route[] = [
  get(deskPath, administrators, (ask) => deskPage(ask)),
  post(deskPath, administrators, (ask) =>
    submit(ask, {
      action: changeDesk,
      input: ask.form.values(),
      done: () => redirectSaying(ask, deskPath, phrase("saved")),
      again: (state) => deskPage(ask, state),
    }),
  ),
];
