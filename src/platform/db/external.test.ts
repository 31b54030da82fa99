import { describe, expect, test } from "vitest";
import { StartRefused } from "../start-refused.ts";
import { checkExternal, checkVersion } from "./external.ts";

describe("checkVersion", () => {
  test.each([150_000, 150_018, 160_004, 170_009, 180_004])("takes %i", (number) => {
    expect(() => checkVersion({ text: "", number })).not.toThrow();
  });

  test.each([
    ["14.22", 140_022],
    ["19beta1", 190_000],
    ["9.6.24", 90_624],
  ])("refuses %s", (text, number) => {
    expect(() => checkVersion({ text, number })).toThrow(
      new StartRefused(`The database of DATABASE_URL is PostgreSQL ${text}; Tresen works with PostgreSQL 15 to 18.`),
    );
  });
});

test("a database that does not come is named with the reason, after waiting for it", async () => {
  const said: string[] = [];
  const check = checkExternal("postgresql://tresen@127.0.0.1:1/tresen", {
    say: (text) => said.push(text),
    seconds: 0.8,
  });
  await expect(check).rejects.toThrow(
    "The database of DATABASE_URL cannot be reached: connect ECONNREFUSED 127.0.0.1:1",
  );
  expect(said).toEqual(["Waiting for the database (connect ECONNREFUSED 127.0.0.1:1) …"]);
});
