import { sql } from "kysely";
import { expect, it } from "vitest";
import { startPortal, wordsOf } from "../../../../test/support/portal.ts";

it("counts up to a thousand, and says where there are more", async () => {
  const { as, cast, context, open } = await startPortal();
  const { ticketId } = await open(cast.cy);
  const ann = await as(cast.ann);
  const more = (count: number) =>
    sql`insert into tickets (number, type_id, subject, status, channel, requester_id, organisation_id, opened_at,
        submitted_at, last_activity_at, last_public_at, status_since)
      select (select max(number) from tickets) + n, type_id, subject, status, channel, requester_id, organisation_id,
        opened_at, submitted_at, last_activity_at, last_public_at, status_since
      from tickets cross join generate_series(1, ${count}::int) n where id = ${ticketId}`.execute(context.db);
  await more(999);
  expect(wordsOf(await ann.get("/desk"))).toContain("Unassigned 1,000 ");
  await more(1);
  const desk = wordsOf(await ann.get("/desk"));
  expect(desk).toContain("Unassigned 1,000+ ");
  expect(desk).toContain("50 of 1,000+");
  expect(wordsOf(await (await as(cast.cora)).get("/requests?scope=organisation"))).toContain("1.000+");
});
