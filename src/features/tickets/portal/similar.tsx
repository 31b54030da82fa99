import { get, page } from "../../../platform/http/route.ts";
import { listSimilarRequests } from "../store/portal-lists.ts";
import { subjectField } from "../views/portal/request-form.tsx";
import { SimilarRequests } from "../views/portal/similar-requests.tsx";
import { customerOf, customers } from "./guard.ts";
import { rowsOf } from "./rows.ts";

const mostSimilar = 3;
const longest = 250;

/** What the customer has asked already, for the subject that is just being typed. */
export const similarRoute = get("/requests/similar", customers, async (ask) => {
  const actor = customerOf(ask);
  const { db } = ask.context;
  const subject = ask.query.get("subject")?.slice(0, longest) ?? "";
  const similar = await listSimilarRequests(db, actor, { subject, limit: mostSimilar });
  return page("", <SimilarRequests rows={await rowsOf(db, actor, similar)} field={subjectField} />, { fragment: true });
});
