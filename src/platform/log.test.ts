import { describe, expect, test } from "vitest";
import { createLog } from "./log.ts";

const logged = (format: "text" | "json", entry: object): string => {
  const lines: string[] = [];
  createLog({ level: "info", format, write: (line) => lines.push(line) }).info(entry, "said");
  return lines.join("");
};

describe("createLog", () => {
  test.each(["text", "json"] as const)("keeps secrets out of %s", (format) => {
    const line = logged(format, {
      password: "open sesame",
      person: { token: "open sesame", name: "Ann" },
      req: { headers: { cookie: "open sesame", authorization: "open sesame" } },
      res: { headers: { "set-cookie": "open sesame" } },
    });
    expect(line).not.toContain("open sesame");
    expect(line).toContain("Ann");
    expect(line).toContain("said");
  });

  test.each([
    ["/requests/10482?text=open+sesame", "/requests/10482"],
    ["/password/SgVkYp3s6v9y$B&E)H@McQfTjWnZr4u7x!A", "/password/[secret]"],
    ["/sign-in/link/4t7w9zCFJaNcRfUjXn2r5u8xADGKbPeS/renew?x=1#y", "/sign-in/link/[secret]/renew"],
    ["http://desk.example/held/0123456789abcdefghijklmn", "http://desk.example/held/[secret]"],
    ["/desk/tickets/10482/reply", "/desk/tickets/10482/reply"],
  ])("of the address %s there is only %s", (url, expected) => {
    expect(JSON.parse(logged("json", { url }))).toMatchObject({ url: expected });
  });

  test("json is one object a line, with the time in ISO 8601", () => {
    const line = logged("json", { ticket: 1 });
    expect(line.endsWith("\n")).toBe(true);
    expect(JSON.parse(line)).toMatchObject({
      level: 30,
      ticket: 1,
      msg: "said",
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string,
    });
  });

  test("text says when by date, time and zone", () => {
    expect(logged("text", { msg: "here" })).toMatch(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d{4}/);
  });

  test("text shows an error's stack", () => {
    expect(logged("text", { err: new Error("broken") })).toMatch(/Error: broken\n\s+at /);
  });

  test("less important messages than asked for are left out", () => {
    const lines: string[] = [];
    const log = createLog({ level: "warn", format: "json", write: (line) => lines.push(line) });
    log.info("not this");
    log.warn("this");
    expect(lines).toHaveLength(1);
  });
});
