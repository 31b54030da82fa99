import { expect, test } from "vitest";
import { fillPlaceholders } from "./placeholders.ts";

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
