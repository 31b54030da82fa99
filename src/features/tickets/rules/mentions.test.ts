import { expect, test } from "vitest";
import { mentionedIn } from "./mentions.ts";

const people = [
  { id: 1, name: "Ann" },
  { id: 2, name: "Ann Petersen" },
  { id: 3, name: "Jörg Über-Müller" },
  { id: 4, name: "C. (Kim) Lee" },
  { id: 5, name: "Ann" },
];

test.each([
  ["Kannst du schauen, @Ann Petersen?", [2]],
  ["@Ann: and @ann petersen", [1, 2, 5]],
  ["(@jörg über-müller)", [3]],
  ["@C. (Kim) Lee!", [4]],
  ["mail ann@example.org, Ann Petersen", []],
  ["mail x@Ann", []],
  ["@Anna", []],
  ["", []],
])("%s calls %j", (text, ids) => {
  expect(mentionedIn(text, people)).toEqual(ids);
});

test("nobody can be called where nobody is", () => {
  expect(mentionedIn("@Ann", [])).toEqual([]);
});
