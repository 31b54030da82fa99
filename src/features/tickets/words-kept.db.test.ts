import { describe, expect, it } from "vitest";
import { startPortal } from "../../../test/support/portal.ts";

const typed = "Words that took a while to find";

/** Cy's ticket, which Ann and Cy have open; Mo is first, and it goes on in another one or is over. */
const startWith = async (first: "merge" | "cancel") => {
  const portal = await startPortal();
  const { open, as, cast, context } = portal;
  const { ticketId, messageId } = await open(cast.cy);
  await open(cast.cy, { subject: "The other printer" });
  const [ann, cy, mo] = [await as(cast.ann), await as(cast.cy), await as(cast.mo)];
  await ann.post("/desk/tickets/10001/tasks", { title: "Call" });
  const { id: taskId } = await context.db.selectFrom("ticket_tasks").select("id").executeTakeFirstOrThrow();
  await mo.post(
    `/desk/tickets/10001/${first === "merge" ? "merge" : "move"}`,
    first === "merge" ? { number: "10002" } : { verb: "cancel" },
  );
  return { ...portal, ticketId, messageId, taskId, ann, cy };
};

describe("whoever was second gets his words back", () => {
  it("at the desk, from every form of a ticket that went on elsewhere", async () => {
    const { ann, messageId, cast } = await startWith("merge");
    const version = "1";
    const forms: [string, Record<string, string>][] = [
      ["move", { verb: "resolve", form: "resolve-form", result: typed, version }],
      ["move", { verb: "close", reason: typed, version }],
      ["change", { form: "fields-form", subject: typed, version }],
      ["change", { form: "fields-form", result: typed, version }],
      ["change", { form: "tag-form", tag: typed, version }],
      ["requester", { form: "requester-form", requester: typed }],
      ["participants", { form: "participant-form", email: `${typed.replaceAll(" ", ".")}@acme.example` }],
      ["solution", { solution: typed }],
      ["accesses", { environment: typed }],
      ["propose", { proposal: typed, approverIds: String(cast.cy.personId) }],
      ["waive", { reason: typed }],
      ["merge", { number: "10002", reason: typed }],
      ["split", { messageId: String(messageId), subject: typed }],
      ["escalate", { subject: "Order", text: typed }],
      ["pass-on", { teamId: String(cast.secondLevel), reason: typed }],
    ];
    for (const [path, fields] of forms) {
      const answer = await ann.post(`/desk/tickets/10001/${path}`, fields);
      const kept = answer.body.includes(typed) || answer.body.includes(typed.replaceAll(" ", "."));
      expect([path, Object.keys(fields).join(), answer.status >= 400 && answer.status < 500, kept]).toEqual([
        path,
        Object.keys(fields).join(),
        true,
        true,
      ]);
    }
    for (const [path, fields] of [
      ["reply", { text: typed, seen: "1" }],
      ["update", { text: typed }],
    ] as const) {
      const answer = await ann.upload(`/desk/tickets/10001/${path}`, fields);
      expect([path, answer.status, answer.body.includes(typed)]).toEqual([path, 409, true]);
    }
  });

  it("at the desk, in the form itself where it is still there, beside what has changed and who did it", async () => {
    const portal = await startPortal();
    const { open, as, cast } = portal;
    await open(cast.cy);
    const [ann, mo] = [await as(cast.ann), await as(cast.mo)];
    await mo.post("/desk/tickets/10001/change", { subject: "By Mo", version: "1" });
    const late = await ann.post("/desk/tickets/10001/change", { form: "fields-form", subject: typed, version: "1" });
    expect(late.status).toBe(409);
    expect(late.body).toMatch(new RegExp(`<input[^>]*name="subject"[^>]*value="${typed}"`));
    expect(late.body).toContain("Mo has changed Subject meanwhile");
    await mo.post("/desk/tickets/10001/move", { verb: "ask", version: "2" });
    const second = await ann.post("/desk/tickets/10001/move", {
      form: "resolve-form",
      verb: "resolve",
      result: typed,
      version: "2",
    });
    expect(second.status).toBe(409);
    expect(second.body).toContain(`${typed}</textarea>`);
    // Sent again from the page that came back, it is done.
    const again = await ann.post("/desk/tickets/10001/move", { verb: "resolve", result: typed, version: "3" });
    expect(again.status).toBe(303);
    const wrong = await ann.post("/desk/tickets/10001/links", {
      form: "link-form",
      number: "4711999",
      kind: "related",
    });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('value="4711999"');
  });

  it("in the portal, from every form of a request that is over", async () => {
    const { cy, ticketId, context } = await startWith("cancel");
    const forms: [string, Record<string, string>][] = [
      ["close", { reason: typed, version: "1" }],
      ["cancel", { reason: typed, version: "1" }],
      ["rate", { rating: "5", words: typed }],
      ["participants", { email: `${typed.replaceAll(" ", ".")}@acme.example` }],
      ["accesses", { environment: typed }],
    ];
    for (const [path, fields] of forms) {
      const answer = await cy.post(`/requests/10001/${path}`, fields);
      const kept = answer.body.includes(typed) || answer.body.includes(typed.replaceAll(" ", "."));
      expect([path, answer.status >= 400 && answer.status < 500, kept]).toEqual([path, true, true]);
    }
    await context.db
      .updateTable("tickets")
      .set({ status: "open", closed_at: null })
      .where("id", "=", ticketId)
      .execute();
    const late = await cy.upload("/requests/10001/follow-up", { body: typed });
    expect([late.status, late.body.includes(typed)]).toEqual([409, true]);
  });
});
