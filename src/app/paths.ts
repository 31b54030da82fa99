import { join } from "node:path";

// Source and build lie equally deep: src/app and dist/server.
const root = join(import.meta.dirname, "../..");

export const migrationsFolder = join(root, "db/migrations");
export const assetsFolder = join(root, "dist/assets");
