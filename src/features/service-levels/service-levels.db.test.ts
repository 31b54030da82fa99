import { describe, expect, it, onTestFinished } from "vitest";
import { castIn, castOf, perform } from "../../../test/support/cast.ts";
import { freshDb, inRollback } from "../../../test/support/db.ts";
import { startDesk } from "../../../test/support/people.ts";
import { act } from "../../platform/act.ts";
import type { Actor } from "../../platform/actor.ts";
import { Forbidden, Invalid, NotFound } from "../../platform/errors.ts";
import { useClock } from "../../platform/time.ts";
import { listPackages } from "../people/index.ts";
import { listTicketTypes } from "../ticket-types/index.ts";
import { listCalendars } from "../working-time/index.ts";
import { addTarget } from "./actions/add-target.ts";
import { changeTarget } from "./actions/change-target.ts";
import { endTarget } from "./actions/end-target.ts";
import { getTarget, listTargets, listTargetsInForce } from "./store.ts";

const promise = { firstResponse: "1 h", nextResponse: "4", resolution: "16 h", warnBefore: "25 %" };

const wrongFields = async (refused: Promise<unknown>): Promise<Record<string, string>> => {
  const error: unknown = await refused.catch((thrown: unknown) => thrown);
  if (!(error instanceof Invalid)) throw error;
  return Object.fromEntries(Object.entries(error.fields).map(([field, { key }]) => [field, key]));
};

describe("service levels", () => {
  it("are kept by administrators only", () =>
    inRollback(async (tx) => {
      const { ada, mo, ann, cy } = await castIn(tx);
      const { targetId } = await perform(tx, ada, addTarget, promise);
      const attempts: readonly ((actor: Actor) => Promise<unknown>)[] = [
        (actor) => perform(tx, actor, addTarget, { ...promise, priority: "low" }),
        (actor) => perform(tx, actor, changeTarget, { targetId, ...promise, resolution: "1 h" }),
        (actor) => perform(tx, actor, endTarget, { targetId }),
      ];
      for (const actor of [mo, ann, cy])
        for (const attempt of attempts) await expect(attempt(actor)).rejects.toThrow(Forbidden);
    }));

  it("are read as people write them", () =>
    inRollback(async (tx) => {
      const { ada } = await castIn(tx);
      const [gold] = (await listPackages(tx)).filter(({ names }) => names.en === "Gold");
      const [type] = await listTicketTypes(tx);
      const [calendar] = await listCalendars(tx);
      const { targetId } = await perform(tx, ada, addTarget, {
        ...promise,
        packageId: gold!.id,
        typeId: type!.id,
        priority: "blocker",
        calendarId: calendar!.id,
        resolution: "1 h 30 min",
      });
      expect(await getTarget(tx, targetId)).toMatchObject({
        packageId: gold!.id,
        typeId: type!.id,
        priority: "blocker",
        calendarId: calendar!.id,
        minutes: { first_response: 60, next_response: 240, resolution: 90 },
        warnBefore: { percent: 25 },
        until: null,
      });
    }));

  it.each([
    [{ firstResponse: "soon" }, { firstResponse: "service-levels.notADuration" }],
    [{ warnBefore: "100 %" }, { warnBefore: "service-levels.notAWarning" }],
    [{ firstResponse: "", nextResponse: "", resolution: "" }, { firstResponse: "service-levels.nothingPromised" }],
    [{ packageId: 999_999 }, { packageId: "service-levels.notOffered" }],
    [{ typeId: "999999" }, { typeId: "service-levels.notOffered" }],
    [{ calendarId: 999_999 }, { calendarId: "service-levels.notOffered" }],
  ])("do not take %j", (change, problems) =>
    inRollback(async (tx) => {
      const { ada } = await castIn(tx);
      expect(await wrongFields(perform(tx, ada, addTarget, { ...promise, ...change }))).toEqual(problems);
    }),
  );

  it("are replaced when they change, so that what was promised stays known", () =>
    inRollback(async (tx) => {
      const { ada } = await castIn(tx);
      let time = new Date("2026-06-01T12:00:00Z");
      onTestFinished(useClock(() => time));
      const { targetId } = await perform(tx, ada, addTarget, promise);
      time = new Date("2026-07-01T12:00:00Z");
      const { targetId: newId } = await perform(tx, ada, changeTarget, { targetId, ...promise, resolution: "8 h" });
      expect(newId).not.toBe(targetId);
      expect((await listTargets(tx)).map(({ minutes, since, until }) => [minutes.resolution, since, until])).toEqual([
        [960, new Date("2026-06-01T12:00:00Z"), time],
        [480, time, null],
      ]);
      // The old one cannot be changed any longer, and saving the same changes nothing.
      await expect(perform(tx, ada, changeTarget, { targetId, ...promise })).rejects.toThrow(NotFound);
      const same = await perform(tx, ada, changeTarget, { targetId: newId, ...promise, resolution: "480 min" });
      expect(same.targetId).toBe(newId);
      await perform(tx, ada, endTarget, { targetId: newId });
      expect(await listTargetsInForce(tx)).toEqual([]);
      const events = await tx
        .selectFrom("events")
        .select("name")
        .where("subject_kind", "=", "service-level")
        .orderBy("id")
        .execute();
      expect(events.map(({ name }) => name)).toEqual([
        "service-level.added",
        "service-level.changed",
        "service-level.ended",
      ]);
    }));

  it("are promised once for the same tickets, also when two do it at the same time", async () => {
    const { db } = await freshDb();
    const { ada } = await castOf(db);
    const outcomes = await Promise.allSettled([act(db, ada, addTarget, promise), act(db, ada, addTarget, promise)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const [target] = await listTargetsInForce(db);
    await Promise.allSettled(
      ["1 h", "2 h", "3 h"].map((resolution) =>
        act(db, ada, changeTarget, { targetId: target!.id, ...promise, resolution }),
      ),
    );
    expect(await listTargetsInForce(db)).toHaveLength(1);
  });
});

describe("the pages of service levels", () => {
  it("are for administrators only", async () => {
    const { visit, signedIn, db, cast } = await startDesk();
    const { targetId } = await act(db, cast.ada, addTarget, promise);
    const own = `/admin/service-levels/${targetId}`;
    const cy = await signedIn("cy@acme.example");
    for (const path of ["/admin/service-levels", "/admin/service-levels/new", own]) {
      expect((await visit().get(path)).location).toMatch(/^\/sign-in/);
      expect((await cy.get(path)).status).toBe(403);
    }
    for (const path of ["/admin/service-levels", own, `${own}/end`])
      expect((await cy.post(path, promise)).status).toBe(403);
  });

  it("add, show, change and retire a service level, and say in the calendar that it is used", async () => {
    const { signedIn, db } = await startDesk();
    const ada = await signedIn("ada@desk.example");
    expect((await ada.get("/admin/service-levels")).body).toContain("No service level yet");
    const [calendar] = await listCalendars(db);
    const form = { ...promise, priority: "blocker", calendarId: String(calendar!.id) };
    expect(await ada.post("/admin/service-levels", form)).toMatchObject({
      status: 303,
      location: "/admin/service-levels",
    });
    const list = (await ada.get("/admin/service-levels")).body;
    expect(list).toContain("Blocker");
    expect(list).toContain("16 h");
    expect((await ada.get(`/admin/calendars/${calendar!.id}`)).body).toContain("1 service level<");
    const [target] = await listTargetsInForce(db);
    const own = `/admin/service-levels/${target!.id}`;
    const wrong = await ada.post(own, { ...form, resolution: "one day" });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('value="one day"');
    expect(wrong.body).toContain("Write working time");
    const changed = await ada.post(own, { ...form, resolution: "8 h" });
    expect(changed.status).toBe(303);
    expect((await ada.get(changed.location)).body).toContain('value="8 h"');
    expect((await ada.get(own)).body).toContain(`action="${changed.location}"`);
    expect((await ada.post(`${changed.location}/end`, {})).status).toBe(303);
    expect((await ada.get("/admin/service-levels")).body).toContain("No service level yet");
  });

  it("refuse a second one for the same tickets", async () => {
    const { signedIn } = await startDesk();
    const ada = await signedIn("ada@desk.example");
    await ada.post("/admin/service-levels", promise);
    const again = await ada.post("/admin/service-levels", promise);
    expect(again.status).toBe(422);
    expect(again.body).toContain("Change that one instead");
  });
});
