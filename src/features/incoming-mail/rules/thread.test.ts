import fc from "fast-check";
import { expect, test } from "vitest";
import { languageOf } from "./language.ts";
import { copiedPeople } from "./people.ts";
import { numbersInSubject, placeOf, type Pointer, type Pointers } from "./thread.ts";

const nowhere: Pointers = { signed: undefined, referenced: undefined, numbered: undefined };
const proven: Pointer = { ticketId: 17, isProven: true, isKnownThere: true, isInternal: false };
const known: Pointer = { ticketId: 17, isProven: false, isKnownThere: true, isInternal: false };
const stranger: Pointer = { ticketId: 17, isProven: false, isKnownThere: false, isInternal: false };

const cy = { personId: 5, isAgent: false, needsProof: false };
const ann = { personId: 2, isAgent: true, needsProof: false };
const behind = { ...cy, needsProof: true };
const opened = { kind: "open", relatedTo: 17, reason: "not-a-participant" };
const joined = (reason: string, isProven: boolean) => ({
  kind: "reply",
  ticketId: 17,
  isProven,
  isInternal: false,
  reason,
});

test.each([
  ["a customer's answer to his own reply address", cy, { signed: proven }, joined("signed-address", true)],
  ["a participant's answer to somebody else's reply address", cy, { signed: known }, joined("signed-address", false)],
  ["a stranger who got a forwarded mail", cy, { signed: stranger }, opened],
  ["a customer's answer to a mail of ours", cy, { referenced: proven }, joined("message-id", true)],
  ["an answer to another message of the conversation", cy, { referenced: known }, joined("message-id", false)],
  ["a stranger who made up References", cy, { referenced: stranger }, opened],
  ["a participant who writes the number", cy, { numbered: known }, joined("number", false)],
  ["a stranger who guesses the number", cy, { numbered: stranger }, opened],
  ["an agent's answer to his own notification", ann, { signed: proven }, joined("signed-address", true)],
  ["somebody who writes an agent's address and a number", ann, { numbered: known }, opened],
  ["somebody who writes an agent's address and References", ann, { referenced: known }, opened],
  ["somebody who writes an agent's address to a customer's reply address", ann, { signed: known }, opened],
  [
    "an answer by way of a group to one's own reply address",
    behind,
    { signed: proven },
    joined("signed-address", true),
  ],
  ["somebody who names a customer beside another sender, and a number", behind, { numbered: known }, opened],
  ["somebody who names a customer beside another sender, and References", behind, { referenced: known }, opened],
  ["nothing to go by", cy, {}, { kind: "open", relatedTo: undefined, reason: "new" }],
  [
    "a stranger's number beside his own reply address",
    cy,
    { numbered: { ...stranger, ticketId: 99 }, signed: proven },
    joined("signed-address", true),
  ],
])("%s", (_name, sender, pointers, expected) => {
  expect(placeOf(sender, { ...nowhere, ...pointers })).toEqual(expected);
});

test("an agent's answer to internal words stays internal, also when another pointer finds the ticket; a customer's never is", () => {
  const pointers = { ...nowhere, signed: proven, referenced: { ...stranger, isInternal: true } };
  expect(placeOf(ann, pointers)).toMatchObject({ kind: "reply", isInternal: true });
  expect(placeOf(cy, pointers)).toMatchObject({ kind: "reply", isInternal: false });
});

test("nobody speaks for the desk, and no stranger joins, without proof", () => {
  const pointer = fc.option(
    fc.record({
      ticketId: fc.constantFrom(17, 18),
      isProven: fc.boolean(),
      isKnownThere: fc.boolean(),
      isInternal: fc.boolean(),
    }),
    { nil: undefined },
  );
  fc.assert(
    fc.property(
      fc.record({ signed: pointer, referenced: pointer, numbered: pointer }),
      fc.boolean(),
      (pointers, isAgent) => {
        const place = placeOf({ personId: 1, isAgent, needsProof: false }, pointers);
        if (place.kind === "open") return;
        const ways = Object.values(pointers).filter((each) => each?.ticketId === place.ticketId);
        expect(ways.some((each) => each?.isProven === true || (each?.isKnownThere === true && !isAgent))).toBe(true);
      },
    ),
  );
});

test.each([
  ["Re: [#10482] Export", [10482]],
  ["AW: Export #10482", [10482]],
  ["Re: [#99001] Ihr Fall [#10482]", [99001, 10482]],
  ["Re: [#10482] [#99001] Ihr Fall", [10482, 99001]],
  ["#99001: Re: [#10482] Export", [10482, 99001]],
  ["Rechnung 10482", []],
  ["Export [#1]", []],
  ["foo#10482", []],
  ["Farbe #12345abc", []],
])("the numbers in %j are %j", (subject, expected) => {
  expect(numbersInSubject(subject)).toEqual(expected);
});

test("a subject of nothing but numbers names only a few", () => {
  const many = Array.from({ length: 1_000 }, (_, index) => `[#${10_000 + index}]`).join(" ");
  expect(numbersInSubject(many)).toHaveLength(5);
});

test.each([
  ["Guten Tag, bei uns geht der Export nicht mehr. Bitte helfen Sie.", "", "de"],
  ["Hello, the export does not work. Please help.", "", "en"],
  ["Hello, the export does not work. Please help.", "de-DE", "en"],
  ["Export?", "de-DE, en-US", "de"],
  ["Export?", "", undefined],
  ["Bonjour, ça ne marche pas", "", undefined],
])("the language of %j (header %j) is %s", (text, contentLanguage, expected) => {
  expect(languageOf({ text, contentLanguage })).toBe(expected);
});

test("whoever is openly addressed joins, but neither the sender, nor the desk, nor a machine, nor a crowd", () => {
  const isOwnAddress = (address: string) => address.startsWith("support");
  const to = ["Support@muster.example", "Cora@client.example", "no-reply@x.example"].map((address) => ({
    name: "",
    address,
  }));
  const people = (cc: string[]) =>
    copiedPeople({ sender: "cy@kunde.example", to, cc: cc.map((address) => ({ name: "", address })), isOwnAddress });
  expect(people(["CY@kunde.example", "cora@client.example"]).map(({ address }) => address)).toEqual([
    "cora@client.example",
  ]);
  expect(people(Array.from({ length: 30 }, (_, index) => `p${index}@x.example`))).toEqual([]);
});
