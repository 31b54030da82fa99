import { describe, expect, it } from "vitest";
import { castIn, perform, type Cast } from "../../../test/support/cast.ts";
import { inRollback } from "../../../test/support/db.ts";
import type { Tx } from "../../platform/db/db.ts";
import { Conflict, Forbidden, Invalid, NotFound } from "../../platform/errors.ts";
import { addParts } from "./actions/add-parts.ts";
import { addProducts } from "./actions/add-products.ts";
import { changeModule } from "./actions/change-module.ts";
import { changeProduct } from "./actions/change-product.ts";
import { changeVersion } from "./actions/change-version.ts";
import { endEntry } from "./actions/end-entry.ts";
import { moveEntry } from "./actions/move-entry.ts";
import { getProduct, listProducts, productsByIds } from "./store/products.ts";

/** An ERP with three versions and two modules, and a till without either. */
const scene = (run: (scene: { tx: Tx; cast: Cast; erp: number; till: number }) => Promise<void>) => () =>
  inRollback(async (tx) => {
    const cast = await castIn(tx);
    const { added } = await perform(tx, cast.ada, addProducts, { lines: "ERP\nTill" });
    const [erp = 0, till = 0] = added.map(({ id }) => id);
    await perform(tx, cast.ada, addParts, { productId: erp, part: "version", lines: "15.0\n14.2; 2026-03-01\n14.1" });
    await perform(tx, cast.ada, addParts, { productId: erp, part: "module", lines: "Sales\nStock" });
    await run({ tx, cast, erp, till });
  });

const eventsIn = async (tx: Tx): Promise<string[]> =>
  (await tx.selectFrom("events").select("name").where("subject_kind", "=", "product").orderBy("id").execute()).map(
    ({ name }) => name,
  );

describe("products", () => {
  it(
    "come as a pasted list, in its order, and what is there already stays",
    scene(async ({ tx, cast }) => {
      const outcome = await perform(tx, cast.ada, addProducts, { lines: "erp\n\nKiosk\nKiosk\n" });
      expect(outcome).toMatchObject({ added: [{ name: "Kiosk" }], known: 1 });
      expect((await listProducts(tx)).map(({ name }) => name)).toEqual(["ERP", "Till", "Kiosk"]);
      await expect(perform(tx, cast.ada, addProducts, { lines: " \n" })).rejects.toThrow(Invalid);
      await expect(perform(tx, cast.ada, addProducts, { lines: "x".repeat(121) })).rejects.toThrow(Invalid);
    }),
  );

  it(
    "know their versions with days, and modules",
    scene(async ({ tx, cast, erp }) => {
      const product = await getProduct(tx, erp);
      expect(product.versions.map(({ name, releasedOn }) => [name, releasedOn])).toEqual([
        ["15.0", null],
        ["14.2", "2026-03-01"],
        ["14.1", null],
      ]);
      expect(product.modules.map(({ name, versionIds }) => [name, versionIds])).toEqual([
        ["Sales", []],
        ["Stock", []],
      ]);
      expect([...(await productsByIds(tx, [erp, erp, 999_999])).keys()]).toEqual([erp]);
      await expect(
        perform(tx, cast.ada, addParts, { productId: erp, part: "version", lines: "16.0; soon" }),
      ).rejects.toMatchObject({ fields: { lines: { key: "products.notADay" } } });
    }),
  );

  it(
    "are changed by field, and a name stands once",
    scene(async ({ tx, cast, erp, till }) => {
      const { versions, modules } = await getProduct(tx, erp);
      const [first, second] = versions;
      await perform(tx, cast.ada, changeProduct, { productId: erp, name: "ERP 2" });
      await perform(tx, cast.ada, changeVersion, {
        productId: erp,
        versionId: first!.id,
        name: "15",
        releasedOn: "2026-10-01",
      });
      await perform(tx, cast.ada, changeModule, {
        productId: erp,
        moduleId: modules[1]!.id,
        name: "Stock",
        versionIds: [first!.id, second!.id],
      });
      const product = await getProduct(tx, erp);
      expect(product.name).toBe("ERP 2");
      expect(product.versions[0]).toMatchObject({ name: "15", releasedOn: "2026-10-01" });
      expect(product.modules[1]?.versionIds).toEqual([first!.id, second!.id]);
      const names = await eventsIn(tx);
      await perform(tx, cast.ada, changeModule, {
        productId: erp,
        moduleId: modules[1]!.id,
        name: "Stock",
        versionIds: [second!.id, first!.id],
      });
      expect(await eventsIn(tx)).toEqual(names);
      await expect(perform(tx, cast.ada, changeProduct, { productId: erp, name: "TILL" })).rejects.toMatchObject({
        fields: { name: { key: "products.nameTaken" } },
      });
      expect(till).toBeGreaterThan(0);
    }),
  );

  it(
    "never take a part of another product",
    scene(async ({ tx, cast, erp, till }) => {
      const { versions, modules } = await getProduct(tx, erp);
      const foreign = { productId: till, name: "X", versionIds: [versions[0]!.id] };
      await expect(perform(tx, cast.ada, changeModule, { ...foreign, moduleId: modules[0]!.id })).rejects.toThrow(
        NotFound,
      );
      const { added } = await perform(tx, cast.ada, addParts, { productId: till, part: "module", lines: "Cash" });
      await expect(perform(tx, cast.ada, changeModule, { ...foreign, moduleId: added[0]!.id })).rejects.toThrow(
        NotFound,
      );
    }),
  );

  it(
    "are put in order",
    scene(async ({ tx, cast, erp, till }) => {
      const move = (kind: "product" | "version" | "module", id: number, to: "up" | "down") =>
        perform(tx, cast.ada, moveEntry, { productId: kind === "product" ? id : erp, kind, id, to });
      const { versions } = await getProduct(tx, erp);
      await move("product", till, "up");
      await move("product", till, "up");
      await move("version", versions[0]!.id, "down");
      expect((await listProducts(tx)).map(({ name }) => name)).toEqual(["Till", "ERP"]);
      expect((await getProduct(tx, erp)).versions.map(({ name }) => name)).toEqual(["14.2", "15.0", "14.1"]);
      expect((await eventsIn(tx)).filter((name) => name.endsWith("moved"))).toEqual([
        "product.moved",
        "product.version_moved",
      ]);
    }),
  );

  it(
    "are retired and brought back, or deleted as long as nothing names them",
    scene(async ({ tx, cast, erp }) => {
      const { versions, modules } = await getProduct(tx, erp);
      const end = (kind: "product" | "version" | "module", id: number, to: "retire" | "restore" | "delete") =>
        perform(tx, cast.ada, endEntry, { productId: erp, kind, id, to });
      await end("version", versions[2]!.id, "retire");
      await end("product", erp, "retire");
      expect(await getProduct(tx, erp)).toMatchObject({ isRetired: true, versions: [{}, {}, { isRetired: true }] });
      await end("product", erp, "restore");
      await end("version", versions[2]!.id, "delete");
      expect((await getProduct(tx, erp)).versions).toHaveLength(2);
      await perform(tx, cast.ada, changeModule, {
        productId: erp,
        moduleId: modules[0]!.id,
        name: "Sales",
        versionIds: [versions[0]!.id],
      });
      await expect(end("version", versions[0]!.id, "delete")).rejects.toThrow(Conflict);
      await end("product", erp, "delete");
      expect((await listProducts(tx)).map(({ name }) => name)).toEqual(["Till"]);
      expect((await eventsIn(tx)).slice(-5)).toEqual([
        "product.retired",
        "product.restored",
        "product.version_deleted",
        "product.module_changed",
        "product.deleted",
      ]);
    }),
  );

  it(
    "are the administrators' affair",
    scene(async ({ tx, cast, erp }) => {
      for (const actor of [cast.cy, cast.ann, cast.mo]) {
        await expect(perform(tx, actor, addProducts, { lines: "X" })).rejects.toThrow(Forbidden);
        await expect(
          perform(tx, actor, endEntry, { productId: erp, kind: "product", id: erp, to: "delete" }),
        ).rejects.toThrow(Forbidden);
      }
    }),
  );
});
