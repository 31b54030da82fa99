import { describe, expect, it } from "vitest";
import { startHouse } from "../../../test/support/house.ts";
import { productAdminRoutes } from "./admin/routes.tsx";
import { productsFeature } from "./feature.ts";
import { listProducts } from "./store/products.ts";
import type { Entry } from "./types.ts";

const start = (used: (entry: Entry) => number = () => 0) =>
  startHouse({
    ...productsFeature,
    routes: { admin: productAdminRoutes(async () => (entry) => ({ count: used(entry), href: "/desk?product=1" })) },
  });

describe("the pages of the products", () => {
  it("are for administrators only", async () => {
    const { as, cast, visit } = await start();
    const mo = await as(cast.mo);
    const cy = await as(cast.cy);
    for (const path of ["/admin/products", "/admin/products/1", "/admin/products/1/versions/1"]) {
      expect((await visit().get(path)).location).toMatch(/^\/sign-in/);
      expect((await cy.get(path)).status).toBe(403);
      expect((await mo.get(path)).status).toBe(403);
    }
    for (const path of ["", "/1", "/1/parts", "/1/move", "/1/end", "/1/versions/1", "/1/modules/1"])
      expect((await cy.post(`/admin/products${path}`, { lines: "X", name: "X" })).status).toBe(403);
  });

  it("take a pasted list once, and hand back what cannot be taken", async () => {
    const { as, cast, db } = await start();
    const ada = await as(cast.ada);
    expect((await ada.get("/admin/products")).body).toContain("No product yet");
    const form = { lines: "ERP\nTill", once: crypto.randomUUID() };
    expect(await ada.post("/admin/products", form)).toMatchObject({ status: 303, location: "/admin/products" });
    await ada.post("/admin/products", form);
    const [erp] = await listProducts(db);
    expect((await listProducts(db)).map(({ name }) => name)).toEqual(["ERP", "Till"]);
    const at = `/admin/products/${erp!.id}`;
    const refused = await ada.post(`${at}/parts`, { part: "version", lines: "15.0; soon" });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain("15.0; soon</textarea>");
    expect(refused.body).toContain("“soon” is no day");
    expect((await ada.post(`${at}/parts`, { part: "version", lines: "15.0; 2026-03-01" })).status).toBe(303);
    expect((await ada.post(`${at}/parts`, { part: "module", lines: "Sales" })).status).toBe(303);
    const shown = (await ada.get(at)).body;
    expect(shown).toMatch(/15\.0.*Mar.*2026.*Sales.*all versions/s);
    expect((await ada.post(at, { name: "Till" })).status).toBe(422);
    for (const path of ["/admin/products/999", "/admin/products/x", `${at}/versions/999`, `${at}/modules/0`])
      expect((await ada.get(path)).status).toBe(404);
  });

  it("show where an entry is used, and offer to delete only what is not", async () => {
    const { as, cast, db } = await start(({ kind }) => (kind === "version" ? 3 : 0));
    const ada = await as(cast.ada);
    await ada.post("/admin/products", { lines: "ERP" });
    const [{ id } = { id: 0 }] = await listProducts(db);
    const at = `/admin/products/${id}`;
    await ada.post(`${at}/parts`, { part: "version", lines: "15.0" });
    await ada.post(`${at}/parts`, { part: "module", lines: "Sales" });
    const { body } = await ada.get(at);
    expect(body).toContain('<a class="text-link" href="/desk?product=1">3 tickets</a>');
    expect(body.match(/value="delete"/g)).toHaveLength(1);
    expect(body.match(/value="retire"/g)).toHaveLength(2);
  });

  it("change, order and end entries, with a history of it", async () => {
    const { as, cast, db } = await start();
    const ada = await as(cast.ada);
    await ada.post("/admin/products", { lines: "ERP" });
    const [{ id } = { id: 0 }] = await listProducts(db);
    const at = `/admin/products/${id}`;
    await ada.post(`${at}/parts`, { part: "version", lines: "15.0\n14.2" });
    await ada.post(`${at}/parts`, { part: "module", lines: "Sales" });
    const product = async () => (await listProducts(db))[0]!;
    const [first, second] = (await product()).versions;
    const [module] = (await product()).modules;
    await ada.post(`${at}/versions/${first!.id}`, { name: "15.0", releasedOn: "2026-09-01" });
    await ada.post(`${at}/modules/${module!.id}`, { name: "Sales", versionIds: [String(second!.id)] });
    await ada.post(`${at}/move`, { kind: "version", id: String(second!.id), to: "up" });
    expect(await product()).toMatchObject({
      versions: [{ name: "14.2" }, { name: "15.0", releasedOn: "2026-09-01" }],
      modules: [{ versionIds: [second!.id] }],
    });
    const refused = await ada.post(`${at}/end`, { kind: "version", id: String(second!.id), to: "delete" });
    expect(refused.status).toBe(409);
    expect(refused.body).toContain("“Sales” exists in this version only");
    await ada.post(`${at}/end`, { kind: "version", id: String(first!.id), to: "retire" });
    expect((await ada.get(at)).body).toMatch(/Version retired: 15\.0/);
    expect(await ada.post(`${at}/end`, { kind: "product", id: String(id), to: "delete" })).toMatchObject({
      status: 303,
      location: "/admin/products",
    });
    expect(await listProducts(db)).toEqual([]);
  });
});
