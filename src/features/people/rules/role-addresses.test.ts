import { expect, it } from "vitest";
import { isRoleAddress } from "./role-addresses.ts";

it.each([
  "info@acme.example",
  "Support@acme.example",
  "support+desk@acme.example",
  "support-de@acme.example",
  "service.at@acme.example",
  "buchhaltung@acme.example",
  "no-reply@acme.example",
  "noreply@acme.example",
  "postmaster@acme.example",
  "it@acme.example",
  "vertrieb-2@acme.example",
])("%s belongs to a role", (email) => {
  expect(isRoleAddress(email)).toBe(true);
});

it.each([
  "ina.fo@acme.example",
  "info.mueller@acme.example",
  "it.schmidt@acme.example",
  "salesman@acme.example",
  "hr.krause@acme.example",
  "cy@support.example",
  "teamer@acme.example",
])("%s belongs to a person", (email) => {
  expect(isRoleAddress(email)).toBe(false);
});
