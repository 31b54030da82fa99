import { expect, test } from "vitest";
import { castIn, perform, type Cast } from "../../../../test/support/cast.ts";
import { inRollback } from "../../../../test/support/db.ts";
import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { searchNamed } from "../../people/index.ts";
import { changeFields } from "../actions/change-fields.ts";
import { openTicket } from "../actions/open-ticket.ts";
import { correctedText } from "./likeness.ts";

const inScene =
  (
    run: (scene: {
      tx: Tx;
      cast: Cast;
      meant: (text: string, as?: Actor) => Promise<string | undefined>;
    }) => Promise<void>,
  ) =>
  () =>
    inRollback(async (tx) => {
      const cast = await castIn(tx);
      await perform(tx, cast.cy, openTicket, { subject: "Der Etikettendrucker im Lager steht", text: "Seit heute." });
      await perform(tx, cast.eve, openTicket, { subject: "Projekt Nachtigall: Zugang fehlt", text: "Bitte." });
      await run({ tx, cast, meant: (text, as = cast.ann) => correctedText(tx, as, text) });
    });

test(
  "a mistyped word is replaced by the most similar one of any subject",
  inScene(async ({ meant }) => {
    expect(await meant("etiketendruker")).toBe("etikettendrucker");
    expect(await meant("Nachtegall Zugan")).toBe("nachtigall Zugan");
    expect(await meant("Lagre")).toBe("lager");
  }),
);

test(
  "what stands somewhere, is too short, a number, or like nothing is left alone",
  inScene(async ({ meant }) => {
    for (const text of ["lager", "heute", "Etiketten", "im", "10001", "xylofon", "", "%_'\\ %"])
      expect(await meant(text)).toBeUndefined();
  }),
);

test(
  "customers are offered words of their own requests only",
  inScene(async ({ meant, cast }) => {
    expect(await meant("etiketendruker", cast.cy)).toBe("etikettendrucker");
    expect(await meant("Nachtegall", cast.cy)).toBeUndefined();
    expect(await meant("Nachtegall", cast.eve)).toBe("nachtigall");
  }),
);

test(
  "a new subject's words are known, too",
  inScene(async ({ tx, meant, cast }) => {
    expect(await meant("Waschmaschiene")).toBeUndefined();
    await perform(tx, cast.ann, changeFields, { ticketId: 1 + (await firstId(tx)), subject: "Die Waschmaschine" });
    expect(await meant("Waschmaschiene")).toBe("waschmaschine");
  }),
);

const firstId = async (tx: Tx): Promise<number> =>
  (await tx.selectFrom("tickets").select("id").orderBy("id").executeTakeFirstOrThrow()).id;

test("people and organisations are found by part of their name, else by what reads like it", () =>
  inRollback(async (tx) => {
    const { acme, cora } = await castIn(tx);
    await tx.updateTable("people").set({ name: "Klaus Feldmann" }).where("id", "=", cora.personId).execute();
    await tx.updateTable("organisations").set({ name: "Stadtwerke Lindenau" }).where("id", "=", acme).execute();
    const named = async (text: string) => {
      const { people, organisations } = await searchNamed(tx, text, 5);
      return [...people, ...organisations].map(({ name }) => name);
    };
    expect(await named("feld")).toEqual(["Klaus Feldmann"]);
    expect(await named("Feldman")).toEqual(["Klaus Feldmann"]);
    expect(await named("Felldmann")).toEqual(["Klaus Feldmann"]);
    expect(await named("lindenau")).toEqual(["Stadtwerke Lindenau"]);
    expect(await named("Stadwerke")).toEqual(["Stadtwerke Lindenau"]);
    expect(await named("xyz")).toEqual([]);
    await tx.updateTable("people").set({ deactivated_at: new Date() }).where("id", "=", cora.personId).execute();
    expect(await named("Felldmann")).toEqual([]);
  }));
