import { sql } from "kysely";
import type { CountUses, Entry } from "../../products/index.ts";

const columns = { product: "product_id", version: "version_id", module: "module_id" } as const;

/** How many tickets name each product, version and module, for the pages on which these are kept. */
export const countProductUses: CountUses = async (db) => {
  const counts = new Map<string, number>();
  const keyOf = ({ kind, id }: Entry): string => `${kind} ${id}`;
  for (const kind of ["product", "version", "module"] as const) {
    const column = sql.ref<number>(columns[kind]);
    const { rows } = await sql<{ id: number; count: number }>`
      select ${column} as id, count(*) from tickets where ${column} is not null group by ${column}`.execute(db);
    for (const { id, count } of rows) counts.set(keyOf({ kind, id }), count);
  }
  return (entry) => ({
    count: counts.get(keyOf(entry)) ?? 0,
    href: `/desk?status=all&${entry.kind}=${entry.id}`,
  });
};
