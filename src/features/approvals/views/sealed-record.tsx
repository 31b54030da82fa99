import { Icon } from "../../../ui/index.ts";
import { isIntact } from "../seal.ts";
import type { Approval } from "../types.ts";
import { usePageWords } from "../words.pages.ts";

/** The proof, folded: hash of the text and seal of each decision, checked while the page is made. */
export const SealedRecord = ({ approval }: { approval: Approval }) => {
  const w = usePageWords();
  if (approval.decisions.length === 0) return null;
  const intact = approval.decisions.every((decision) => isIntact(approval, decision));
  return (
    <details class="small" open={!intact} id={`approval-record-${approval.id}`}>
      <summary class="text-muted cursor-pointer">
        <span class="inline-flex items-center gap-1.5">
          <Icon name="shield-check" size={14} /> {w.record}
        </span>
      </summary>
      <div class="stack mt-2 gap-2">
        <p class="text-muted">{w.recordAbout}</p>
        <p>
          {w.textHash}: <code class="break-all">{approval.textHash}</code>
        </p>
        {approval.decisions.map(({ id, personName, seal }) => (
          <p key={id}>
            {w.seal} · {personName}: <code class="break-all">{seal}</code>
          </p>
        ))}
        <p class={intact ? "text-success-ink" : "text-danger-ink"} role={intact ? undefined : "alert"}>
          <span class="inline-flex items-center gap-1.5">
            <Icon name={intact ? "circle-check" : "octagon-alert"} size={14} /> {intact ? w.intact : w.broken}
          </span>
        </p>
      </div>
    </details>
  );
};
