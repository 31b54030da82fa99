import { join } from "node:path";
import { connect, type DatabaseAddress } from "../../src/platform/db/db.ts";
import { migrate } from "../../src/platform/db/migrate.ts";
import { migrateJobs } from "../../src/platform/jobs.ts";
import { administer, databaseAt } from "./cluster.ts";
import { silentLog } from "./log.ts";

export const migrationsFolder = join(import.meta.dirname, "../../db/migrations");

/** Creates a database and brings it to the newest schema, the job queue's included, as the server does when it starts. */
export const createMigrated = async (cluster: DatabaseAddress, name: string): Promise<void> => {
  await administer(cluster, `create database ${name}`);
  const { pool, close } = connect(databaseAt(cluster, name), 2);
  try {
    await migrate(pool, migrationsFolder);
    await migrateJobs({ pool, log: silentLog });
  } finally {
    await close();
  }
};
