import { describe, expect, it } from "vitest";
import { castIn, perform, us } from "../../../test/support/cast.ts";
import { inRollback } from "../../../test/support/db.ts";
import { Conflict, Forbidden, Invalid } from "../../platform/errors.ts";
import { listEvents } from "../../platform/events.ts";
import { changeDesk } from "../desk-settings/index.ts";
import { addMailAddress } from "./actions/add-address.ts";
import { changeMailAddress } from "./actions/change-address.ts";
import { keepDeskAddress } from "./actions/keep-desk-address.ts";
import { restoreMailAddress, retireMailAddress } from "./actions/retire-address.ts";
import { addressAmong, getMailDesk, rememberAddress, senderOf } from "./own-addresses.ts";
import { getMailAddress, listMailAddresses } from "./store.ts";

const problem = async (doing: Promise<unknown>): Promise<Record<string, unknown>> => {
  const error: unknown = await doing.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Invalid);
  return (error as Invalid).fields;
};

describe("own addresses", () => {
  it("are added, changed, retired and restored by administrators, with a trace of each", () =>
    inRollback(async (tx) => {
      const { ada, mo, secondLevel } = await castIn(tx);
      await expect(perform(tx, mo, addMailAddress, { address: "sales@desk.example" })).rejects.toThrow(Forbidden);
      const { addressId } = await perform(tx, ada, addMailAddress, { address: "Sales@Desk.example", name: "Sales" });
      await perform(tx, ada, changeMailAddress, { addressId, name: "Sales", teamId: secondLevel, locale: "de" });
      await perform(tx, ada, changeMailAddress, { addressId, name: "Sales", teamId: secondLevel, locale: "de" });
      await perform(tx, ada, retireMailAddress, { addressId });
      await perform(tx, ada, restoreMailAddress, { addressId });
      expect(await getMailAddress(tx, addressId)).toEqual({
        id: addressId,
        address: "sales@desk.example",
        name: "Sales",
        teamId: secondLevel,
        typeId: null,
        locale: "de",
        retiredAt: null,
      });
      const told = await listEvents(tx, { kind: "mail-address", id: addressId });
      expect(told.map(({ name, payload }) => [name, payload["changed"]])).toEqual([
        ["mail-address.added", undefined],
        ["mail-address.changed", ["teamId", "locale"]],
        ["mail-address.retired", undefined],
        ["mail-address.restored", undefined],
      ]);
    }));

  it.each([
    [{ address: "support+x@desk.example" }, "address"],
    [{ address: "no address" }, "address"],
    [{ address: "a@desk.example", teamId: 999_999 }, "teamId"],
    [{ address: "a@desk.example", typeId: 999_999 }, "typeId"],
  ])("are not %j", (input, field) =>
    inRollback(async (tx) => {
      const { ada } = await castIn(tx);
      expect(Object.keys(await problem(perform(tx, ada, addMailAddress, input)))).toEqual([field]);
    }),
  );

  it("are there once each", () =>
    inRollback(async (tx) => {
      const { ada } = await castIn(tx);
      await perform(tx, ada, addMailAddress, { address: "sales@desk.example" });
      const again = problem(perform(tx, ada, addMailAddress, { address: "SALES@desk.example" }));
      expect(Object.keys(await again)).toEqual(["address"]);
    }));

  it("keep the desk's address when it gets another one, and do not let it be retired", () =>
    inRollback(async (tx) => {
      const { ada } = await castIn(tx);
      await perform(tx, us, keepDeskAddress, {});
      const [main] = await listMailAddresses(tx);
      await expect(perform(tx, ada, retireMailAddress, { addressId: main!.id })).rejects.toThrow(Conflict);
      const facts = { name: "Desk", locale: "en", timeZone: "UTC", passwordMinimum: 10 } as const;
      await perform(tx, ada, changeDesk, { ...facts, mailAddress: "help@new.example" });
      await perform(tx, us, keepDeskAddress, {});
      await perform(tx, us, keepDeskAddress, {});
      expect(await getMailDesk(tx)).toMatchObject({
        mailAddress: "help@new.example",
        others: ["support@desk.example"],
      });
      await perform(tx, ada, retireMailAddress, { addressId: main!.id });
    }));
});

describe("the sender", () => {
  it("is the address that it came in by, else its team's, else the desk's", () =>
    inRollback(async (tx) => {
      const { ada, secondLevel } = await castIn(tx);
      const sales = await perform(tx, ada, addMailAddress, { address: "sales@desk.example", name: "Sales" });
      await perform(tx, ada, addMailAddress, { address: "tech@desk.example", teamId: secondLevel });
      const about = { kind: "ticket", id: 17 };
      const ofDesk = { name: "Helpful Ltd", address: "support@desk.example" };
      const ofTeam = { name: "Helpful Ltd", address: "tech@desk.example" };
      expect(await senderOf(tx, { about })).toEqual(ofDesk);
      expect(await senderOf(tx, { about, teamId: secondLevel })).toEqual(ofTeam);
      await rememberAddress(tx, about, { id: sales.addressId });
      expect(await senderOf(tx, { about, teamId: secondLevel })).toEqual({
        name: "Sales",
        address: "sales@desk.example",
      });
      await perform(tx, ada, retireMailAddress, { addressId: sales.addressId });
      expect(await senderOf(tx, { about, teamId: secondLevel })).toEqual(ofTeam);
    }));
});

it("finds the own address among recipients, also behind a tag and in any case", () =>
  inRollback(async (tx) => {
    const { ada } = await castIn(tx);
    const { addressId } = await perform(tx, ada, addMailAddress, { address: "sales@desk.example" });
    for (const address of ["sales@desk.example", "Sales@Desk.Example", " sales+t17-p5-abc@desk.example"])
      expect(await addressAmong(tx, ["cy@acme.example", address])).toMatchObject({ id: addressId });
    expect(await addressAmong(tx, ["cy@acme.example", "sales@other.example"])).toBeUndefined();
  }));
