import { describe, expect, it } from "vitest";
import { startPortal, wordsOf } from "../../../../test/support/portal.ts";
import { productsOf } from "../../../../test/support/products.ts";
import type { Answered } from "../../../../test/support/web.ts";
import { act } from "../../../platform/act.ts";
import { after, days, useClock } from "../../../platform/time.ts";
import { addNote } from "../actions/add-note.ts";
import { closeTicket } from "../actions/close-ticket.ts";

type Portal = Awaited<ReturnType<typeof startPortal>>;
const subjects = ["My fault", "My question", "My old one", "Cora’s fault", "With Cy in CC", "Eve’s"];

/** Cy has two open requests and a closed one, Cora one, Eve one, and one of Mia's has Cy in CC. */
const fill = async (portal: Portal) => {
  const { open, cast, context } = portal;
  const { fakt, konto } = await productsOf(context.db, cast.ada);
  const goBack = useClock(() => after(new Date(), -days(20)));
  const old = await open(cast.cy, { subject: "My old one" });
  await act(context.db, cast.cy, closeTicket, { ticketId: old.ticketId });
  goBack();
  const fault = await open(cast.cy, { subject: "My fault", typeKey: "malfunction", productId: fakt });
  await open(cast.cy, { subject: "My question", typeKey: "service_request", text: "Where is the manual?" });
  await open(cast.cora, { subject: "Cora’s fault", typeKey: "malfunction", productId: konto });
  await open(cast.mia, { subject: "With Cy in CC", cc: "cy@acme.example" });
  await open(cast.eve, { subject: "Eve’s" });
  return { fault, fakt };
};

/** What stands in the list itself, not in the filters above it. */
const listOf = ({ body }: Answered): string => /<tbody[^]*<\/tbody>/.exec(body)?.[0] ?? "";
const shownOn = (page: Answered): string[] => subjects.filter((subject) => listOf(page).includes(subject)).toSorted();

describe("the list of requests", () => {
  it("is for people who are signed in; agents have their own", async () => {
    const { as, cast } = await startPortal();
    expect(await (await as()).get("/requests")).toMatchObject({ status: 303, location: "/sign-in?next=%2Frequests" });
    expect(await (await as(cast.ann)).get("/requests")).toMatchObject({ status: 303, location: "/desk" });
  });

  it("shows at each address what belongs there", async () => {
    const portal = await startPortal();
    const { fakt } = await fill(portal);
    const cy = await portal.as(portal.cast.cy);
    const expected: [string, string[]][] = [
      ["/requests", ["My fault", "My question"]],
      ["/requests?status=all", ["My fault", "My old one", "My question"]],
      ["/requests?status=closed", ["My old one"]],
      ["/requests?type=malfunction", ["My fault"]],
      [`/requests?product=${fakt}`, ["My fault"]],
      ["/requests?status=all&period=7", ["My fault", "My question"]],
      ["/requests?status=all&period=30", ["My fault", "My old one", "My question"]],
      ["/requests?q=manual", ["My question"]],
      ["/requests?q=10002", ["My fault"]],
      [`/requests?q=%2310002&status=all&type=malfunction&product=${fakt}&period=7`, ["My fault"]],
      ["/requests?show=cc", ["With Cy in CC"]],
      ["/requests?show=organisation", ["Cora’s fault", "My fault", "My question", "With Cy in CC"]],
      ["/requests?show=organisation&type=malfunction", ["Cora’s fault", "My fault"]],
      ["/requests?show=nonsense&status=what&period=x&at=after-1&sort=%27", ["My fault", "My question"]],
    ];
    const shown: typeof expected = [];
    for (const [path] of expected) shown.push([path, shownOn(await cy.get(path))]);
    expect(shown).toEqual(expected);
  });

  it("shows strangers nothing of an organisation", async () => {
    const portal = await startPortal();
    await fill(portal);
    const eve = await portal.as(portal.cast.eve);
    expect(shownOn(await eve.get("/requests?show=organisation&status=all"))).toEqual(["Eve’s"]);
  });

  it("offers only what occurs to filter by, and says in the address what it shows", async () => {
    const portal = await startPortal();
    const { fakt } = await fill(portal);
    const cy = await portal.as(portal.cast.cy);
    const page = await cy.get(`/requests?status=all&product=${fakt}`);
    expect(page.body).toMatch(/<option value="\d+"[^>]*selected[^>]*>Fakt</);
    expect(page.body).not.toContain("Konto");
    expect(wordsOf(page)).not.toContain("Service call");
    expect(page.body).toContain(`href="/requests?product=${fakt}"`);
    expect(page.body).toContain('href="/requests?status=all"');
  });

  it("sorts by number and pages without showing anything twice", async () => {
    const portal = await startPortal();
    for (let count = 1; count <= 23; count++) await portal.open(portal.cast.cy, { subject: `Question ${count}.` });
    const cy = await portal.as(portal.cast.cy);
    const first = await cy.get("/requests?sort=number");
    expect(wordsOf(first)).toContain("23 requests");
    expect(wordsOf(first)).toMatch(/#10001.*#10002.*#10020/);
    const next = /href="([^"]+)"[^>]*>(?:<[^>]+>)?Next/.exec(first.body)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const second = wordsOf(await cy.get(next));
    expect(second).toMatch(/#10021.*#10023/);
    expect(second).not.toContain("#10020");
  });

  it("marks what waits for the reader and what he has not read, and counts it in the navigation", async () => {
    const portal = await startPortal();
    const { fault } = await fill(portal);
    const cy = await portal.as(portal.cast.cy);
    expect(wordsOf(await cy.get("/requests"))).not.toContain("New answer");
    await portal.reply(portal.cast.ann, fault.ticketId, { thenStatus: "waiting" });
    const before = wordsOf(await cy.get("/requests"));
    expect(before).toContain("New answer");
    expect(before).toContain("Waiting for your answer");
    expect(before).toContain("My requests 1 waiting for your answer");
    await cy.get(`/requests/${fault.number}`, { "sec-purpose": "prefetch" });
    expect(wordsOf(await cy.get("/requests"))).toContain("New answer");
    await cy.get(`/requests/${fault.number}`);
    expect(wordsOf(await cy.get("/requests"))).not.toContain("New answer");
    const coras = listOf(await (await portal.as(portal.cast.cora)).get("/requests?show=organisation"));
    expect(coras).toContain("Wartet auf Antwort");
    expect(coras).not.toContain("Wartet auf Ihre Antwort");
  });

  it("does not move a request up because of what only the desk sees", async () => {
    const portal = await startPortal();
    const { fault } = await fill(portal);
    const later = useClock(() => after(new Date(), days(1)));
    await act(portal.context.db, portal.cast.ann, addNote, { ticketId: fault.ticketId, text: "between us" });
    later();
    expect(wordsOf(await (await portal.as(portal.cast.cy)).get("/requests"))).toMatch(/My question.*My fault/);
  });

  it("says what to do where there is nothing", async () => {
    const portal = await startPortal();
    const cy = await portal.as(portal.cast.cy);
    const empty = await cy.get("/requests");
    expect(wordsOf(empty)).toContain("You have no open requests");
    expect(empty.body).toContain('href="/requests/new"');
    expect(wordsOf(await cy.get("/requests?q=unicorn"))).toContain("Nothing fits these filters");
  });
});
