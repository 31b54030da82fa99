import { expect, it } from "vitest";
import { startPortal } from "../../../../test/support/portal.ts";
import { deskRoutes } from "../desk.ts";

const places: Readonly<Record<string, string>> = {
  ":number": "10001",
  ":id": "1",
  ":name": "a.txt",
  ":kind": "note",
  ":messageId": "1",
};
const addressOf = (path: string): string => path.replaceAll(/:\w+/g, (name) => places[name] ?? "");

it("is closed to everybody but agents, at every address", async () => {
  const { as, cast, open, eventNames } = await startPortal();
  await open(cast.cy);
  const visitor = await as();
  const cy = await as(cast.cy);
  expect(deskRoutes.length).toBeGreaterThan(25);
  for (const { method, path } of deskRoutes) {
    const address = addressOf(path);
    const send = (browser: typeof cy) =>
      method === "GET" ? browser.get(address) : browser.post(address, { verb: "close", text: "x" });
    const unknown = await send(visitor);
    expect([address, unknown.status, unknown.location.startsWith("/sign-in?next=")]).toEqual([address, 303, true]);
    expect([address, (await send(cy)).status]).toEqual([address, 403]);
  }
  expect(await eventNames()).toEqual(["ticket.opened"]);
});

it("knows nothing of tickets that do not exist, or were never submitted", async () => {
  const { as, cast, open } = await startPortal();
  await open(cast.mo, { requesterId: cast.cy.personId, isDraft: true, typeKey: "field_service" });
  const ann = await as(cast.ann);
  for (const { method, path } of deskRoutes.filter((route) => route.path.includes(":number"))) {
    for (const number of ["10001", "99999", "zebra"]) {
      const address = path.replace(":number", number).replaceAll(/:\w+/g, (name) => places[name] ?? "");
      const answer = method === "GET" ? await ann.get(address) : await ann.post(address, { verb: "close", text: "x" });
      expect([address, answer.status]).toEqual([address, 404]);
    }
  }
});
