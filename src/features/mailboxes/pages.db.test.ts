import { expect, test } from "vitest";
import { startMailPages } from "../../../test/support/mail-pages.ts";
import { act } from "../../platform/act.ts";
import { addMailAddress, rememberAddress } from "../mail-addresses/index.ts";
import { openTicket } from "../tickets/index.ts";
import { openSecret } from "./mailbox.ts";
import { findMailbox } from "./store.ts";

const path = "/admin/mail-addresses";
const box = {
  host: "imap.example.org",
  port: "993",
  security: "tls",
  username: "verkauf@desk.example",
  signIn: "password",
  folder: "INBOX",
};

const start = async () => {
  const desk = await startMailPages();
  const { db } = desk.context;
  const add = (address: string) => act(db, desk.cast.ada, addMailAddress, { address });
  return { ...desk, db, add };
};

test("are for administrators only", async () => {
  const { agent, customer, nobody, add } = await start();
  const { addressId } = await add("verkauf@desk.example");
  for (const at of [path, `${path}/new`, `${path}/${addressId}`, `${path}/${addressId}/mailbox`]) {
    expect((await agent.get(at)).status).toBe(403);
    expect((await customer.get(at)).status).toBe(403);
    expect((await nobody.get(at)).location).toMatch(/^\/sign-in/);
  }
  for (const at of ["", "/retire", "/restore", "/mailbox", "/mailbox/pause", "/mailbox/remove"])
    expect((await agent.post(`${path}/${addressId}${at}`, {})).status).toBe(403);
});

test("an address is added, explained, changed, retired and used again", async () => {
  const { admin, cast } = await start();
  const wrong = await admin.post(path, { address: "nonsense", name: "Typed Name" });
  expect(wrong.status).toBe(422);
  expect(wrong.body).toContain('value="Typed Name"');
  const added = await admin.post(path, { address: "verkauf@desk.example", name: "Verkauf", locale: "de" });
  expect(added.status).toBe(303);
  const at = added.location;
  const list = await admin.get(path);
  expect(list.body).toContain("verkauf@desk.example");
  expect(list.body).toContain("By SMTP");
  await admin.post(at, { name: "Verkauf", teamId: String(cast.secondLevel), typeId: "", locale: "de" });
  expect((await admin.get(path)).body).toContain("Second level");
  expect((await admin.get(at)).body).toContain("Tickets that came in here: 0");
  await admin.post(`${at}/retire`, {});
  expect((await admin.get(path)).body).toContain("retired");
  expect((await admin.get(at)).body).toContain("Use again");
  await admin.post(`${at}/restore`, {});
  expect((await admin.get(path)).body).not.toContain("retired");
  for (const unknown of [`${path}/999999`, `${path}/x`, `${path}/0/mailbox`])
    expect((await admin.get(unknown)).status).toBe(404);
});

test("says how many tickets came in by an address, and leads to them", async () => {
  const { admin, agent, db, add, cast } = await start();
  const { addressId } = await add("verkauf@desk.example");
  const opened = async (subject: string) => (await act(db, cast.cy, openTicket, { subject, text: "Please." })).ticketId;
  await opened("By the portal");
  const ticketId = await opened("By mail");
  await db.transaction().execute((tx) => rememberAddress(tx, { kind: "ticket", id: ticketId }, { id: addressId }));
  for (const page of [path, `${path}/${addressId}`])
    expect((await admin.get(page)).body).toContain(`/desk?address=${addressId}"`);
  const { body } = await agent.get(`/desk?address=${addressId}`);
  expect(body).toContain("By mail");
  expect(body).toContain("Came to verkauf@desk.example");
  expect(body).not.toContain("By the portal");
});

test("a mailbox is set up, its password kept encrypted, never shown, and kept when it is left empty", async () => {
  const { admin, add, db, context } = await start();
  const { addressId } = await add("verkauf@desk.example");
  const at = `${path}/${addressId}/mailbox`;
  const missing = await admin.post(at, { ...box, host: "no host" });
  expect(missing.status).toBe(422);
  expect(missing.body).toContain("Write the name of the mail server");
  expect(missing.body).toContain("Enter the password.");
  expect(missing.body).toContain('value="no host"');
  expect((await admin.post(at, { ...box, password: "open sesame" })).status).toBe(303);
  const kept = (await findMailbox(db, addressId))!;
  expect(JSON.stringify(kept)).not.toContain("sesame");
  expect(openSecret(context.cipher, kept.sealedSecret)).toMatchObject({ password: "open sesame" });
  for (const page of [await admin.get(at), await admin.get(`${path}/${addressId}`)])
    expect(page.body).not.toContain("sesame");
  await admin.post(at, { ...box, folder: "Support", password: "" });
  const changed = (await findMailbox(db, addressId))!;
  expect(changed).toMatchObject({ folder: "Support", version: kept.version + 1 });
  expect(openSecret(context.cipher, changed.sealedSecret)).toMatchObject({ password: "open sesame" });
  await admin.post(`${at}/pause`, { isPaused: "on" });
  expect((await admin.get(path)).body).toContain("Paused");
  await admin.post(`${at}/pause`, { isPaused: "" });
  expect((await admin.get(path)).body).toContain("Connecting");
  await admin.post(`${at}/remove`, {});
  expect(await findMailbox(db, addressId)).toBeUndefined();
});

test.each([
  [{ tokenUrl: "http://login.example.org/token", clientId: "id", clientSecret: "s" }, "begins with https://"],
  [{ tokenUrl: "https://login.example.org/token", clientSecret: "s" }, "Write the id"],
  [{ tokenUrl: "https://login.example.org/token", clientId: "id" }, "Enter the client secret"],
])("OAuth 2 with %j lacks something", async (given, said) => {
  const { admin, add } = await start();
  const { addressId } = await add("verkauf@desk.example");
  const refused = await admin.post(`${path}/${addressId}/mailbox`, { ...box, signIn: "oauth2", ...given });
  expect(refused.status).toBe(422);
  expect(refused.body).toContain(said);
});

test("the password of one way of signing in does not do for the other", async () => {
  const { admin, add } = await start();
  const { addressId } = await add("verkauf@desk.example");
  const at = `${path}/${addressId}/mailbox`;
  await admin.post(at, { ...box, password: "open sesame" });
  const oauth = { ...box, signIn: "oauth2", tokenUrl: "https://login.example.org/token", clientId: "id" };
  expect((await admin.post(at, oauth)).status).toBe(422);
});
