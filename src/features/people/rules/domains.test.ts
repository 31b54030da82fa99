import { expect, it } from "vitest";
import { domainOf, domainsIn, isDomain, isPublicDomain } from "./domains.ts";

it("reads domains as people write them down, each once", () => {
  expect(domainsIn(" Acme.example\r\n@acme.example, globex.example ; \n\nmüller.example.\n")).toEqual([
    "acme.example",
    "globex.example",
    "müller.example",
  ]);
  expect(domainsIn(" \n ")).toEqual([]);
});

it.each(["acme.example", "a.b.c.example", "xn--mller-kva.example", "müller.example", "1und1.example"])(
  "%s is a domain",
  (text) => {
    expect(isDomain(text)).toBe(true);
  },
);

it.each([
  "acme",
  "http://acme.example",
  "cy@acme.example",
  "-acme.example",
  "acme-.example",
  "acme..example",
  "192.168.1.1",
  "a".repeat(64) + ".example",
])("%s is none", (text) => {
  expect(isDomain(text)).toBe(false);
});

it("knows at whose domains everybody can have an address", () => {
  expect(isPublicDomain("gmx.de")).toBe(true);
  expect(isPublicDomain("acme.example")).toBe(false);
});

it("takes the domain of an address after the last @", () => {
  expect(domainOf('"a@b"@acme.example')).toBe("acme.example");
});
