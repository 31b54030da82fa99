import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { us } from "../../../test/support/cast.ts";
import { secret, startDesk } from "../../../test/support/people.ts";
import { act } from "../../platform/act.ts";
import { Conflict } from "../../platform/errors.ts";
import { deactivatePerson } from "./actions/deactivate-person.ts";
import { giveAccess } from "./actions/give-access.ts";
import { peopleFeature } from "./feature.ts";

const start = async () => {
  const desk = await startDesk();
  const tresen = async (name: string, ...args: string[]): Promise<string> => {
    const lines: string[] = [];
    const command = peopleFeature.commands?.find((each) => each.name === name);
    if (!command) throw new Error(`no command ${name}`);
    expect(args).toHaveLength(command.arguments.length);
    await command.run(desk.context, { args, input: Readable.from([]), say: (text) => void lines.push(text) });
    return lines.join("\n");
  };
  return { ...desk, tresen };
};

describe("at the terminal", () => {
  it("the administrators are listed, and nobody else", async () => {
    const { tresen, signedIn } = await start();
    expect(await tresen("people list-administrators")).toBe("ada@desk.example  Ada  has never signed in");
    await signedIn("ada@desk.example");
    expect(await tresen("people list-administrators")).toMatch(/^ada@desk.example {2}Ada {2}last signed in \d{4}-/);
  });

  it("the only administrator gets back in by a link that works once, is on record, and is told by mail", async () => {
    const { tresen, visit, mails, eventNames } = await start();
    const said = await tresen("people reset-password", "Ada@Desk.example");
    const path = /http:\/\/desk\.test(\/password\/[\w-]{43})/.exec(said)?.[1] ?? "";
    expect(await mails()).toEqual([]);
    const ada = visit();
    expect(await ada.post(path, { password: "ein ganz neues Wort" })).toMatchObject({ status: 303, location: "/desk" });
    expect((await visit().post("/sign-in", { email: "ada@desk.example", password: secret })).status).toBe(422);
    expect((await visit().post(path, { password: "noch ein neues Wort" })).status).toBe(409);
    expect(await eventNames()).toContain("person.password_link_shown");
    expect(await mails()).toMatchObject([
      { template: "people.password-changed", to_address: "ada@desk.example", locale: "en" },
    ]);
  });

  it("a new password that whoever runs the program gives, as for the demo at each start, mails nobody", async () => {
    const { db, cast, mails, visit } = await start();
    await act(db, us, giveAccess, { personId: cast.ada.personId, password: "ein ganz neues Wort" });
    expect(
      (await visit().post("/sign-in", { email: "ada@desk.example", password: "ein ganz neues Wort" })).status,
    ).toBe(303);
    expect(await mails()).toEqual([]);
  });

  it("nobody is let in who is not known or may not have access", async () => {
    const { tresen, db, cast } = await start();
    await expect(tresen("people reset-password", "wer@desk.example")).rejects.toThrow("Nobody has the address");
    await act(db, cast.ada, deactivatePerson, { personId: cast.ann.personId });
    await expect(tresen("people reset-password", "ann@desk.example")).rejects.toThrow(Conflict);
  });
});
