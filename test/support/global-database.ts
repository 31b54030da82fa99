import type { TestProject } from "vitest/node";
import { connect, type DatabaseAddress } from "../../src/platform/db/db.ts";
import { administer, databaseAt, dropDatabases, freshName, startCluster } from "./cluster.ts";
import { createMigrated } from "./migrated.ts";
import { prepareReset } from "./reset.ts";

declare module "vitest" {
  interface ProvidedContext {
    cluster: DatabaseAddress;
    /** The migrated database that every other is cloned from. */
    template: string;
  }
}

/** Starts PostgreSQL once for a run and migrates one database, which the workers clone. */
export const setup = async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const cluster = await startCluster();
  const template = freshName("tresen_test");
  await createMigrated(cluster.address, template);
  const { pool, close } = connect(databaseAt(cluster.address, template), 1);
  await prepareReset(pool).finally(close);
  // A template is copied only while nobody is connected to it; this keeps PostgreSQL's own vacuuming out too.
  await administer(cluster.address, `alter database ${template} with allow_connections false`);
  provide("cluster", cluster.address);
  provide("template", template);
  return async () => {
    await dropDatabases(cluster.address, template);
    await cluster.stop();
  };
};
