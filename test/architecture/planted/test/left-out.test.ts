// every-test-runs
import { test } from "vitest";

test.skip("is left out", () => undefined);
