import { Button, FieldError, Form, Icon, Panel, TextArea, useUi } from "../../../../ui/index.ts";
import { move } from "../../rules/status.ts";
import { portalWords } from "../../words-portal.ts";
import { requestPath } from "./request-status.tsx";
import type { RequestView } from "./request-view.ts";

/** One to five stars, as radio buttons that say what they mean, and words. */
export const RatingForm = ({ view }: { view: RequestView }) => {
  const w = portalWords[useUi().locale].request.rate;
  const refused = view.refused?.form === "rate" ? view.refused.state : undefined;
  const { rating } = view.ticket;
  return (
    <Panel
      id="rate"
      title={rating === null ? w.title : w.again}
      {...(rating !== null && { folds: refused ? "open" : "closed" })}
    >
      <Form
        id="rate-form"
        action={`${requestPath(view.ticket.number)}/rate`}
        labels={{ rating: w.stars, words: w.words }}
        {...(refused && {
          values: refused.values,
          errors: { ...(refused.problem && { "": refused.problem }), ...refused.errors },
        })}
      >
        <input type="hidden" name="once" value={view.once} />
        {view.ticket.status === "resolved" && (
          <p class="text-muted">{move(view.ticket, "rate") === "closed" ? w.lead : w.leadAmong}</p>
        )}
        <Stars chosen={refused?.values["rating"] ?? rating?.toString()} error={refused?.errors["rating"]} />
        <TextArea name="words" label={w.words} rows={3} />
        <div class="form-actions">
          <Button kind="primary">{w.button}</Button>
        </div>
      </Form>
    </Panel>
  );
};

const Stars = ({ chosen, error }: { chosen: string | undefined; error: string | undefined }) => {
  const w = portalWords[useUi().locale].request.rate;
  return (
    <fieldset class="field" aria-describedby={error && "rate-form-rating-error"}>
      <legend class="field-label">{w.stars}</legend>
      <div class="grid w-full max-w-[28rem] grid-cols-5">
        {w.star.map((word, index) => {
          const count = index + 1;
          return (
            <label
              key={count}
              class="has-checked:text-warning-ink has-checked:border-line-strong text-muted hover:bg-sunken has-focus-visible:outline-focus flex min-h-11 cursor-pointer flex-col items-center gap-1 rounded border border-transparent px-1 py-2 has-focus-visible:outline-2 [&:has(~label_:checked)]:text-warning-ink"
            >
              <input
                type="radio"
                class="sr-only"
                name="rating"
                id={count === 1 ? "rate-form-rating" : `rate-form-rating-${count}`}
                value={count}
                checked={chosen === String(count)}
                aria-label={w.starName({ count, word })}
              />
              <Icon name="star" size={24} />
              <span class="text-center text-xs" aria-hidden="true">
                {word}
              </span>
            </label>
          );
        })}
      </div>
      <FieldError id="rate-form-rating" error={error} />
    </fieldset>
  );
};
