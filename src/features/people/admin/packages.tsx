import { randomUUID } from "node:crypto";
import { administrators } from "../../../platform/http/access.ts";
import { freshForm, type FormState } from "../../../platform/http/form.ts";
import { get, page, post, type Ask, type Page, type Route } from "../../../platform/http/route.ts";
import { submit } from "../../../platform/http/submit.ts";
import { addPackage } from "../actions/add-package.ts";
import { changePackage } from "../actions/change-package.ts";
import { restorePackage } from "../actions/restore-package.ts";
import { retirePackage } from "../actions/retire-package.ts";
import { getPackage, listPackages } from "../store/packages.ts";
import { packageUses } from "../store/seats.ts";
import { NewPackagePage, packageHref, PackageList, PackagePage, packagesPath } from "../views/package-pages.tsx";
import { adminWords } from "../words.admin.ts";
import { historyOf, idOf, saying } from "./asked.ts";

const section = packagesPath;

const listPage = async ({ context: { db }, actor }: Ask): Promise<Page> => {
  const [packages, uses] = await Promise.all([listPackages(db), packageUses(db)]);
  return page(adminWords[actor.locale].packages, <PackageList {...{ packages, uses }} />, { width: "wide", section });
};

const newPage = ({ actor }: Ask, state: FormState = freshForm()): Page =>
  page(adminWords[actor.locale].addPackage, <NewPackagePage state={state} once={randomUUID()} />, { section });

const packagePage = async (ask: Ask, state: FormState = freshForm()): Promise<Page> => {
  const { db } = ask.context;
  const carePackage = await getPackage(db, idOf(ask));
  const subject = { kind: "care-package", id: carePackage.id };
  const [uses, history] = await Promise.all([packageUses(db), historyOf(db, subject)]);
  return page(
    carePackage.names[ask.actor.locale],
    <PackagePage {...{ carePackage, use: uses.get(carePackage.id), state, ...history }} />,
    { section, usesOf: subject },
  );
};

/** A button that does one thing to the package. */
const button = (
  path: string,
  action: typeof retirePackage | typeof restorePackage,
  word: "packageWasRetired" | "packageWasRestored",
): Route =>
  post(`${packagesPath}/:id/${path}`, administrators, (ask) =>
    submit(ask, {
      action,
      input: { packageId: idOf(ask) },
      done: () => saying(packageHref(idOf(ask)), adminWords[ask.actor.locale][word]),
      again: (state) => packagePage(ask, state),
    }),
  );

export const packageRoutes: readonly Route[] = [
  get(packagesPath, administrators, listPage),
  get(`${packagesPath}/new`, administrators, (ask) => newPage(ask)),
  post(packagesPath, administrators, (ask) =>
    submit(ask, {
      action: addPackage,
      input: ask.form.values(),
      done: ({ packageId }) =>
        saying(
          packageHref(packageId),
          adminWords[ask.actor.locale].packageAdded({ name: ask.form.text("nameEn").trim() }),
        ),
      again: (state) => newPage(ask, state),
    }),
  ),
  get(`${packagesPath}/:id`, administrators, (ask) => packagePage(ask)),
  post(`${packagesPath}/:id`, administrators, (ask) =>
    submit(ask, {
      action: changePackage,
      input: { ...ask.form.values(), packageId: idOf(ask) },
      done: () => saying(packageHref(idOf(ask)), adminWords[ask.actor.locale].saved),
      again: (state) => packagePage(ask, state),
    }),
  ),
  button("retire", retirePackage, "packageWasRetired"),
  button("restore", restorePackage, "packageWasRestored"),
];
