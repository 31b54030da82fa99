import { afterAll, afterEach } from "vitest";
import { closeBrowser, leave } from "./browser.ts";

afterEach(({ task }) => leave(task.result?.state === "fail" ? task.name : undefined));
afterAll(closeBrowser);
