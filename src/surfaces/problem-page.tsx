import { isAgent, isSignedIn } from "../platform/actor.ts";
import type { Form } from "../platform/http/form.ts";
import { isSecretField, wordsIn } from "../platform/http/held-forms.ts";
import { page, type Ask, type Page } from "../platform/http/route.ts";
import type { Problem } from "../platform/http/surface.ts";
import { Button, ErrorState, Form as FormElement, LinkButton } from "../ui/index.ts";
import { words } from "./words.ts";

const KeptForm = ({ ask, kept }: { ask: Ask; kept: Form }) => {
  const w = words[ask.actor.locale];
  const fields = [...kept.fields].filter(([name]) => !isSecretField(name));
  return (
    <FormElement id="kept" action={ask.url} plain>
      <p>{w.keptWords}</p>
      {fields.flatMap(([name, values]) =>
        values.map((value, index) => <input key={`${name} ${index}`} type="hidden" name={name} value={value} />),
      )}
      {wordsIn(kept).map((written, index) => (
        <blockquote key={index} class="kept-words">
          {written}
        </blockquote>
      ))}
      <Button type="submit" kind="primary" icon="send">
        {w.sendAgain}
      </Button>
    </FormElement>
  );
};

/** Whoever followed somebody else's link in this browser is now somebody else, and would not guess it. */
const SignedInAs = ({ name, words: w }: { name: string; words: (typeof words)["en"] }) => (
  <FormElement id="leave" action="/sign-out" turbo={false} plain>
    <p>{w.signedInAs(name)}</p>
    <Button type="submit" kind="quiet" icon="log-out">
      {w.somebodyElse}
    </Button>
  </FormElement>
);

/** A whole page for what went wrong. It needs nothing but the request, because the database may be what is missing. */
export const problemPage = (ask: Ask, { status, phrase, kept }: Problem): Page => {
  const { locale } = ask.actor;
  const w = words[locale];
  const title = w.problems[status] ?? w.problems[500] ?? "";
  const mayRepeat = status === 503 || status === 500 || status === 409;
  return page(
    title,
    <ErrorState
      code={status}
      title={title}
      icon={status === 404 ? "circle-question-mark" : status === 503 ? "hourglass" : "circle-alert"}
      actions={
        <>
          {mayRepeat && !kept?.fields.size && <LinkButton href={ask.url}>{w.tryAgain}</LinkButton>}
          <LinkButton href={isAgent(ask.actor) ? "/desk" : "/"} kind="quiet">
            {w.toStart}
          </LinkButton>
        </>
      }
    >
      <p>{phrase.say(locale)}</p>
      {status === 403 && isSignedIn(ask.actor) && <SignedInAs name={ask.actor.name} words={w} />}
      {mayRepeat && kept && kept.fields.size > 0 && <KeptForm ask={ask} kept={kept} />}
    </ErrorState>,
    { status, card: { hasOwnTitle: true } },
  );
};
