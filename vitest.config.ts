import { defineConfig } from "vitest/config";

// A zone far from UTC with odd daylight saving, and no language: whatever silently follows the machine shows here.
// Set for Vitest itself too, because its workers inherit it.
Object.assign(process.env, { TZ: "Pacific/Auckland", LANG: "C", LC_ALL: "C" });

const database = {
  globalSetup: ["test/support/global-database.ts"],
  setupFiles: ["test/support/no-network.ts"],
};

// Vitest loads a configuration by its default export.
// eslint-disable-next-line no-restricted-syntax
export default defineConfig({
  cacheDir: ".cache/vite",
  test: {
    pool: "forks",
    // Two cores, and the database wants some of them as well.
    maxWorkers: 2,
    // A worker keeps its modules, and its databases, from file to file: a third of the time would go into loading them.
    isolate: false,
    allowOnly: false,
    setupFiles: ["test/support/no-network.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: [
            "src/**/*.test.{ts,tsx}",
            "tools/**/*.test.ts",
            "test/{unit,architecture,support}/**/*.test.{ts,tsx}",
          ],
          exclude: ["**/*.db.test.{ts,tsx}", "**/planted/**"],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          ...database,
          setupFiles: [...database.setupFiles, "test/support/cheap-passwords.ts"],
          name: "integration",
          include: ["{src,tools}/**/*.db.test.{ts,tsx}", "test/{integration,support}/**/*.db.test.{ts,tsx}"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          ...database,
          name: "lifecycle",
          include: ["test/lifecycle/**/*.test.{ts,tsx}"],
          // These start, stop and kill whole servers; two at a time would measure each other.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          ...database,
          setupFiles: [...database.setupFiles, "test/support/leave-browser.ts"],
          name: "journeys",
          include: ["test/journeys/**/*.test.{ts,tsx}"],
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.{ts,tsx}"],
          globalSetup: ["test/support/global-server.ts"],
          setupFiles: ["test/support/no-network.ts", "test/support/leave-browser.ts"],
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
