import { expect, test } from "vitest";
import { features } from "../../src/app/features.ts";
import { seedDemo } from "../../src/app/demo/seed.ts";
import { addMailAddress } from "../../src/features/mail-addresses/index.ts";
import { setMailbox } from "../../src/features/mailboxes/index.ts";
import { addPerson, giveAccess } from "../../src/features/people/index.ts";
import { addSupplier } from "../../src/features/suppliers/index.ts";
import { act } from "../../src/platform/act.ts";
import { formsIn, type ShownForm } from "../../src/platform/http/form-fields.ts";
import { us } from "../support/cast.ts";
import { testContext } from "../support/context.ts";
import { freshDb } from "../support/db.ts";
import { secret } from "../support/people.ts";
import { startWeb, type Visit } from "../support/web.ts";

// Two people change the same settings. Every form of the administration and the profile is found by following links, so that a
// new one is held to this as well.

/** Forms that make something new, or ask for what is stored nowhere to be shown: there is nothing of a colleague's in them. */
const adding = new Set(["add-products", "add-versions", "add-modules", "type", "member", "password", "presets-form"]);

/** Nothing in them is a text that a test could write something else into; what they choose merges as all else does. */
const onlyChoices = ["/admin/ticket-types/n kind", "/admin/ticket-types/n/statuses statuses"];

/** Some that the walk must have met, or it walks nowhere. */
const expected = [
  "/profile profile",
  "/admin/desk desk",
  "/admin/people/n person",
  "/admin/organisations/n organisation",
  "/admin/teams/n team",
  "/admin/packages/n package",
  "/admin/calendars/n calendar",
  "/admin/service-levels/n service-level",
  "/admin/canned-answers/n canned-answer",
  "/admin/mail-addresses/n mail-address",
  "/admin/mail-addresses/n/mailbox mailbox",
  "/admin/suppliers/n supplier",
  "/admin/priorities priorities",
  "/admin/products/n product",
  "/admin/products/n/versions/n version",
  "/admin/products/n/modules/n module",
  "/admin/ticket-types/n facts",
  "/admin/ticket-types/n closing",
  "/admin/ticket-types/n/fields/n field",
  "/admin/ticket-types/n/stages/n stage",
  "/admin/development-statuses/n development",
];

interface Found {
  path: string;
  form: ShownForm;
}

const start = async () => {
  const context = await testContext(await freshDb());
  await act(context.db, us, seedDemo(context), {});
  const { visit } = await startWeb(context, features);
  const enter = async (name: string): Promise<Visit> => {
    const email = `${name.toLowerCase()}@helfer.example`;
    const browser = visit();
    const { personId } = await act(context.db, us, addPerson, { name, email, role: "administrator", locale: "en" });
    await act(context.db, us, giveAccess, { personId, password: secret });
    expect((await browser.post("/sign-in", { email, password: secret })).status).toBe(303);
    return browser;
  };
  const supplier = { name: "Druckwerk", mailAddress: "help@werk.example", customerNumber: "K-1", locale: "de" };
  await act(context.db, us, addSupplier, supplier);
  const { addressId } = await act(context.db, us, addMailAddress, { address: "sales@helfer.example", name: "Sales" });
  await act(context.db, us, setMailbox, { ...mailbox, addressId });
  const ada = await enter("Ada");
  const ann = await enter("Ann");
  const elsewhere = visit();
  await elsewhere.post("/sign-in", { email: "ada@helfer.example", password: secret });
  return { ada, ann, elsewhere };
};

const mailbox = {
  host: "imap.example.org",
  port: 993,
  security: "tls",
  username: "sales@helfer.example",
  signIn: "password",
  sealedSecret: "sealed",
  folder: "INBOX",
};

/** One page of each shape (`/admin/teams/2` stands for all teams). */
const shapeOf = (path: string): string => path.replace(/\?.*/, "").replaceAll(/\d+/g, "n");

const walk = async (visit: Visit, starts: readonly string[]): Promise<Found[]> => {
  const found: Found[] = [];
  const shapes = new Set(starts.map(shapeOf));
  const queue = [...starts];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const { body } = await visit.get(path);
    for (const form of formsIn(body)) if (form.attributes["method"] === "post") found.push({ path, form });
    for (const [, href = ""] of body.matchAll(/href="(\/(?:admin|profile)[^"#?]*)/g)) {
      if (shapes.has(shapeOf(href))) continue;
      shapes.add(shapeOf(href));
      queue.push(href);
    }
  }
  return found;
};

const isMerging = ({ form }: Found): boolean => form.attributes["data-merges"] !== undefined;

/** Buttons carry hidden facts only. */
const isForPeople = ({ form }: Found): boolean =>
  [...form.fields.values()].some(({ values, said }) => said !== "" || values.every((value) => value === ""));

/** The list of development statuses ends with the form for another one. */
const isOnList = ({ path, form }: Found): boolean =>
  path.endsWith("/development-statuses") && form.id === "development";

const nameOf = ({ path, form }: Found): string => `${shapeOf(path)} ${form.id}`;

/** Another value that the form takes, too; `turn` makes them different. */
const otherThan = (value: string, turn: number): string => {
  if (/^\d+$/.test(value)) return String(Number(value) + turn);
  if (/^\d\d:\d\d$/.test(value)) return value.replace(/\d$/, String(turn));
  if (/^\d+ \w+$/.test(value)) return value.replace(/^\d+/, (count) => String(Number(count) + turn));
  return `${value} ${turn}`;
};

const textsIn = (form: ShownForm): string[] =>
  [...form.fields].flatMap(([name, { values, said }]) =>
    name !== "email" &&
    said !== "" &&
    values.length === 1 &&
    values[0] === said &&
    !/[@#{]|^\d{4}-|\.example$|^[a-z]+(\.[a-z]+)+$/.test(said)
      ? [name]
      : [],
  );

const valueIn = (form: ShownForm, field: string): string => form.fields.get(field)?.values[0] ?? "";

const formAt = async (visit: Visit, { path, form }: Found): Promise<ShownForm> => {
  const { body } = await visit.get(path);
  const now = formsIn(body).find(({ id }) => id === form.id);
  if (!now) throw new Error(`${path} has no form ${form.id} any more`);
  return now;
};

const sentBy = (form: ShownForm, own: Record<string, string>): Record<string, readonly string[]> => ({
  ...Object.fromEntries([...form.fields].map(([name, { values }]) => [name, values])),
  ...Object.fromEntries(Object.entries(own).map(([name, value]) => [name, [value]])),
});

/** Sends a form; where the page first says what the change would mean, once more. */
const send = async (visit: Visit, form: ShownForm, own: Record<string, string>) => {
  const action = form.attributes["action"] ?? "";
  const answer = await visit.post(action, sentBy(form, own));
  const again = formsIn(answer.body).find(({ id }) => id === form.id);
  if (answer.status !== 422 || !again?.fields.has("previewed")) return { ...answer, again };
  return { ...(await visit.post(action, sentBy(again, {}))), again };
};

const unescaped = (html: string): string =>
  html.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&amp;", "&");

/** Everything that a person may send there to change what stands there already. */
const changingForms = async (visit: Visit): Promise<Found[]> =>
  (await walk(visit, ["/admin", "/profile"])).filter(
    (each) => isForPeople(each) && !each.path.endsWith("/new") && !adding.has(each.form.id) && !isOnList(each),
  );

test("no settings form loses what a colleague changed meanwhile", { timeout: 240_000 }, async () => {
  const { ada, ann: colleague, elsewhere } = await start();
  const forms = await changingForms(ada);
  expect(forms.filter((each) => !isMerging(each)).map(nameOf)).toEqual([]);
  expect(forms.map(nameOf)).toEqual(expect.arrayContaining(expected));
  const untried: string[] = [];
  for (const each of forms) {
    // One's own profile changes in another window.
    const ann = each.path === "/profile" ? elsewhere : colleague;
    const [field, other] = textsIn(each.form);
    if (field === undefined) untried.push(nameOf(each));
    else await collide({ ada, ann, each, field });
    if (field !== undefined && other !== undefined) await meet({ ada, ann, each, fields: [field, other] });
  }
  expect(untried).toEqual(onlyChoices);
});

interface Two {
  ada: Visit;
  ann: Visit;
  each: Found;
}

/** Both change the same: the later one is asked, with her words kept, and has it when she sends them again. */
const collide = async ({ ada, ann, each, field }: Two & { field: string }): Promise<void> => {
  const name = nameOf(each);
  const shown = await formAt(ann, each);
  const before = valueIn(shown, field);
  const [theirs, own] = [otherThan(before, 1), otherThan(before, 2)];
  expect((await send(ada, await formAt(ada, each), { [field]: theirs })).status, name).toBe(303);
  const late = await send(ann, shown, { [field]: own });
  expect(late.status, name).toBe(409);
  expect(unescaped(late.body), name).toContain(`now “${theirs}”`);
  expect(late.again && valueIn(late.again, field), name).toBe(own);
  expect(valueIn(await formAt(ann, each), field), name).toBe(theirs);
  expect(late.again && (await send(ann, late.again, {})).status, name).toBe(303);
  expect(valueIn(await formAt(ann, each), field), name).toBe(own);
};

/** Each changes something else: both hold. */
const meet = async ({ ada, ann, each, fields: [one, other] }: Two & { fields: [string, string] }): Promise<void> => {
  const name = nameOf(each);
  const shown = await formAt(ann, each);
  const [first, second] = [otherThan(valueIn(shown, one), 1), otherThan(valueIn(shown, other), 1)];
  expect((await send(ada, await formAt(ada, each), { [one]: first })).status, name).toBe(303);
  expect((await send(ann, shown, { [other]: second })).status, name).toBe(303);
  const now = await formAt(ada, each);
  expect([valueIn(now, one), valueIn(now, other)], name).toEqual([first, second]);
};

test("who asks to change what somebody else has changed meanwhile is told who it was, and what it is now", async () => {
  const { ada, ann } = await start();
  for (const [path, id, field] of [
    ["/admin/teams/1", "team", "name"],
    ["/admin/ticket-types/1", "facts", "nameEn"],
    ["/admin/packages/1", "package", "nameEn"],
  ] as const) {
    const form = formsIn((await ada.get(path)).body).find((each) => each.id === id)!;
    const shown = valueIn(form, field);
    await send(
      ann,
      formsIn((await ann.get(path)).body).find((each) => each.id === id)!,
      { [field]: `${shown} of Ann` },
    );
    const refused = await send(ada, form, { [field]: `${shown} of Ada` });
    expect(refused.status).toBe(409);
    expect(unescaped(refused.body)).toContain(`Ann has changed this, too, meanwhile: it is now “${shown} of Ann”.`);
  }
});
