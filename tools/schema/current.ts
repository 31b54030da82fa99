import { join } from "node:path";
import { connect } from "../../src/platform/db/db.ts";
import { migrate } from "../../src/platform/db/migrate.ts";
import { administer, databaseAt, freshName, startCluster } from "../../test/support/cluster.ts";
import { createMigrated, migrationsFolder } from "../../test/support/migrated.ts";
import { readCatalog } from "./catalog.ts";
import { schemaText } from "./schema-text.ts";
import { schemaTypes } from "./schema-types.ts";

const root = join(import.meta.dirname, "../..");

export interface SchemaFile {
  /** From the root of the project. */
  path: string;
  absolute: string;
  text: string;
}

export interface Schema {
  /** The files as they should be. */
  files: SchemaFile[];
  /** What a second migration of the same database did; nothing, if all is well. */
  changedBySecond: string[];
}

/** Migrates an empty database, and once more, and reads back what came out. */
export const readSchema = async (): Promise<Schema> => {
  const cluster = await startCluster();
  const name = freshName("schema");
  try {
    await createMigrated(cluster.address, name);
    return await readFrom(databaseAt(cluster.address, name));
  } finally {
    await administer(cluster.address, `drop database if exists ${name} with (force)`);
    await cluster.stop();
  }
};

const readFrom = async (address: Parameters<typeof connect>[0]): Promise<Schema> => {
  const { pool, close } = connect(address, 2);
  try {
    const catalog = await readCatalog(pool);
    const ranAgain = await migrate(pool, migrationsFolder);
    const text = schemaText(catalog);
    const textAfter = schemaText(await readCatalog(pool));
    return {
      files: [
        file("db/schema.sql", text),
        file("src/platform/db/schema.ts", await schemaTypes(catalog, { printWidth: 120 })),
      ],
      changedBySecond: [...ranAgain.map((migration) => `ran ${migration} again`), ...differences(text, textAfter)],
    };
  } finally {
    await close();
  }
};

const file = (path: string, text: string): SchemaFile => ({ path, absolute: join(root, path), text });

/** The lines that only one of two texts has, as a person compares them. */
export const differences = (before: string, after: string): string[] => {
  const [old, fresh] = [before.split("\n"), after.split("\n")];
  const gone = old.filter((line) => !fresh.includes(line)).map((line) => `- ${line}`);
  const added = fresh.filter((line) => !old.includes(line)).map((line) => `+ ${line}`);
  if (gone.length + added.length === 0 && before !== after) return ["the same lines in another order"];
  return [...gone, ...added];
};
