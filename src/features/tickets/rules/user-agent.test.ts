import { expect, it } from "vitest";
import { surroundingsOf } from "./user-agent.ts";

it.each([
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.3537.57",
    { browser: "Edge", browser_version: "141.0.3537.57", os: "Windows 10/11" },
  ],
  [
    "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    { browser: "Firefox", browser_version: "140.0", os: "Linux" },
  ],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15",
    { browser: "Safari", browser_version: "18.6", os: "macOS" },
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/141.0.7390.41 Mobile/15E148 Safari/604.1",
    { browser: "Chrome", browser_version: "141.0.7390.41", os: "iOS 18.6" },
  ],
  [
    "Mozilla/5.0 (Linux; Android 15; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36",
    { browser: "Samsung Internet", browser_version: "28.0", os: "Android 15" },
  ],
  ["curl/8.5.0", {}],
  ["", {}],
])("reads %s", (userAgent, expected) => {
  expect(surroundingsOf(userAgent)).toEqual(expected);
});
