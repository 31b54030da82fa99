import type { Route } from "../../../platform/http/route.ts";
import { draftPages } from "../draft-pages.tsx";
import { requestPath } from "../views/portal/request-status.tsx";
import { customerOf, customers } from "./guard.ts";

/** Without the type of request, which may have been retired, the choice of types leads on. */
const typePath = (typeKey: string): string =>
  typeKey === "" ? "/requests/new" : `/requests/new/${encodeURIComponent(typeKey)}`;

export const draftRoutes: readonly Route[] = draftPages({
  path: "/requests/drafts",
  access: customers,
  personOf: customerOf,
  hrefInTicket: ({ number }) => `${requestPath(number)}#answer`,
  hrefOfNew: ({ id, fields: { typeKey = "" } }) => `${typePath([typeKey].flat()[0] ?? "")}?draft=${id}`,
});
