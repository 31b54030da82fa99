import { randomUUID } from "node:crypto";
import type { Proposal } from "../platform/feature.ts";
import type { Ask } from "../platform/http/route.ts";
import { onceField } from "../platform/http/submit.ts";
import { Button, Notice } from "../ui/index.ts";
import type { House } from "./house.ts";

/** What all features propose to do with what a page shows. */
export const proposalsOf = async (
  { features }: House,
  ask: Ask,
  { kind, id }: { kind: string; id: number },
): Promise<readonly Proposal[]> =>
  (await Promise.all(features.map(async ({ proposals }) => (await proposals?.[kind]?.(ask, id)) ?? []))).flat();

export const Proposals = ({ proposals }: { proposals: readonly Proposal[] }) => (
  <>
    {proposals.map(({ title, about, yes, no }) => (
      <div key={yes.action}>
        <Notice
          icon="lightbulb"
          title={title}
          actions={
            <>
              <Decision {...yes} isYes />
              <Decision {...no} />
            </>
          }
        >
          <p>{about}</p>
        </Notice>
      </div>
    ))}
  </>
);

const Decision = ({ label, action, isYes = false }: Proposal["yes"] & { isYes?: boolean }) => (
  <form method="post" action={action}>
    <input type="hidden" name={onceField} value={randomUUID()} />
    <Button size="sm" kind={isYes ? "primary" : "secondary"}>
      {label}
    </Button>
  </form>
);
