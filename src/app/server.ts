import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { readActor, readVisitor } from "../features/people/index.ts";
import type { Context } from "../platform/context.ts";
import { createHttp, type HttpServer } from "../platform/http/server.ts";
import { adminSurface, deskSurface } from "../surfaces/office.tsx";
import { portalSurface } from "../surfaces/portal.tsx";
import { features } from "./features.ts";
import { assetsFolder } from "./paths.ts";

/** The web server with everything that people reach by a browser, not yet listening. */
export const createServer = async (context: Context, isReady: () => Promise<boolean>): Promise<HttpServer> => {
  const house = { features, asset: await builtAssets(assetsFolder) };
  return createHttp({
    context,
    surfaces: [portalSurface(house), deskSurface(house), adminSurface(house)],
    actorOf: (request) => readActor(context, request),
    visitorOf: (request) => readVisitor(request),
    isReady,
    assetsFolder,
  });
};

const manifestSchema = z.record(z.string(), z.string());

/** Looks a built file's public path up by its logical name. An unknown name is a defect of the page that asks. */
const builtAssets = async (folder: string): Promise<(name: string) => string> => {
  const manifest = manifestSchema.parse(JSON.parse(await readFile(join(folder, "manifest.json"), "utf8")));
  return (name) => {
    const file = manifest[name];
    if (file === undefined) throw new Error(`the build made no ${name}`);
    return `/assets/${file}`;
  };
};
