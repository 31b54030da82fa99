import type { Use } from "../platform/feature.ts";
import type { Ask } from "../platform/http/route.ts";
import { formatNumber } from "../platform/i18n/index.ts";
import { Panel, useUi } from "../ui/index.ts";
import type { House } from "./house.ts";
import { words } from "./words.ts";

/** What all features know of who names it. */
export const usesOf = async (
  { features }: House,
  ask: Ask,
  { kind, id }: { kind: string; id: number },
): Promise<readonly Use[]> =>
  (await Promise.all(features.map(async ({ uses }) => (await uses?.[kind]?.(ask, id)) ?? [])))
    .flat()
    .filter(({ count }) => count > 0);

export const WhereUsed = ({ uses }: { uses: readonly Use[] }) => {
  const { locale } = useUi();
  const w = words[locale];
  return (
    <div class="mt-8">
      <Panel title={w.whereUsed} id="where-used">
        {uses.length === 0 ? (
          <p class="muted">{w.usedNowhere}</p>
        ) : (
          <ul class="stack gap-1">
            {uses.map(({ label, count, href }) => {
              const said = `${formatNumber(count, locale)} ${label}`;
              return (
                <li key={label}>
                  {href === undefined ? (
                    said
                  ) : (
                    <a class="text-link" href={href}>
                      {said}
                    </a>
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </Panel>
    </div>
  );
};
