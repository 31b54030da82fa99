import { expect, test } from "vitest";
import { inLanguage } from "./languages.ts";
import { fillPlaceholders, unknownPlaceholders } from "./placeholders.ts";

const values = {
  "requester.name": "{{agent.name}}",
  "ticket.number": "10482",
  "ticket.subject": "$& and $1",
  "agent.name": "Ann",
  "desk.name": "Helpful",
};

test("fills in what it knows, and leaves what it does not know for the writer to see", () => {
  expect(fillPlaceholders("#{{ticket.number}} {{ agent.name }} {{agent.phone}} {{", values)).toBe(
    "#10482 Ann {{agent.phone}} {{",
  );
});

test("takes values as they are, whatever stands in them", () => {
  expect(fillPlaceholders("{{requester.name}}: {{ticket.subject}}", values)).toBe("{{agent.name}}: $& and $1");
});

test("names what is no placeholder, once each, as it was written", () => {
  expect(unknownPlaceholders("{{agent.name}} {{ agent.phone }}, {{agent.phone}} {{}} {{ agent.phone }} {one}")).toEqual(
    ["{{ agent.phone }}", "{{agent.phone}}", "{{}}"],
  );
});

test("a missing language is stood in for by the other", () => {
  expect(inLanguage({ en: "Hello", de: "Guten Tag" }, "de")).toBe("Guten Tag");
  expect(inLanguage({ en: "Hello", de: "" }, "de")).toBe("Hello");
  expect(inLanguage({ en: "", de: "Guten Tag" }, "en")).toBe("Guten Tag");
});
