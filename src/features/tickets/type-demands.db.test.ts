import { describe, expect, it } from "vitest";
import { perform } from "../../../test/support/cast.ts";
import { startPortal, wordsOf } from "../../../test/support/portal.ts";
import { scene, type Scene } from "../../../test/support/scene.ts";
import { Conflict } from "../../platform/errors.ts";
import { act } from "../../platform/act.ts";
import { addType, changeType, getTicketType, listTicketTypes, saveStage, type Status } from "../ticket-types/index.ts";
import { advanceStage } from "./actions/advance-stage.ts";
import { changeTypeStatuses } from "./actions/change-type-statuses.ts";
import { closeTicket } from "./actions/close-ticket.ts";

const all: readonly Status[] = [
  ...["open", "assigned", "in_progress", "waiting", "on_hold", "resolved", "closed", "cancelled"],
] as Status[];

const emptyType = async ({ tx, cast }: Scene) => {
  const given = { nameEn: "Case", nameDe: "Fall" };
  const { ticketTypeId } = await perform(tx, cast.ada, addType, given);
  const use = (...without: Status[]) =>
    perform(tx, cast.ada, changeTypeStatuses, {
      ticketTypeId,
      statuses: all.filter((status) => !without.includes(status)),
    });
  const demand = (facts: Record<string, boolean>) => perform(tx, cast.ada, changeType, { ticketTypeId, ...facts });
  return { ticketTypeId, use, demand };
};

describe("a demand that nobody could meet", () => {
  it.each([
    ["needsApproval", "waiting", "approvalNeedsWaiting"],
    ["needsConfirmation", "resolved", "confirmationNeedsResolved"],
    ["needsFeedback", "resolved", "feedbackNeedsResolved"],
  ] as const)("is refused whichever is set last: %s without %s", (demanded, status, refused) =>
    scene(async (stage) => {
      const { tx, cast } = stage;
      const { ticketTypeId, use, demand } = await emptyType(stage);
      await use(status);
      await expect(demand({ [demanded]: true })).rejects.toThrow(`ticketTypes.${refused}`);
      await use();
      await demand({ [demanded]: true });
      await expect(use(status)).rejects.toThrow(`ticketTypes.${refused}`);
      expect((await getTicketType(tx, ticketTypeId)).statuses).toContain(status);
      await demand({ [demanded]: false });
      await use(status);
      const other = { nameEn: "Other", nameDe: "Anderes", hasRating: false, needsFeedback: true };
      await expect(perform(tx, cast.ada, addType, other)).rejects.toThrow(Conflict);
    })(),
  );

  it(
    "is feedback without a rating",
    scene(async (stage) => {
      const { demand } = await emptyType(stage);
      await demand({ needsFeedback: true });
      await expect(demand({ hasRating: false })).rejects.toThrow("ticketTypes.feedbackNeedsRating");
      await demand({ hasRating: false, needsFeedback: false });
    }),
  );

  it("is said on the page, with what was ticked kept", async () => {
    const { as, cast, context } = await startPortal();
    const ada = await as(cast.ada);
    const type = (await listTicketTypes(context.db)).find(({ key }) => key === "technical")!;
    const answer = await ada.post(`/admin/ticket-types/${type.id}`, {
      ...{ nameEn: type.names.en, nameDe: type.names.de, hintEn: "", hintDe: "" },
      ...{ creators: "agents", teamId: "", asksProduct: "no", needsConfirmation: "on" },
    });
    expect(answer.status).toBe(409);
    expect(wordsOf(answer)).toContain("so a type that demands their confirmation has to use it");
    expect(/name="needsConfirmation"[^>]*checked|checked[^>]*name="needsConfirmation"/.test(answer.body)).toBe(true);
  });
});

describe("the stages of a procedure", () => {
  it("say how many unfinished tickets are in each; those that never went on are in the first", async () => {
    const { as, cast, context, open } = await startPortal();
    const type = (await listTicketTypes(context.db))[0]!;
    const stage = (nameEn: string) => ({ ticketTypeId: type.id, nameEn, nameDe: nameEn, steps: [] });
    for (const name of ["Look", "Solve", "Tell"]) await act(context.db, cast.ada, saveStage, stage(name));
    const [, solve] = (await getTicketType(context.db, type.id)).stages;
    for (const to of [undefined, undefined, solve!.key, "closed"]) {
      const { ticketId } = await open(cast.cy);
      if (to === "closed") await act(context.db, cast.ann, closeTicket, { ticketId });
      else if (to) await act(context.db, cast.ann, advanceStage, { ticketId, stage: to });
    }
    const ada = await as(cast.ada);
    const words = wordsOf(await ada.get(`/admin/ticket-types/${type.id}/procedure`));
    expect(words).toMatch(/Look.*2 tickets.*Solve.*1 ticket.*Tell.*No tickets/);
  });
});
