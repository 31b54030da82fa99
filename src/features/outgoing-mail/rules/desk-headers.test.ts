import { expect, test } from "vitest";
import { deskHeaders, deskHeadersIn } from "./desk-headers.ts";

const received = (headers: Record<string, string>) =>
  deskHeadersIn(new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value]])));

test("what one desk writes the other reads, umlauts included", () => {
  expect(received(deskHeaders({ number: 10023, status: "Zurückgestellt" }))).toEqual({
    number: "10023",
    status: "Zurückgestellt",
  });
});

test("a long name of a status still makes a header line that can be read", () => {
  const { status = "" } = received(deskHeaders({ number: 1, status: "€".repeat(80) }));
  expect(status).toMatch(/^€{10,}$/);
});

test.each([
  ["X-Tresen-Status", "%E0%A4%A"],
  ["X-Tresen-Status", "a%0Ab"],
  ["X-Tresen-Status", "<b>x"],
  ["X-Tresen-Status", "x".repeat(200)],
  ["X-Tresen-Ticket", "12; drop"],
  ["X-Tresen-Ticket", "9".repeat(40)],
])("nothing odd is believed: %s: %s", (name, value) => {
  expect(received({ [name]: value })).toEqual({ number: undefined, status: undefined });
});
