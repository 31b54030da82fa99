import { afterEach, describe, expect, it } from "vitest";
import { startDesk } from "../../../test/support/people.ts";
import { act } from "../../platform/act.ts";
import { useClock } from "../../platform/time.ts";
import { addTarget, listTargetsInForce } from "../service-levels/index.ts";
import { changeCalendar, listCalendars } from "../working-time/index.ts";
import { openTicket } from "./actions/open-ticket.ts";
import { replyToTicket } from "./actions/reply-to-ticket.ts";
import { takeTicket } from "./actions/take-ticket.ts";

let restore: (() => void) | undefined;
afterEach(() => restore?.());
/** Wall-clock time in Berlin in June 2026; the 1st is a Monday, and no holiday is near. */
const clockAt = (wall: string): void => {
  const at = Temporal.PlainDateTime.from(`2026-06-${wall}`).toZonedDateTime("Europe/Berlin");
  restore?.();
  restore = useClock(() => new Date(at.epochMilliseconds));
};

/** Two hours are promised; asked on the 15th at 17:00, so due on the 16th at 10:00; answered half an hour before. */
const withPast = async () => {
  const desk = await startDesk();
  const { db, cast } = desk;
  clockAt("15T09:00");
  await act(db, cast.ada, addTarget, { firstResponse: "2 h", warnBefore: "" });
  clockAt("15T17:00");
  const { ticketId } = await act(db, cast.cy, openTicket, { subject: "Printer at gate 3", text: "It beeps." });
  clockAt("16T09:30");
  await act(db, cast.ann, takeTicket, { ticketId });
  await act(db, cast.ann, replyToTicket, { ticketId, text: "Is it on?", holdSeconds: 0 });
  clockAt("18T12:00");
  const [calendar] = await listCalendars(db);
  const [target] = await listTargetsInForce(db);
  return { ...desk, ada: await desk.signedIn("ada@desk.example"), calendar: calendar!, target: target! };
};

/** The figure above its label. */
const figure = (body: string, label: string): string | undefined =>
  new RegExp(`${label}</dt><dd class="stat-value">(\\d+)`).exec(body)?.[1];
const known = (body: string): string => /name="previewed" value="([0-9a-f]{32})"/.exec(body)?.[1] ?? "not previewed";

describe("before another service level holds, its page", () => {
  it("says what it would have meant for past tickets, and saves what was read", async () => {
    const { ada, db, target } = await withPast();
    const path = `/admin/service-levels/${target.id}`;
    const entered = { firstResponse: "1 h", warnBefore: "" };
    const { status, body } = await ada.post(path, { ...entered, step: "preview" });
    expect(status).toBe(422);
    expect(figure(body, "would have been earlier")).toBe("1");
    expect(figure(body, "kept, would have been missed")).toBe("1");
    expect(figure(body, "missed, would have been kept")).toBe("0");
    expect(body).toMatch(/href="\/desk\/tickets\/\d+\/deadlines">#\d+ Printer at gate 3/);
    expect(body).toContain('value="1 h"');
    expect((await listTargetsInForce(db))[0]).toEqual(target);

    // Nobody has read what two other hours would mean.
    const unread = await ada.post(path, { ...entered, firstResponse: "4 h", previewed: known(body) });
    expect(unread.status).toBe(422);
    expect(figure(unread.body, "would have been later")).toBe("1");
    expect((await listTargetsInForce(db))[0]).toEqual(target);

    expect((await ada.post(path, { ...entered, previewed: known(body) })).status).toBe(303);
    expect((await listTargetsInForce(db))[0]!.minutes.first_response).toBe(60);
  });

  it("says beside it what was really agreed at the time, where that was something else", async () => {
    const { ada, db, target } = await withPast();
    const path = `/admin/service-levels/${target.id}`;
    const same = await ada.post(path, { firstResponse: "1 h", warnBefore: "", step: "preview" });
    expect(same.body).toContain("By what was really agreed at the time, 1 of these deadlines were kept and 0 missed.");
    expect(same.body).not.toContain("Agreed then");
    expect((await ada.post(path, { firstResponse: "1 h", warnBefore: "", previewed: known(same.body) })).status).toBe(
      303,
    );
    // One hour holds today, by which it would have been missed; two were agreed then, by which it was kept.
    const [changed] = await listTargetsInForce(db);
    const again = { firstResponse: "30 min", warnBefore: "", step: "preview" };
    const { body } = await ada.post(`/admin/service-levels/${changed!.id}`, again);
    expect(figure(body, "kept, would have been missed")).toBe("0");
    expect(body).toContain("1 of these deadlines were kept and 0 missed.");
    const row = body
      .slice(body.indexOf("What would change most"))
      .replaceAll(/<[^>]+>/g, " ")
      .replaceAll(/\s+/g, " ");
    expect(row).toMatch(/Agreed then Today With your change/);
    expect(row).toMatch(/10:00 kept .*(09:00|18:00) missed .* missed/);
  });

  it("asks nobody to read that nothing would have been different", async () => {
    const { ada, db, target } = await withPast();
    const saved = await ada.post(`/admin/service-levels/${target.id}`, { firstResponse: "2 h", warnBefore: "30 min" });
    expect(saved.status).toBe(303);
    const elsewhere = await ada.post("/admin/service-levels", { firstResponse: "1 h", priority: "blocker" });
    expect(elsewhere.status).toBe(303);
    expect(await listTargetsInForce(db)).toHaveLength(2);
  });

  it("says what it would mean to promise nothing any longer", async () => {
    const { ada, db, target } = await withPast();
    const { status, body } = await ada.post(`/admin/service-levels/${target.id}/end`, {});
    expect(status).toBe(422);
    expect(figure(body, "would not exist")).toBe("1");
    expect(await listTargetsInForce(db)).toHaveLength(1);
    await ada.post(`/admin/service-levels/${target.id}/end`, { previewed: known(body) });
    expect(await listTargetsInForce(db)).toHaveLength(0);
  });

  it("still says at the field what is wrong", async () => {
    const { ada, target } = await withPast();
    const { status, body } = await ada.post(`/admin/service-levels/${target.id}`, {
      firstResponse: "soon",
      step: "preview",
    });
    expect(status).toBe(422);
    expect(body).toContain("Write working time");
    expect(body).not.toContain("What this would have meant");
  });
});

describe("before a calendar counts otherwise, its page", () => {
  const form = (more: Record<string, string> = {}) => ({
    name: "Office hours",
    timeZone: "Europe/Berlin",
    region: "",
    ...Object.fromEntries(
      [0, 1, 2, 3, 4].flatMap((day) => [
        [`week.${day}.0.from`, "09:00"],
        [`week.${day}.0.to`, "18:00"],
      ]),
    ),
    ...more,
  });

  it("says it of holidays and hours, and keeps what was emptied", async () => {
    const { ada, calendar, db, cast } = await withPast();
    await act(db, cast.ada, changeCalendar, {
      calendarId: calendar.id,
      ...form({ region: "DE" }),
      week: Array<string>(7).fill("9-18"),
    });
    const path = `/admin/calendars/${calendar.id}`;
    const closed = form({ "specialDays.0.on": "2026-06-16", "specialDays.0.name": "Works outing" });
    const { status, body } = await ada.post(path, { ...closed, step: "preview" });
    expect(status).toBe(422);
    expect(figure(body, "would have been later")).toBe("1");
    expect(figure(body, "kept, would have been missed")).toBe("0");
    expect(body).toContain('value="Works outing"');
    expect(body).not.toMatch(/<option value="DE" selected/);
    expect((await listCalendars(db))[0]!.time.specialDays).toEqual([]);
    expect((await ada.post(path, { ...closed, previewed: known(body) })).status).toBe(303);
    expect((await listCalendars(db))[0]!.time.specialDays).toHaveLength(1);
  });

  it("says it of making another one the default", async () => {
    const { ada, db } = await withPast();
    const { location } = await ada.post(
      "/admin/calendars",
      form({ name: "Late", "week.1.0.from": "13:00", "week.1.0.to": "20:00" }),
    );
    const { status, body } = await ada.post(`${location}/default`, {});
    expect(status).toBe(422);
    expect(figure(body, "would have been later")).toBe("1");
    expect((await ada.post(`${location}/default`, { previewed: known(body) })).status).toBe(303);
    expect((await listCalendars(db))[0]!.name).toBe("Late");
  });

  it("names no ticket that came long before", async () => {
    const { ada, target } = await withPast();
    restore?.();
    restore = useClock(() => new Date("2027-06-01T10:00:00Z"));
    const again = await ada.post("/sign-in", { email: "ada@desk.example", password: "vier Pferde im Regen" });
    expect(again.status).toBe(303);
    const { body } = await ada.post(`/admin/service-levels/${target.id}`, { firstResponse: "1 h", step: "preview" });
    expect(body).toContain("there was no ticket in the last 90 days");
  });
});
