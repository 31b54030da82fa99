import { createSocket } from "node:dgram";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { afterAll, expect, test } from "vitest";
import { refuseNetwork } from "./network-guard.ts";

// Addresses that RFC 5737 and 3849 keep free for examples: nothing answers there even if the guard were broken.
const guard = refuseNetwork();
afterAll(() => {
  guard.release();
});

test("refuses to fetch from another machine, and remembers it", async () => {
  await expect(fetch("http://192.0.2.1/")).rejects.toThrow();
  await expect(fetch("http://example.invalid/")).rejects.toThrow();
  expect(guard.takeAttempts()).toEqual(["192.0.2.1", "example.invalid"]);
  expect(guard.takeAttempts()).toEqual([]);
});

test("refuses plain sockets and datagrams", () => {
  expect(() => connect(25, "192.0.2.1")).toThrow("no network in tests");
  expect(() => connect({ host: "2001:db8::1", port: 25 })).toThrow("no network in tests");
  const datagrams = createSocket("udp4");
  expect(() => {
    datagrams.send("x", 53, "192.0.2.1");
  }).toThrow("no network in tests");
  datagrams.close();
  expect(guard.takeAttempts()).toEqual(["192.0.2.1", "2001:db8::1", "192.0.2.1"]);
});

test("lets a test talk to its own machine", async () => {
  const server = createServer((_, response) => response.end("hello")).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  expect(await (await fetch(`http://127.0.0.1:${String(port)}/`)).text()).toBe("hello");
  expect(await (await fetch(`http://localhost:${String(port)}/`)).text()).toBe("hello");
  server.close();
  expect(guard.takeAttempts()).toEqual([]);
});
