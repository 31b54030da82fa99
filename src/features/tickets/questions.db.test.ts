import { describe, expect, it } from "vitest";
import { answeredFields, usualAnswers } from "../../../test/support/malfunction.ts";
import { startPortal, valuesIn, wordsOf } from "../../../test/support/portal.ts";
import { openScene, outline, printer } from "../../../test/support/ticket-mails.ts";
import { act } from "../../platform/act.ts";
import type { Context } from "../../platform/context.ts";
import { addField, listDevelopmentStatuses } from "../ticket-types/index.ts";
import { changeFields } from "./actions/change-fields.ts";
import { openTicket } from "./actions/open-ticket.ts";
import { listTimeline } from "./store/timeline.ts";
import { findTicketByNumber } from "./store/tickets.ts";

const form = "/requests/new/malfunction";
const said = { subject: "Sign-in does not work", text: "Since this morning." };
/** What a form without script says that it showed. */
const shown = (...keys: string[]) => ({ shown: ["malfunction", ...keys.map((key) => `malfunction.${key}`)] });
const above = shown("error_message", "affected", "browsers", "content");

const statusId = async ({ db }: Context, name: string): Promise<number> =>
  (await listDevelopmentStatuses(db)).find(({ names }) => names.en === name)!.id;

/** Which questions a person without script sees. */
const asked = ({ body }: { body: string }): string[] => {
  const hidden: boolean[] = [];
  const names = [...body.matchAll(/<fieldset([^>]*)>|<\/fieldset>|name="customFields\.(\w+)"/g)].flatMap(
    ([tag, attributes, name]) => {
      if (tag === "</fieldset>") hidden.pop();
      else if (attributes !== undefined) hidden.push(attributes.includes(" hidden"));
      return name !== undefined && !hidden.includes(true) ? [name] : [];
    },
  );
  return [...new Set(names)];
};

describe("the questions of a request's form", () => {
  it("are those of the type, and without script the form comes back with what an answer opens", async () => {
    const { as, cast, context } = await startPortal();
    const cy = await as(cast.cy);
    expect(asked(await cy.get(form))).toEqual(["error_message", "affected", "browsers", "content"]);
    const fields = {
      ...said,
      "customFields.error_message": "yes",
      "customFields.affected": "some_users",
      "customFields.browsers": "all_browsers",
      "customFields.content": "all_content",
    };
    const back = await cy.upload(form, { ...fields, ...above }, [new File(["x"], "picture.png")]);
    expect(back.status).toBe(422);
    expect(asked(back)).toEqual(["error_message", "har_export", "affected", "affected_users", "browsers", "content"]);
    expect(wordsOf(back)).toContain("HAR export: Your answer leads to this question.");
    expect(wordsOf(back)).toContain("Which users?: Your answer leads to this question.");
    expect(wordsOf(back)).toContain("picture.png");
    expect(back.body).toContain('value="Sign-in does not work"');

    const again = {
      ...fields,
      ...shown("error_message", "har_export", "affected", "affected_users", "browsers", "content"),
    };
    const missing = await cy.upload(form, { ...again, kept: valuesIn(back, "kept") });
    expect(missing.status).toBe(422);
    expect(wordsOf(missing)).toContain("Which users?: Fill this in.");
    expect(wordsOf(missing)).not.toContain("HAR export:");

    const done = await cy.upload(form, {
      ...again,
      "customFields.affected_users": "Cy, Cora",
      kept: valuesIn(missing, "kept"),
    });
    expect(done.location).toBe("/requests/10001?submitted=1");
    expect((await findTicketByNumber(context.db, cast.ann, 10001))?.customFields).toEqual({
      error_message: true,
      affected: "some_users",
      affected_users: "Cy, Cora",
      browsers: "all_browsers",
      content: "all_content",
    });
    const page = wordsOf(await cy.get("/requests/10001"));
    expect(page).toContain("Who is affected? Only some users");
    expect(page).toContain("Do you see a red error message? Yes");
    expect(page).not.toContain("some_users");
  });

  it("name everything that is missing at once, and take nothing that a condition hides", async () => {
    const { as, cast, context } = await startPortal();
    await act(context.db, cast.ada, addField, {
      ticketTypeId: 1,
      kind: "number",
      nameEn: "How many copies?",
      nameDe: "Wie viele Exemplare?",
      isRequired: true,
    });
    const cy = await as(cast.cy);
    const choices = { options: [{ en: "A4", de: "A4" }] };
    const more = { ticketTypeId: 1, isRequired: true };
    await act(context.db, cast.ada, addField, {
      ...more,
      kind: "choices",
      nameEn: "Paper?",
      nameDe: "Papier?",
      ...choices,
    });
    await act(context.db, cast.ada, addField, { ...more, kind: "file", nameEn: "Picture?", nameDe: "Bild?" });
    const refused = wordsOf(await cy.upload("/requests/new/service_request", {}));
    expect(refused).toMatch(/How many copies\?: Fill this in\./);
    // What is chosen or attached cannot be filled in.
    expect(refused).toContain("Paper?: Choose at least one of the options.");
    expect(refused).toContain("Picture?: Attach a file.");
    const wrong = await cy.upload("/requests/new/service_request", { "customFields.how_many_copies": "a few" });
    expect(wordsOf(wrong)).toContain("How many copies?: Write a number.");
    expect(wrong.body).toContain('value="a few"');
    const hidden = await cy.upload(form, {
      ...said,
      ...answeredFields,
      "customFields.affected_users": "Cy",
    });
    expect(hidden.location).toContain("/requests/10001");
    expect((await findTicketByNumber(context.db, cast.ann, 10001))?.customFields).toEqual({
      ...usualAnswers,
      error_message: false,
    });
  });

  it("demand of a customer what everybody needs who looks for the cause, and let him say that he does not know", async () => {
    const { as, cast } = await startPortal();
    const cy = await as(cast.cy);
    const refused = wordsOf(await cy.upload(form, { ...said, ...above }));
    for (const question of [
      "Do you see a red error message?",
      "Who is affected?",
      "In which browsers does it happen?",
      "Which content is affected?",
    ])
      expect(refused).toContain(`${question}: Choose one of the options.`);
    const unknown = { "customFields.affected": "unknown", "customFields.browsers": "unknown" };
    const sent = await cy.upload(form, { ...said, ...answeredFields, ...unknown, "customFields.content": "unknown" });
    expect(sent.location).toContain("/requests/10001");
  });

  it("fill in what the browser says of itself", async () => {
    const { as, cast } = await startPortal();
    const cy = await as(cast.cy);
    const page = await cy.get(form);
    for (const [key, value] of [
      ["browser", "Firefox"],
      ["browser_version", "140.0"],
      ["os", "Linux"],
    ])
      expect(valuesIn(page, `customFields.${key}`)).toEqual([value]);
  });

  it("attach the files that answer them, and keep them over a refusal", async () => {
    const { as, cast, context } = await startPortal();
    const cy = await as(cast.cy);
    const fields = {
      text: said.text,
      ...answeredFields,
      "customFields.error_message": "yes",
      ...shown("error_message", "har_export", "affected", "browsers", "content"),
    };
    const refused = await cy.upload(form, fields, [new File(["{}"], "shop.har")], "customFields.har_export");
    expect(refused.status).toBe(422);
    expect(valuesIn(refused, "customFields.har_export")).toContain("shop.har");
    await cy.upload(form, {
      ...fields,
      subject: said.subject,
      kept: valuesIn(refused, "kept"),
      "customFields.har_export": "shop.har",
    });
    const ticket = await findTicketByNumber(context.db, cast.ann, 10001);
    expect(ticket?.customFields).toEqual({
      ...usualAnswers,
      error_message: true,
      har_export: ["shop.har"],
    });
    const [first] = await listTimeline(context.db, cast.ann, ticket!);
    expect(first?.message?.attachments.map(({ name }) => name)).toEqual(["shop.har"]);
  });
});

describe("at the desk", () => {
  const call = { requester: "cy@acme.example", channel: "telephone", subject: "It is broken", text: "He called." };

  it("nothing has to be answered on the telephone; the ticket says what is missing, and takes it later", async () => {
    const { as, cast, context } = await startPortal();
    await act(context.db, cast.ada, addField, {
      ticketTypeId: 2,
      kind: "line",
      nameEn: "Room",
      nameDe: "Raum",
      isRequired: true,
      audience: "agents",
    });
    const ann = await as(cast.ann);
    const page = "/desk/tickets/10001";
    await ann.upload("/desk/tickets/new", { ...call, typeId: "2", ...answeredFields });
    const missing = wordsOf(await ann.get(page));
    expect(missing).toContain("One answer is missing Room");
    expect(missing).toContain("Who is affected? Everybody");
    const refused = await ann.post(`${page}/change`, {
      version: "1",
      ...shown("affected", "room"),
      "customFields.affected": "nobody",
      "customFields.room": "B 12",
    });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('value="B 12"');
    await ann.post(`${page}/change`, { version: "1", ...shown("affected", "room"), "customFields.room": "B 12" });
    expect((await findTicketByNumber(context.db, cast.ann, 10001))?.customFields).toMatchObject({ room: "B 12" });
    const words = wordsOf(await ann.get(page));
    expect(words).toContain("One answer is missing Who is affected?");
    expect(words).toContain("Who is affected?: Everybody → nothing");
    // What only agents are asked, customers never learn of.
    expect(wordsOf(await (await as(cast.cy)).get("/requests/10001"))).not.toContain("B 12");
  });

  it("the form comes back with the questions of a type that was chosen without script", async () => {
    const { as, cast } = await startPortal();
    const ann = await as(cast.ann);
    const page = await ann.get("/desk/tickets/new");
    expect(asked(page)).toEqual([]);
    const back = await ann.upload("/desk/tickets/new", { ...call, typeId: "2", shown: "service_request" });
    expect(back.status).toBe(422);
    expect(asked(back)).toEqual(["error_message", "affected", "browsers", "content"]);
    const done = await ann.upload("/desk/tickets/new", { ...call, typeId: "2", ...above });
    expect(done.location).toContain("/desk/tickets/10001");
  });

  it("the development status is chosen from the list, and the history says its names", async () => {
    const { as, cast, open, context } = await startPortal();
    const { ticketId } = await open(cast.cy);
    const ann = await as(cast.ann);
    expect((await ann.get("/desk/tickets/10001")).body).toContain("Merge &amp; Ship");
    for (const name of ["Planned", "In Progress"])
      await act(context.db, cast.ann, changeFields, { ticketId, developmentStatusId: await statusId(context, name) });
    expect(wordsOf(await ann.get("/desk/tickets/10001"))).toContain("Development status: Planned → In Progress");
  });
});

it("a development status mails those who take part where it says so, and only then", async () => {
  const { context, cy, cora, ann, after: then } = await openScene();
  const { ticketId } = await act(context.db, cy, openTicket, { ...printer, cc: [{ name: "", email: cora.email! }] });
  const reach = async (name: string) =>
    then(ann, changeFields, { ticketId, developmentStatusId: await statusId(context, name) });
  expect(await reach("Planned")).toEqual([]);
  const mails = await reach("In Progress");
  expect(outline(mails)).toEqual([`tickets.changed to ${cora.email}`, `tickets.changed to ${cy.email}`].toSorted());
  expect(mails.find(({ to }) => to === cy.email)?.text).toContain("Planned");
  expect(mails.find(({ to }) => to === cy.email)?.text).toContain("In Progress");
  expect(outline(await reach("Merge & Ship"))).toHaveLength(2);
  expect(await reach("Done")).toEqual([]);
});
