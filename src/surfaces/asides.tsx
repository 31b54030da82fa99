import type { Aside } from "../platform/feature.ts";
import type { Ask } from "../platform/http/route.ts";
import { LinkButton, Panel } from "../ui/index.ts";
import type { House } from "./house.ts";

/** What all features show beside what a page shows. */
export const asidesOf = async (
  { features }: House,
  ask: Ask,
  { kind, id }: { kind: string; id: number },
): Promise<readonly Aside[]> =>
  (await Promise.all(features.map(async ({ asides }) => (await asides?.[kind]?.(ask, id)) ?? []))).flat();

export const Asides = ({ asides }: { asides: readonly Aside[] }) => (
  <>
    {asides.map(({ title, lines, empty, action }) => (
      <Panel key={title} look="section" title={title}>
        <div class="stack">
          {lines.length === 0 && <p class="small muted">{empty}</p>}
          {lines.map(({ text, about, href }) => (
            <p key={href}>
              <a href={href}>{text}</a>
              {about !== undefined && <span class="small muted"> {about}</span>}
            </p>
          ))}
          {action && (
            <div>
              <LinkButton href={action.href} size="sm">
                {action.label}
              </LinkButton>
            </div>
          )}
        </div>
      </Panel>
    ))}
  </>
);
