import type { Route } from "../../../platform/http/route.ts";
import { heldRoutes } from "./held.tsx";
import { languageRoutes } from "./language.tsx";
import { linkRoutes } from "./links.tsx";
import { organisationRoutes } from "./organisation.tsx";
import { profileRoutes } from "./profile.tsx";
import { setUpRoutes } from "./set-up.tsx";
import { signInRoutes } from "./sign-in.tsx";

export const portalRoutes: readonly Route[] = [
  ...signInRoutes,
  ...linkRoutes,
  ...profileRoutes,
  ...organisationRoutes,
  ...languageRoutes,
  ...heldRoutes,
  ...setUpRoutes,
];
