import { hasRole } from "../platform/actor.ts";
import type { NextStep } from "../platform/feature.ts";
import type { Ask } from "../platform/http/route.ts";
import { areNextStepsShown, nextStepsPath } from "../features/desk-settings/index.ts";
import { Button, Form, Icon, isIconName, Panel, useUi } from "../ui/index.ts";
import type { House } from "./house.ts";
import { words } from "./words.ts";

/** What an administrator still has to do for a new desk; nothing once all is done or nobody wants to see it. */
export const openSteps = async ({ features }: House, ask: Ask): Promise<readonly NextStep[]> => {
  if (!hasRole(ask.actor, "administrator") || !(await areNextStepsShown(ask.context.db))) return [];
  const steps = await Promise.all(features.map(async (feature) => (await feature.nextSteps?.(ask)) ?? []));
  return steps.flat().filter(({ isDone }) => !isDone);
};

/** On the desk above the list, whose table reaches the edges; in the administration as any other part of the page. */
export const NextSteps = ({ steps, look }: { steps: readonly NextStep[]; look: "desk" | "admin" }) => {
  const w = words[useUi().locale];
  if (steps.length === 0) return null;
  return (
    <div class={look === "desk" ? "px-4 pt-4" : "mt-6"}>
      <Panel
        title={w.nextSteps}
        id="next-steps"
        action={
          <Form id="dismiss-next-steps" action={nextStepsPath} plain>
            <Button size="sm" kind="quiet" icon="x">
              {w.dismissSteps}
            </Button>
          </Form>
        }
      >
        <div class="stack">
          <p class="muted">{w.nextStepsAbout}</p>
          <ul class="border-line divide-line divide-y border-t">
            {steps.map(({ href, title, about, icon }) => (
              <li key={title} class="flex items-start gap-3 py-3">
                <Icon name={isIconName(icon) ? icon : "settings"} class="text-accent-ink mt-0.5 shrink-0" />
                <span class="min-w-0">
                  <a class="text-link font-medium" href={href}>
                    {title}
                  </a>
                  <span class="muted small block">{about}</span>
                </span>
              </li>
            ))}
          </ul>
        </div>
      </Panel>
    </div>
  );
};
