import { expect, it } from "vitest";
import { addTeam, findPersonByEmail, listTeams } from "../../src/features/people/index.ts";
import { findTicketById } from "../../src/features/tickets/index.ts";
import { act } from "../../src/platform/act.ts";
import { Invalid } from "../../src/platform/errors.ts";
import { arrive, startMailDesk } from "../support/incoming.ts";
import { sendMail } from "../support/smtp.ts";

const team = { name: "Machines", level: "second", address: "machines@desk.example" } as const;

it("mail to a team's address comes to the team, whoever else reads it, and its address is nobody in CC", async () => {
  const mailDesk = await startMailDesk();
  const { context, cast } = mailDesk;
  const { teamId } = await act(context.db, cast.ada, addTeam, {
    ...team,
    memberIds: [cast.tom.personId],
    assigneeRule: "round_robin",
  });
  const cases = [
    { from: "cy@acme.example", to: "Machines@desk.example" },
    { from: "cy@acme.example", to: "support@desk.example", cc: "machines@desk.example, cora@acme.example" },
  ];
  for (const mail of cases) {
    const { ticketId } = await arrive(mailDesk, mail);
    await mailDesk.drain();
    const ticket = await findTicketById(context.db, cast.ada, ticketId!);
    expect(ticket).toMatchObject({ teamId, assigneeIds: [cast.tom.personId], status: "assigned" });
    expect(ticket?.participantIds).toEqual(mail.cc ? [cast.cora.personId] : []);
  }
  expect(await findPersonByEmail(context.db, team.address)).toBeUndefined();
  const { ticketId } = await arrive(mailDesk, { from: "cy@acme.example" });
  expect(await findTicketById(context.db, cast.ada, ticketId!)).toMatchObject({ teamId: null });
});

it("the mail server takes in what goes to a team, and nothing for others", async () => {
  const mailDesk = await startMailDesk();
  const { context, cast, port } = mailDesk;
  const mail = { from: "cy@acme.example", subject: "Press", text: "It stands still." };
  await expect(sendMail(port, { ...mail, to: team.address })).rejects.toThrow();
  await act(context.db, cast.ada, addTeam, team);
  await sendMail(port, { ...mail, to: team.address });
  await expect(sendMail(port, { ...mail, to: "nobody@desk.example" })).rejects.toThrow();
});

it.each([
  ["support@desk.example", "people.isDeskAddress"],
  ["support+machines@desk.example", "people.isDeskAddress"],
  ["cy@acme.example", "people.addressTaken"],
  ["machines@desk.example", "people.teamAddressTaken"],
])("a team does not get the address %s", async (address, key) => {
  const { context, cast } = await startMailDesk();
  await act(context.db, cast.ada, addTeam, team);
  const error: unknown = await act(context.db, cast.ada, addTeam, { ...team, name: "Other", address }).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Invalid);
  expect((error as Invalid).fields["address"]?.key).toBe(key);
  expect((await listTeams(context.db)).filter((each) => each.address !== null)).toHaveLength(1);
});
