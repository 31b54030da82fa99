import { expect, test } from "vitest";
import { checkPlatformWords } from "./platform-words.ts";

const problems = (text: string, path = "src/platform/some.ts") =>
  checkPlatformWords([{ path, text }]).map(({ problem }) => problem);

test.each(["const ticketId = 1;", "// fine\nlet a = `open_tickets`;", "type OrganisationMember = 1;"])(
  "finds the domain in %s",
  (text) => {
    expect(problems(text)).toEqual([expect.stringContaining("The platform knows no word of the domain")]);
  },
);

test.each([
  "/** For example `tickets.resolve`. */\n// or a team\nexport const act = 1;",
  'headers["user-agent"]; const userAgent = "";',
  "const steam = 1; const teamwork = 2;",
])("finds nothing in %s", (text) => {
  expect(problems(text)).toEqual([]);
});

test("looks at the platform only, and names the line", () => {
  expect(problems("const ticket = 1;", "src/features/tickets/index.ts")).toEqual([]);
  expect(problems("/* one\n two */\nconst ticket = 1;")).toEqual([expect.stringContaining("in line 3")]);
});

test("an exception that is no longer needed has to go", () => {
  const actor = "type Kind = 'customer' | 'agent'; const organisationIds = 1;";
  expect(problems(actor, "src/platform/actor.ts")).toEqual([expect.stringContaining("no longer says “team”")]);
});
