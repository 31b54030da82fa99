import { expect, test } from "vitest";
import { startDesk } from "../../../test/support/people.ts";
import { us } from "../../../test/support/cast.ts";
import { recordBounce } from "../outgoing-mail/index.ts";
import { act } from "../../platform/act.ts";

test("a person's page says that mail comes back, and lets it go there again", async () => {
  const { context, cast, signedIn, mails } = await startDesk();
  const ada = await signedIn("ada@desk.example");
  const path = `/admin/people/${cast.cora.personId}`;
  await ada.post(`${path}/password-link`, {});
  await mails();
  const { id } = await context.db
    .updateTable("outgoing_mails")
    .set({ state: "sent" })
    .where("to_address", "=", "cora@acme.example")
    .returning("id")
    .executeTakeFirstOrThrow();
  expect((await ada.get(path)).body).not.toContain("does not arrive");
  await act(context.db, us, recordBounce, { mailId: id, diagnostic: "550 5.1.1 user unknown" });
  const { body } = await ada.get(path);
  expect(body).toContain("Mail to cora@acme.example does not arrive");
  expect(body).toContain("550 5.1.1 user unknown");
  await ada.post(`${path}/password-link`, {});
  await mails();
  const states = await context.db.selectFrom("outgoing_mails").select("state").orderBy("id").execute();
  expect(states.map(({ state }) => state)).toEqual(["bounced", "withheld"]);
  expect((await (await signedIn("cy@acme.example")).post(`${path}/clear-address`, {})).status).toBe(403);
  expect(await ada.post(`${path}/clear-address`, {})).toMatchObject({ status: 303, location: path });
  expect((await ada.get(path)).body).not.toContain("does not arrive");
});
