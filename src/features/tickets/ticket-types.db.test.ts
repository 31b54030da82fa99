import { describe, expect, it } from "vitest";
import { perform } from "../../../test/support/cast.ts";
import { startPortal, wordsOf } from "../../../test/support/portal.ts";
import { scene } from "../../../test/support/scene.ts";
import { act } from "../../platform/act.ts";
import { Forbidden } from "../../platform/errors.ts";
import { listEvents } from "../../platform/events.ts";
import {
  addField,
  changeType,
  endDevelopmentStatus,
  endField,
  endType,
  getTicketType,
  listDevelopmentStatuses,
  listTicketTypes,
} from "../ticket-types/index.ts";
import { askCustomer } from "./actions/ask-customer.ts";
import { changeFields } from "./actions/change-fields.ts";
import { changeTypeStatuses } from "./actions/change-type-statuses.ts";
import { listTimeline } from "./store/timeline.ts";

const pages = [
  "/admin/ticket-types",
  "/admin/ticket-types/2",
  "/admin/ticket-types/2/statuses",
  "/admin/ticket-types/2/form",
  "/admin/ticket-types/2/fields/new",
  "/admin/ticket-types/2/fields/1",
  "/admin/ticket-types/2/procedure",
  "/admin/ticket-types/2/stages/new",
  "/admin/priorities",
  "/admin/development-statuses",
  "/admin/development-statuses/1",
];

describe("the settings of ticket types", () => {
  it("are for administrators only, and open in both languages", async () => {
    const { as, cast } = await startPortal();
    const [ada, ann, cy, visitor] = [await as(cast.ada), await as(cast.ann), await as(cast.cy), await as()];
    for (const path of pages) {
      expect((await visitor.get(path)).location).toMatch(/^\/sign-in/);
      expect((await cy.get(path)).status).toBe(403);
      expect((await ann.get(path)).status).toBe(403);
      expect((await ada.get(path)).status).toBe(200);
    }
    for (const path of ["/admin/ticket-types/99", "/admin/ticket-types/2/fields/99", "/admin/development-statuses/x"])
      expect((await ada.get(path)).status).toBe(404);
    expect((await cy.post("/admin/ticket-types", { nameEn: "X", nameDe: "X" })).status).toBe(403);
  });

  it("add a type, set it, and write down what was before and what is now", async () => {
    const { as, cast, context } = await startPortal();
    const ada = await as(cast.ada);
    const added = await ada.post("/admin/ticket-types", { nameEn: "Return", nameDe: "Rücksendung" });
    expect(added.location).toBe("/admin/ticket-types/7");
    await ada.post("/admin/ticket-types/7", {
      nameEn: "Return",
      nameDe: "Retoure",
      hintEn: "",
      hintDe: "",
      creators: "members",
      teamId: String(cast.firstLevel),
      asksProduct: "required",
      hasRating: "on",
    });
    expect(await getTicketType(context.db, 7)).toMatchObject({
      key: "return",
      names: { en: "Return", de: "Retoure" },
      creators: "members",
      teamId: cast.firstLevel,
      hasPriority: false,
      hasRating: true,
      asksProduct: "required",
    });
    const [, changed] = await listEvents(context.db, { kind: "ticket-type", id: 7 });
    expect(changed?.payload["changes"]).toEqual({
      names: { from: { en: "Return", de: "Rücksendung" }, to: { en: "Return", de: "Retoure" } },
      creators: {
        from: { en: "Every customer", de: "Alle Kunden" },
        to: { en: "Customers who belong to an organisation", de: "Kunden, die zu einer Organisation gehören" },
      },
      teamId: { from: null, to: "First level" },
      asksProduct: { from: { en: "Not asked", de: "Wird nicht gefragt" }, to: { en: "Required", de: "Erforderlich" } },
      hasPriority: { from: true, to: false },
    });
  });

  it("say what closing does in a sentence, and bring a refused form back as it was", async () => {
    const { as, cast } = await startPortal();
    const ada = await as(cast.ada);
    expect(wordsOf(await ada.get("/admin/ticket-types/1"))).toContain("After 25 days of waiting");
    const days = { remindAfterDays: "3", closeAfterDays: "many", closeResolvedAfterDays: "", reopenDays: "0" };
    const refused = await ada.post("/admin/ticket-types/1/closing", days);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('value="many"');
    await ada.post("/admin/ticket-types/1/closing", { ...days, closeAfterDays: "1" });
    const words = wordsOf(await ada.get("/admin/ticket-types/1"));
    expect(words).toContain("After 3 days of waiting, the customer is reminded");
    expect(words).toContain("1 day later it closes");
    expect(words).toContain("A resolved ticket stays resolved");
    expect(words).toContain("Only agents reopen");
  });

  it("keep a type that customers may open", async () => {
    const { as, cast, context } = await startPortal();
    const ada = await as(cast.ada);
    for (const id of [1, 2]) await ada.post(`/admin/ticket-types/${id}/end`, { to: "retire" });
    const refused = await ada.post("/admin/ticket-types/3/end", { to: "retire" });
    expect(refused.status).toBe(409);
    expect(wordsOf(refused)).toContain("no type would be left");
    await expect(act(context.db, cast.ada, changeType, { ticketTypeId: 3, creators: "agents" })).rejects.toThrow(
      "ticketTypes.noTypeLeft",
    );
    expect((await listTicketTypes(context.db)).filter(({ isRetired }) => isRetired)).toHaveLength(2);
  });
});

describe("questions", () => {
  const question = { nameEn: "Which printer?", nameDe: "Welcher Drucker?", kind: "choice", audience: "customers" };
  const options = { optionKey: ["", ""], optionEn: ["Laser", "Ink"], optionDe: ["Laser", "Tinte"] };

  it("are added, hang on one another, and are refused where nobody would be asked", async () => {
    const { as, cast, context } = await startPortal();
    const ada = await as(cast.ada);
    const fields = async () => (await getTicketType(context.db, 1)).fields;
    const bare = await ada.post("/admin/ticket-types/1/fields", question);
    expect(bare.status).toBe(422);
    expect(wordsOf(bare)).toContain("Without options there is nothing to choose");
    expect(bare.body).toContain('value="Welcher Drucker?"');
    await ada.post("/admin/ticket-types/1/fields", { ...question, ...options });
    await ada.post("/admin/ticket-types/1/fields", {
      ...question,
      nameEn: "Which colours?",
      nameDe: "Welche Farben?",
      kind: "line",
      condition: ["which_printer:ink"],
      isRequired: "on",
    });
    const [printer, colours] = await fields();
    expect(printer).toMatchObject({ key: "which_printer", options: [{ key: "laser" }, { key: "ink", de: "Tinte" }] });
    expect(colours).toMatchObject({ isRequired: true, condition: { field: "which_printer", isAnyOf: ["ink"] } });

    const up = await ada.post(`/admin/ticket-types/1/fields/${colours!.id}/move`, { to: "up" });
    expect(up.status).toBe(409);
    expect(wordsOf(up)).toContain("“Which colours?” hangs on “Which printer?”, so it has to stand below it");
    const retired = await ada.post(`/admin/ticket-types/1/fields/${printer!.id}/end`, { to: "retire" });
    expect(retired.status).toBe(409);
    const withoutInk = { ...question, optionKey: ["laser", "ink"], optionEn: ["Laser", ""], optionDe: ["Laser", ""] };
    const gone = await ada.post(`/admin/ticket-types/1/fields/${printer!.id}`, withoutInk);
    expect(gone.status).toBe(409);
    expect(wordsOf(gone)).toContain("“Which colours?” hangs on the answer “Ink” to “Which printer?”");
    expect((await fields()).map(({ isRetired }) => isRetired)).toEqual([false, false]);

    await ada.post(`/admin/ticket-types/1/fields/${colours!.id}/end`, { to: "retire" });
    await ada.post(`/admin/ticket-types/1/fields/${printer!.id}`, withoutInk);
    expect((await fields())[0]?.options).toMatchObject([{ key: "laser" }, { key: "ink", isRetired: true }]);
    await ada.post(`/admin/ticket-types/1/fields/${printer!.id}`, {
      ...question,
      optionKey: ["laser"],
      optionEn: ["Laser"],
      optionDe: ["Laser"],
      optionBack: "ink",
    });
    expect((await fields())[0]?.options).toMatchObject([{ key: "laser" }, { key: "ink", isRetired: false }]);
  });

  it(
    "stay where they are answered: a retired one is no longer asked, its answers remain",
    scene(async ({ tx, cast: { ada, ann }, ticketId, ticket }) => {
      const { fieldId } = await perform(tx, ada, addField, {
        ticketTypeId: 1,
        kind: "line",
        nameEn: "Machine",
        nameDe: "Maschine",
      });
      await perform(tx, ann, changeFields, { ticketId, customFields: { machine: "B 12" } });
      await perform(tx, ada, endField, { ticketTypeId: 1, fieldId, to: "retire" });
      expect((await ticket()).customFields).toEqual({ machine: "B 12" });
      await perform(tx, ann, changeFields, { ticketId, subject: "Another one", customFields: {} });
      expect((await ticket()).customFields).toEqual({ machine: "B 12" });
    }),
  );

  it("show in the preview what hangs on an answer that was tried", async () => {
    const { as, cast } = await startPortal();
    const ada = await as(cast.ada);
    const asked =
      /<fieldset class="asked"[^>]*(hidden)[^>]*>(?:(?!<\/fieldset>)[^])*name="customFields.affected_users"/;
    expect((await ada.get("/admin/ticket-types/2/form")).body).toMatch(asked);
    expect((await ada.get("/admin/ticket-types/2/form?customFields.affected=some_users")).body).not.toMatch(asked);
  });
});

describe("a status that tickets are in", () => {
  const without = (status: string) => ({
    ticketTypeId: 1,
    statuses: ["open", "assigned", "in_progress", "waiting", "on_hold", "resolved", "closed", "cancelled"].filter(
      (each) => each !== status,
    ) as "open"[],
  });

  it(
    "stays, unless the tickets are moved along",
    scene(async ({ tx, cast: { ada, ann }, ticketId }) => {
      await perform(tx, ann, askCustomer, { ticketId });
      await expect(perform(tx, ada, changeTypeStatuses, without("waiting"))).rejects.toThrow("tickets.ticketsInStatus");
    }),
  );

  it(
    "goes with them, and each says so",
    scene(async ({ tx, cast: { ada, ann }, ticketId, ticket }) => {
      await perform(tx, ann, askCustomer, { ticketId });
      await perform(tx, ada, changeTypeStatuses, { ...without("waiting"), movesTickets: true });
      expect((await ticket()).status).toBe("open");
      expect((await listTimeline(tx, ann, await ticket())).at(-1)).toMatchObject({
        name: "ticket.changed",
        changes: { status: { from: "waiting", to: "open" } },
      });
    }),
  );

  it("keeps the ticket on the page that says where they are", async () => {
    const { as, cast, open } = await startPortal();
    await open(cast.cy);
    const ada = await as(cast.ada);
    const body = { statuses: ["assigned"], "statusNames.assigned.de": "Vergeben" };
    expect((await ada.post("/admin/ticket-types/1/statuses", body)).status).toBe(422);
    const saved = await ada.post("/admin/ticket-types/1/statuses", { ...body, "statusNames.assigned.en": "Given" });
    expect(saved.location).toBe("/admin/ticket-types/1/statuses");
    const page = await ada.get("/admin/ticket-types/1/statuses");
    expect(page.body).toContain('href="/desk?status=open&amp;type=service_request"');
    expect(page.body).toContain('value="Vergeben"');
  });

  it(
    "is taken out by administrators only",
    scene(async ({ tx, cast: { ann } }) => {
      await expect(perform(tx, ann, changeTypeStatuses, without("waiting"))).rejects.toThrow(Forbidden);
    }),
  );
});

describe("development statuses", () => {
  it("can be chosen until they are retired, and what has one keeps it", async () => {
    const { as, cast, context, open } = await startPortal();
    const ada = await as(cast.ada);
    const taken = await ada.post("/admin/development-statuses", { nameEn: "backlog", nameDe: "Vorrat" });
    expect(taken.status).toBe(422);
    await ada.post("/admin/development-statuses", { nameEn: "In review", nameDe: "In Prüfung", mailsCustomers: "on" });
    const { id } = (await listDevelopmentStatuses(context.db)).at(-1)!;
    const { ticketId } = await open(cast.cy);
    await act(context.db, cast.ann, changeFields, { ticketId, developmentStatusId: id });
    await act(context.db, cast.ada, endDevelopmentStatus, { id, to: "retire" });
    const other = await open(cast.cy);
    await expect(
      act(context.db, cast.ann, changeFields, { ticketId: other.ticketId, developmentStatusId: id }),
    ).rejects.toMatchObject({ fields: { developmentStatusId: { key: "tickets.developmentStatusRetired" } } });
    await act(context.db, cast.ann, changeFields, { ticketId, developmentStatusId: id, subject: "Still the same" });
    const cy = await as(cast.cy);
    expect(wordsOf(await cy.get("/requests/10001"))).toContain("In review");
    expect(wordsOf(await ada.get(`/admin/development-statuses/${id}`))).toContain("1 ticket");
  });
});

describe("criteria of priorities", () => {
  it("are changed together, and only what differs is written down", async () => {
    const { as, cast, context } = await startPortal();
    const ada = await as(cast.ada);
    const all = Object.fromEntries(
      ["low", "medium", "high", "blocker"].flatMap((priority) =>
        ["en", "de"].map((language) => [`criteria.${priority}.${language}`, `${priority} ${language}`]),
      ),
    );
    const refused = await ada.post("/admin/priorities", { ...all, "criteria.high.de": "" });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain("blocker en");
    await ada.post("/admin/priorities", all);
    await ada.post("/admin/priorities", { ...all, "criteria.high.de": "Dringend" });
    const events = await listEvents(context.db, { kind: "priority", id: 3 });
    expect(events.at(-1)?.payload["changes"]).toEqual({
      criteria: { from: { en: "high en", de: "high de" }, to: { en: "high en", de: "Dringend" } },
    });
    expect(await listEvents(context.db, { kind: "priority", id: 1 })).toHaveLength(1);
  });
});

it(
  "a retired type is no longer opened, and its tickets go on",
  scene(async ({ tx, cast: { ada, ann }, ticketId, ticket }) => {
    await perform(tx, ada, endType, { ticketTypeId: 1, to: "retire" });
    await perform(tx, ann, askCustomer, { ticketId });
    expect((await ticket()).status).toBe("waiting");
  }),
);
