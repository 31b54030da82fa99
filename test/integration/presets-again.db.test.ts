import { expect, test } from "vitest";
import { features } from "../../src/app/features.ts";
import { choosePresets } from "../../src/features/presets/actions/choose-presets.ts";
import type { PresetKey } from "../../src/features/presets/rules/index.ts";
import { changeType, listTicketTypes, saveStage } from "../../src/features/ticket-types/index.ts";
import type { Tx } from "../../src/platform/db/db.ts";
import { castIn, perform, type Cast } from "../support/cast.ts";
import { inRollback } from "../support/db.ts";
import { startHouse } from "../support/house.ts";
import { valuesIn, wordsOf } from "../support/portal.ts";

const typeOf = async (tx: Tx, key: string) => (await listTicketTypes(tx)).find((type) => type.key === key)!;

const desk = (run: (scene: { tx: Tx; cast: Cast }) => Promise<void>) => () =>
  inRollback(async (tx) => run({ tx, cast: await castIn(tx) }));

const choose = ({ tx, cast }: { tx: Tx; cast: Cast }, presets: readonly PresetKey[], more: object = {}) =>
  perform(tx, cast.ada, choosePresets, { presets, ...more });

test(
  "choosing again leaves alone what an administrator has changed, says so, and changes it only when asked to",
  desk(async (scene) => {
    const { tx, cast } = scene;
    expect((await choose(scene, ["partners"])).left).toEqual([]);
    const { id: ticketTypeId, stages } = await typeOf(tx, "second_level");
    await perform(tx, cast.ada, changeType, { ticketTypeId, needsApproval: false, reopenDays: "3" });
    const [stage] = stages;
    await perform(tx, cast.ada, saveStage, { ticketTypeId, stageId: stage!.id, nameEn: "Look", nameDe: "Ansehen" });
    const { left } = await choose(scene, ["partners"]);
    expect(left.map(({ preset, setting, is, wanted }) => [preset, setting, is, wanted])).toContainEqual([
      "partners",
      "needsApproval",
      false,
      true,
    ]);
    const kept = await typeOf(tx, "second_level");
    expect(kept).toMatchObject({ needsApproval: false, reopenDays: 3 });
    expect(kept.stages).toHaveLength(stages.length);
    await choose(scene, ["partners"], { overwrite: "on" });
    expect((await typeOf(tx, "second_level")).needsApproval).toBe(true);
  }),
);

test(
  "a preset fills what nobody has touched",
  desk(async (scene) => {
    const { tx, cast } = scene;
    const { id: ticketTypeId } = await typeOf(tx, "second_level");
    await perform(tx, cast.ada, changeType, { ticketTypeId, nameEn: "Partner case", nameDe: "Partnerfall" });
    expect((await choose(scene, ["partners"])).left).toEqual([]);
    expect(await typeOf(tx, "second_level")).toMatchObject({ needsApproval: true, names: { en: "Partner case" } });
  }),
);

test(
  "of two presets that share a type, the later one changes nothing of the earlier one's unsaid",
  desk(async (scene) => {
    const { tx } = scene;
    await choose(scene, ["care_packages"]);
    const before = await listTicketTypes(tx);
    const { left } = await choose(scene, ["levels"]);
    const after = await listTicketTypes(tx);
    const shared = before.find(({ key }) => key === "service_request")!;
    expect(left.length).toBeGreaterThan(0);
    for (const { setting, type } of left) {
      expect(type).toEqual(shared.names);
      expect(after.find(({ key }) => key === shared.key)).toHaveProperty(setting, shared[setting as "teamId"]);
    }
  }),
);

test("the page says before anything is done what would stay, and does it when it is sent once more", async () => {
  const own = ["desk-settings", "outgoing-mail", "people", "approvals"];
  const { as, cast, db } = await startHouse(...features.filter(({ name }) => !own.includes(name)));
  const ada = await as(cast.ada);
  const path = "/admin/presets";
  expect((await ada.post(path, { presets: "partners" })).status).toBe(303);
  const { id } = await db.transaction().execute((tx) => typeOf(tx, "second_level"));
  await db.transaction().execute((tx) => perform(tx, cast.ada, changeType, { ticketTypeId: id, needsApproval: false }));
  const asked = await ada.post(path, { presets: "partners" });
  expect(asked.status).toBe(422);
  expect(wordsOf(asked)).toMatch(/Approved solution: stays “no”; “Second level for partners” would make it “yes”/);
  const approval = async () => (await db.transaction().execute((tx) => typeOf(tx, "second_level"))).needsApproval;
  expect(await approval()).toBe(false);
  const sent = { presets: "partners", previewed: valuesIn(asked, "previewed")[0] ?? "" };
  expect((await ada.post(path, sent)).status).toBe(303);
  expect(await approval()).toBe(false);
  expect((await ada.post(path, { ...sent, overwrite: "on" })).status).toBe(303);
  expect(await approval()).toBe(true);
});
