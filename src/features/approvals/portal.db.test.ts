import { describe, expect, it } from "vitest";
import { startHouse } from "../../../test/support/house.ts";
import { act } from "../../platform/act.ts";
import { after, days, useClock } from "../../platform/time.ts";
import { deactivatePerson } from "../people/index.ts";
import { askForApproval } from "./actions/ask-for-approval.ts";
import { withdraw } from "./actions/withdraw.ts";
import { askByMail } from "./ask-by-mail.tsx";
import { linkPath } from "./links.ts";
import { getApproval } from "./read.ts";

const asking = {
  name: "printers",
  effects: { "approval.asked": [askByMail("printer", async () => ({ decidesByAnswer: false }))] },
};

/** Ann asks Cy and Cora about a printer. */
const start = async (more: object = {}) => {
  const house = await startHouse(asking);
  const { db, cast, context } = house;
  const { approvalId } = await act(db, cast.ann, askForApproval, {
    about: { kind: "printer", id: 5 },
    title: "#10001 Printer",
    path: "/requests/10001",
    text: "We replace <b>the</b> power supply.",
    approverIds: [cast.cy.personId, cast.cora.personId],
    onceKey: "printer 5",
    ...more,
  });
  const linkOf = ({ personId }: { personId: number }) => linkPath({ signer: context.signer, approvalId, personId });
  return { ...house, approvalId, linkOf, approval: () => getApproval(db, approvalId) };
};

describe("the mail", () => {
  it("goes to everybody who is asked, in his language, with the text and a link of his own", async () => {
    const { db, drain, linkOf, cast } = await start();
    await drain();
    await drain();
    const mails = await db
      .selectFrom("outgoing_mails")
      .select(["to_address", "subject", "text", "subject_kind"])
      .orderBy("to_address")
      .execute();
    expect(mails).toMatchObject([
      { to_address: "cora@acme.example", subject: "Ihre Freigabe wird gebraucht: #10001 Printer" },
      { to_address: "cy@acme.example", subject: "Your approval is needed: #10001 Printer", subject_kind: "printer" },
    ]);
    expect(mails[0]?.text).toContain(`http://desk.test${linkOf(cast.cora)}`);
    expect(mails[1]?.text).toContain(`http://desk.test${linkOf(cast.cy)}`);
    expect(mails[1]?.text).toContain("We replace <b>the</b> power supply.");
    expect(mails[1]?.text).not.toContain(linkOf(cast.cora));
  });

  it("does not go out when it was withdrawn before", async () => {
    const { db, drain, cast, approvalId } = await start();
    await act(db, cast.ann, withdraw, { approvalId });
    await drain();
    expect(await db.selectFrom("outgoing_mails").select("id").execute()).toEqual([]);
  });
});

describe("the link of the mail", () => {
  it("shows the text without signing in and decides nothing by being opened; the form does", async () => {
    const { visit, linkOf, cast, approval } = await start();
    const link = linkOf(cast.cy);
    const browser = visit();
    for (let count = 0; count < 3; count++) {
      const page = await browser.get(link);
      expect(page.status).toBe(200);
      expect(page.body).toContain("We replace &lt;b>the&lt;/b> power supply.");
      expect(page.body).toContain("You decide as Cy.");
    }
    expect((await approval()).decisions).toEqual([]);
    const form = { verdict: "approved", reason: "", once: crypto.randomUUID() };
    expect(await browser.post(link, form)).toMatchObject({ status: 303, location: link });
    await browser.post(link, form);
    expect((await approval()).decisions).toMatchObject([{ personName: "Cy", via: "link", verdict: "approved" }]);
    const thanks = await browser.get(link);
    expect(thanks.body).toContain("others are still to be heard");
    expect(thanks.body).not.toContain('name="verdict"');
    expect(thanks.body).toContain((await approval()).decisions[0]!.seal);
    expect(thanks.body).toContain("text and seal belong together");
    const again = await browser.post(link, { verdict: "declined", reason: "No!" });
    expect(again.status).toBe(409);
    expect(again.body).toContain("You have approved this already");
  });

  it("hands back what was typed when something is missing", async () => {
    const { visit, linkOf, cast, approval } = await start();
    const link = linkOf(cast.cy);
    const refused = await visit().post(link, { verdict: "declined", reason: "" });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain("Say why you decline");
    const nonsense = await visit().post(link, { verdict: "maybe", reason: "Let me think" });
    expect(nonsense.status).toBe(422);
    expect(nonsense.body).toContain("Let me think</textarea>");
    expect((await approval()).decisions).toEqual([]);
  });

  it("is one person's for one approval", async () => {
    const { visit, as, db, linkOf, cast, approvalId, approval } = await start();
    const link = linkOf(cast.cy);
    const token = link.split("-")[1] ?? "";
    const { approvalId: other } = await act(db, cast.ann, askForApproval, {
      about: { kind: "printer", id: 6 },
      title: "Another",
      path: "/",
      text: "Another",
      approverIds: [cast.cy.personId],
      onceKey: "printer 6",
    });
    for (const path of [
      `/approvals/${approvalId}/${cast.cora.personId}-${token}`,
      `/approvals/${other}/${cast.cy.personId}-${token}`,
      `/approvals/${approvalId}/${cast.cy.personId}-${"a".repeat(26)}`,
      `/approvals/${approvalId}/nonsense`,
      `/approvals/x/${cast.cy.personId}-${token}`,
    ]) {
      expect((await visit().get(path)).status).toBe(404);
      expect((await visit().post(path, { verdict: "approved" })).status).toBe(404);
    }
    const cora = await as(cast.cora);
    const refused = await cora.post(link, { verdict: "approved" });
    expect(refused.status).toBe(403);
    expect(refused.body).toMatch(/Cy.*Cora/s);
    expect((await approval()).decisions).toEqual([]);
    const cy = await as(cast.cy);
    expect((await cy.post(link, { verdict: "approved" })).status).toBe(303);
  });

  it("says that it was withdrawn, that the time is over, or that the person is gone", async () => {
    const { visit, linkOf, cast, db, approvalId } = await start();
    const restore = useClock(() => after(new Date(), days(40)));
    try {
      const late = await visit().get(linkOf(cast.cy));
      expect(late.status).toBe(410);
      expect(late.body).toContain("The time for this decision is over");
      expect((await visit().post(linkOf(cast.cy), { verdict: "approved" })).status).toBe(409);
    } finally {
      restore();
    }
    await act(db, cast.ada, deactivatePerson, { personId: cast.cora.personId });
    expect((await visit().get(linkOf(cast.cora))).status).toBe(404);
    await act(db, cast.ann, withdraw, { approvalId });
    const over = await visit().get(linkOf(cast.cy));
    expect(over.status).toBe(410);
    expect(over.body).toContain("We have withdrawn this question");
    expect(over.body).not.toContain('name="verdict"');
  });
});

describe("in the portal", () => {
  it("those who are asked find it and decide; for everybody else it does not exist", async () => {
    const { as, visit, cast, approvalId, approval } = await start({ rule: "any" });
    const at = `/approvals/${approvalId}`;
    expect((await visit().get(at)).location).toMatch(/^\/sign-in/);
    const eve = await as(cast.eve);
    expect((await eve.get(at)).status).toBe(404);
    expect((await eve.post(at, { verdict: "approved" })).status).toBe(404);
    expect((await eve.get("/approvals")).body).not.toContain("#10001 Printer");
    const mia = await as(cast.mia);
    expect((await mia.get(at)).status).toBe(404);
    const cy = await as(cast.cy);
    expect((await cy.get("/approvals")).body).toContain("#10001 Printer");
    expect((await cy.get(at)).body).toContain("Do you agree?");
    expect(await cy.post(at, { verdict: "declined", reason: "Too dear.", back: "about" })).toMatchObject({
      status: 303,
      location: "/requests/10001",
    });
    expect(await approval()).toMatchObject({
      outcome: "declined",
      decisions: [{ via: "portal", reason: "Too dear.", personName: "Cy" }],
    });
    const cora = await as(cast.cora);
    const late = await cora.post(at, { verdict: "approved", reason: "Fine" });
    expect(late.status).toBe(409);
    expect(late.body).toMatch(/decided meanwhile|inzwischen entschieden/);
  });

  it("the desk sees it and cannot decide", async () => {
    const { as, cast, approvalId, approval } = await start();
    const ann = await as(cast.ann);
    expect((await ann.get(`/approvals/${approvalId}`)).body).not.toContain('name="verdict"');
    expect((await ann.post(`/approvals/${approvalId}`, { verdict: "approved" })).status).toBe(403);
    expect((await approval()).decisions).toEqual([]);
  });
});

describe("a decision that comes too late", () => {
  it("gives the typed reason back, in the portal and by the link", async () => {
    const { db, as, visit, cast, approvalId, linkOf } = await start();
    const cy = await as(cast.cy);
    await act(db, cast.ann, withdraw, { approvalId });
    const sent = { verdict: "declined", reason: "Only after\nthe fair, please" };
    for (const late of [await cy.post(`/approvals/${approvalId}`, sent), await visit().post(linkOf(cast.cora), sent)]) {
      expect(late.status).toBe(409);
      expect(late.body).toContain("Only after\nthe fair, please");
      expect(late.body).not.toContain("<textarea");
    }
  });
});
