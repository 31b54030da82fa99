import { randomUUID } from "node:crypto";
import { administrators } from "../../platform/http/access.ts";
import { freshForm, type FormState } from "../../platform/http/form.ts";
import { get, page, post, redirectSaying, type Ask, type Page, type Route } from "../../platform/http/route.ts";
import { submit } from "../../platform/http/submit.ts";
import { listTicketTypes } from "../ticket-types/index.ts";
import { hasTickets } from "../tickets/index.ts";
import { choosePresets } from "./actions/choose-presets.ts";
import { listChosen } from "./store.ts";
import { PresetsPage, presetsPath } from "./views/presets-page.tsx";
import { phrase, words } from "./words.ts";

const presetsPage = async ({ context: { db }, actor }: Ask, state: FormState = freshForm()): Promise<Page> =>
  page(
    words[actor.locale].title,
    <PresetsPage
      chosen={await listChosen(db)}
      types={await listTicketTypes(db)}
      isNew={!(await hasTickets(db))}
      state={state}
      once={randomUUID()}
    />,
    { section: presetsPath },
  );

export const presetRoutes: readonly Route[] = [
  get(presetsPath, administrators, (ask) => presetsPage(ask)),
  post(presetsPath, administrators, (ask) =>
    submit(ask, {
      action: choosePresets,
      input: { presets: ask.form.all("presets"), retireOthers: ask.form.text("retireOthers") },
      done: () => redirectSaying(ask, "/admin/ticket-types", phrase("applied")),
      again: (state) => presetsPage(ask, state),
    }),
  ),
];
