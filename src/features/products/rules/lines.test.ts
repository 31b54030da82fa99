import { describe, expect, it } from "vitest";
import { namesIn, versionsIn } from "./lines.ts";

describe("a pasted list", () => {
  it("gives one name a line, without empty lines, outer blanks and repetitions", () => {
    expect(namesIn("ERP\n\n  Till  \nerp\nField   app\n")).toEqual(["ERP", "Till", "Field app"]);
    expect(namesIn(" \n")).toEqual([]);
  });

  it.each([
    ["15.0", "15.0", null],
    ["14.2; 2026-03-01", "14.2", "2026-03-01"],
    ["14.2\t1.3.2026", "14.2", "2026-03-01"],
    ["14.2;", "14.2", null],
  ])("reads %j as a version and its day", (line, name, releasedOn) => {
    expect(versionsIn(line)).toEqual({ versions: [{ name, releasedOn }], problem: undefined });
  });

  it.each(["14.2; soon", "14.2; 2026-02-30", "14.2; 31.4.2026"])("says which day of %j is none", (line) => {
    expect(versionsIn(`15.0\n${line}`).problem).toBe(line.split("; ")[1]);
  });
});
