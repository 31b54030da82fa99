import type { FastifyRequest } from "fastify";
import type { Actor } from "../actor.ts";
import type { Context } from "../context.ts";
import type { Surface } from "./surface.ts";

/** What the web server is made of. */
export interface HttpParts {
  context: Context;
  surfaces: readonly Surface[];
  /** Who asks: reads the session. Also answers, for visitors, in which language. */
  actorOf(request: FastifyRequest): Promise<Actor>;
  /** For somebody whose session cannot be read, e.g. because the database is away. */
  visitorOf(request: FastifyRequest): Actor;
  isReady(): Promise<boolean>;
  assetsFolder: string;
}
