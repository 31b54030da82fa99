import { randomUUID } from "node:crypto";
import { administrators } from "../../platform/http/access.ts";
import { freshForm, type FormState } from "../../platform/http/form.ts";
import { get, page, post, redirectSaying, type Ask, type Page, type Route } from "../../platform/http/route.ts";
import { submitPreviewed, type Previewed } from "../../platform/http/preview.ts";
import { listTicketTypes } from "../ticket-types/index.ts";
import { hasTickets } from "../tickets/index.ts";
import { choosePresets, rehearsePresets } from "./actions/choose-presets.ts";
import { listChosen } from "./store.ts";
import { LeftAloneList } from "./views/left-alone-list.tsx";
import { presetsForm, PresetsPage, presetsPath } from "./views/presets-page.tsx";
import { phrase, words } from "./words.ts";

const presetsPage = async (
  { context: { db }, actor }: Ask,
  state: FormState = freshForm(),
  previewed?: Previewed,
): Promise<Page> =>
  page(
    words[actor.locale].title,
    <PresetsPage
      chosen={await listChosen(db)}
      types={await listTicketTypes(db)}
      isNew={!(await hasTickets(db))}
      state={state}
      previewed={previewed}
      once={randomUUID()}
    />,
    { section: presetsPath },
  );

export const presetRoutes: readonly Route[] = [
  get(presetsPath, administrators, (ask) => presetsPage(ask)),
  post(presetsPath, administrators, (ask) => {
    const { form, actor, context } = ask;
    const input = {
      presets: form.all("presets"),
      retireOthers: form.text("retireOthers"),
      overwrite: form.text("overwrite"),
    };
    return submitPreviewed(ask, {
      action: choosePresets,
      input,
      form: presetsForm,
      propose: async () => ({ presets: input.presets, left: await rehearsePresets(context.db, actor, input) }),
      meaningOf: ({ left }) => Promise.resolve({ body: <LeftAloneList left={left} />, isHarmless: left.length === 0 }),
      done: () => redirectSaying(ask, "/admin/ticket-types", phrase("applied")),
      again: (state, previewed) => presetsPage(ask, state, previewed),
    });
  }),
];
