import { isSignedIn, type Actor } from "../platform/actor.ts";
import type { Context } from "../platform/context.ts";
import { Forbidden, NotFound } from "../platform/errors.ts";
import type { Feature } from "../platform/feature.ts";
import { signedIn } from "../platform/http/access.ts";
import { get, type Route } from "../platform/http/route.ts";
import { actorOfPerson } from "../features/people/index.ts";

type MayWatch = (context: Context, actor: Actor, topic: string) => Promise<boolean>;

/** Asks the feature that owns the topic's kind. A kind that nobody owns may not be watched. */
const mayWatchIn = (features: readonly Feature[]): MayWatch => {
  const byKind = new Map(features.flatMap((feature) => Object.entries(feature.watch ?? {})));
  return async (context, actor, topic) => {
    const [kind = "", id = ""] = topic.split(":");
    return (await byKind.get(kind)?.(context, actor, id)) ?? false;
  };
};

const mostTopics = 20;

/**
 * The live stream of one page: `/live?topic=ticket:12&topic=queue`. It says only which topic has changed; the page
 * then fetches itself again. Whether the person may watch is asked at the start and before each message.
 */
export const liveRoute = (features: readonly Feature[]): Route => {
  const mayWatch = mayWatchIn(features);
  return get("/live", signedIn, async ({ context, actor, query }) => {
    if (!isSignedIn(actor)) throw new Forbidden();
    const topics = query.getAll("topic").slice(0, mostTopics);
    const allowed = await Promise.all(topics.map((topic) => mayWatch(context, actor, topic)));
    if (topics.length === 0 || allowed.includes(false)) throw new NotFound();
    // Roles and memberships change, and accounts end, while a page stays open.
    const mayStillWatch = async (topic: string): Promise<boolean> => {
      const person = await findActor(context, actor.personId);
      return person !== undefined && mayWatch(context, person, topic);
    };
    return {
      kind: "stream",
      open: (write) =>
        context.live.subscribe(topics, (topic) => {
          mayStillWatch(topic).then(
            (may) => {
              if (may) write(`event: refresh\ndata: ${JSON.stringify({ topic })}\n\n`);
            },
            (error: unknown) => {
              context.log.warn({ err: error, topic }, "a live update was not delivered");
            },
          );
        }),
    };
  });
};

/** The person as he may act by now; undefined when his account has ended. */
const findActor = async (context: Context, personId: number): Promise<Actor | undefined> => {
  try {
    return await actorOfPerson(context.db, personId);
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
};
