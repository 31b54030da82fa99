import { describe, expect, it, test } from "vitest";
import { addMailAddress, changeMailAddress } from "../../src/features/mail-addresses/index.ts";
import { addTeam, changeTeam, listTeams } from "../../src/features/people/index.ts";
import { choosePresets } from "../../src/features/presets/index.ts";
import { changeType, listTicketTypes } from "../../src/features/ticket-types/index.ts";
import { changeFields } from "../../src/features/tickets/actions/change-fields.ts";
import { closeTicket } from "../../src/features/tickets/actions/close-ticket.ts";
import { endTeam } from "../../src/features/tickets/actions/end-team.ts";
import { followUpTicket } from "../../src/features/tickets/actions/follow-up-ticket.ts";
import { openTicket, openTicketRouted } from "../../src/features/tickets/actions/open-ticket.ts";
import { passOnTicket } from "../../src/features/tickets/actions/pass-on-ticket.ts";
import { saveView } from "../../src/features/tickets/actions/save-view.ts";
import { getTicket } from "../../src/features/tickets/store/tickets.ts";
import { Conflict, Forbidden, Invalid } from "../../src/platform/errors.ts";
import { listEvents } from "../../src/platform/events.ts";
import { perform } from "../support/cast.ts";
import { startPortal, wordsOf } from "../support/portal.ts";
import { scene } from "../support/scene.ts";

/** Why it was refused, as an administrator reads it. */
const refusalOf = async (attempt: Promise<unknown>): Promise<string> => {
  const error: unknown = await attempt.catch((refused: unknown) => refused);
  expect(error).toBeInstanceOf(Conflict);
  return (error as Conflict).phrase.say("en");
};

describe("a team that is retired", () => {
  test(
    "is offered nowhere any more, keeps its tickets until they are moved, and gets no new ones",
    scene(async ({ tx, cast, ticketId, ticket }) => {
      const { ada, ann, cy, firstLevel, secondLevel } = cast;
      await perform(tx, ann, changeFields, { ticketId, teamId: secondLevel });
      await perform(tx, ada, endTeam, { teamId: secondLevel, to: "retire" });
      expect(await ticket()).toMatchObject({ teamId: secondLevel });
      // Forms that send the team along, too, change other things as before.
      await perform(tx, ann, changeFields, { ticketId, teamId: secondLevel, subject: "Printer at gate 3" });
      const other = await perform(tx, cy, openTicket, { subject: "Toner", text: "Please." });
      const toRetired = { ticketId: other.ticketId, teamId: secondLevel };
      await expect(perform(tx, ann, changeFields, toRetired)).rejects.toThrow(Invalid);
      await expect(perform(tx, ann, passOnTicket, { ...toRetired, reason: "Logs" })).rejects.toThrow(Invalid);
      const typeId = (await listTicketTypes(tx))[0]!.id;
      await expect(perform(tx, ada, changeType, { ticketTypeId: typeId, teamId: secondLevel })).rejects.toThrow(
        Invalid,
      );
      // What was sent there before goes to the type's team.
      const routed = openTicket.input.parse({ subject: "By mail", text: "Hello", channel: "mail" });
      const { ticketId: mailed } = await openTicketRouted(tx, cy, routed, { teamId: secondLevel });
      expect((await getTicket(tx, ada, mailed)).teamId).toBeNull();
      await perform(tx, ann, closeTicket, { ticketId });
      const next = await perform(tx, ann, followUpTicket, { ticketId, text: "Once more." });
      expect((await getTicket(tx, ada, next.ticketId)).teamId).toBeNull();
      await perform(tx, ann, changeFields, { ticketId, teamId: firstLevel });
      expect(await ticket()).toMatchObject({ teamId: firstLevel });
    }),
  );

  test(
    "is offered again when restored, by an administrator or by a preset that uses it; all of it is on record",
    scene(async ({ tx, cast, ticketId }) => {
      const { ada, ann, mo, secondLevel } = cast;
      await expect(perform(tx, mo, endTeam, { teamId: secondLevel, to: "retire" })).rejects.toThrow(Forbidden);
      await perform(tx, ada, endTeam, { teamId: secondLevel, to: "retire" });
      await perform(tx, ada, endTeam, { teamId: secondLevel, to: "retire" });
      await perform(tx, ada, endTeam, { teamId: secondLevel, to: "restore" });
      await perform(tx, ann, changeFields, { ticketId, teamId: secondLevel });
      const names = (await listEvents(tx, { kind: "team", id: secondLevel })).map(({ name }) => name);
      expect(names).toEqual(["team.added", "team.retired", "team.restored"]);
      const { teamId } = await perform(tx, ada, addTeam, { name: "2nd level", level: "second" });
      await perform(tx, ada, endTeam, { teamId, to: "retire" });
      await perform(tx, ada, choosePresets, { presets: ["partners"] });
      expect((await listTeams(tx)).find(({ id }) => id === teamId)?.isRetired).toBe(false);
      expect((await listTicketTypes(tx)).find(({ key }) => key === "second_level")?.teamId).toBe(teamId);
    }),
  );

  test(
    "has to be replaced first wherever new tickets come to it; the refusal says where",
    scene(async ({ tx, cast }) => {
      const { ada, secondLevel } = cast;
      const retire = (teamId = secondLevel) => perform(tx, ada, endTeam, { teamId, to: "retire" });
      const [type] = await listTicketTypes(tx);
      const of = (teamId: number | null) =>
        tx.updateTable("ticket_types").set({ team_id: teamId }).where("id", "=", type!.id).execute();
      await of(secondLevel);
      expect(await refusalOf(retire())).toContain(`“${type!.names.en}”`);
      await of(null);
      const by = await perform(tx, ada, addMailAddress, { address: "service@desk.example", teamId: secondLevel });
      expect(await refusalOf(retire())).toContain("service@desk.example");
      await perform(tx, ada, changeMailAddress, { addressId: by.addressId });
      await perform(tx, ada, changeTeam, { teamId: secondLevel, name: "Second level", level: "technical" });
      expect(await refusalOf(retire())).toContain("only team for technical support");
      const more = await perform(tx, ada, addTeam, { name: "Developers", level: "technical" });
      await retire();
      expect(await refusalOf(retire(more.teamId))).toContain("only team for technical support");
    }),
  );
});

describe("a team that is deleted", () => {
  test(
    "was named by nothing: no ticket, now or once, no view, no type",
    scene(async ({ tx, cast, ticketId }) => {
      const { ada, ann, firstLevel, secondLevel } = cast;
      const remove = (teamId: number) => perform(tx, ada, endTeam, { teamId, to: "delete" });
      await perform(tx, ann, changeFields, { ticketId, teamId: secondLevel });
      expect(await refusalOf(remove(secondLevel))).toContain("1 ticket names this team");
      await perform(tx, ann, changeFields, { ticketId, teamId: null });
      expect(await refusalOf(remove(secondLevel))).toContain("belonged to this team once");
      const view = await perform(tx, ann, saveView, { name: "Front", query: `team=${firstLevel}` });
      expect(await refusalOf(remove(firstLevel))).toContain("“Front”");
      await tx.deleteFrom("ticket_views").where("id", "=", view.id).execute();
      await remove(firstLevel);
      expect((await listTeams(tx)).map(({ id }) => id)).toEqual([secondLevel]);
      const said = (await listEvents(tx, { kind: "team", id: firstLevel })).at(-1);
      expect(said).toMatchObject({ name: "team.deleted", payload: { name: "First level" } });
    }),
  );
});

describe("the team's page", () => {
  it("says where the team is used, and offers both ways, in words when refused", async () => {
    const { as, cast, context, open } = await startPortal();
    const { firstLevel: teamId } = cast;
    const { ticketId } = await open(cast.cy);
    await context.db.updateTable("tickets").set({ team_id: teamId }).where("id", "=", ticketId).execute();
    const ada = await as(cast.ada);
    const at = `/admin/teams/${teamId}`;
    expect((await ada.get(at)).body).toMatch(/href="\/desk\?[^"]*team=\d+[^"]*">1 ticket</);
    const refused = await ada.post(`${at}/end`, { to: "delete" });
    expect(refused.status).toBe(409);
    expect(wordsOf(refused)).toContain("1 ticket names this team, so it cannot be deleted.");
    expect((await ada.post(`${at}/end`, { to: "retire" })).location).toBe(at);
    expect(wordsOf(await ada.get(at))).toContain("This team is retired");
    expect(wordsOf(await ada.get("/admin/teams"))).toContain("Retired");
    const ticketPage = await (await as(cast.ann)).get(`/desk/tickets/10001`);
    expect(ticketPage.body).toMatch(/name="teamId" value="\d*"/);
    expect(ticketPage.body).toContain(`name="teamId" value="${cast.secondLevel}"`);
    const fresh = await (await as(cast.mo)).get("/desk/tickets/new");
    expect(fresh.body).not.toMatch(new RegExp(`<option value="${teamId}"[^>]*>First level`));
    await ada.post(`${at}/end`, { to: "restore" });
    await context.db.updateTable("tickets").set({ team_id: null }).execute();
    expect((await ada.post(`${at}/end`, { to: "delete" })).location).toBe("/admin/teams");
    expect((await ada.get(at)).status).toBe(404);
    expect((await (await as(cast.mo)).post(`${at}/end`, { to: "retire" })).status).toBe(403);
  });
});
