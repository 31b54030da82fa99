import { isAgent, isSignedIn } from "../platform/actor.ts";
import type { Form } from "../platform/http/form.ts";
import { fieldsToSend, notKeptIn, wordsIn } from "../platform/http/held-forms.ts";
import { page, type Ask, type Page } from "../platform/http/route.ts";
import type { Problem } from "../platform/http/surface.ts";
import { Button, ErrorState, Form as FormElement, LinkButton } from "../ui/index.ts";
import { words } from "./words.ts";

const KeptForm = ({ ask, kept }: { ask: Ask; kept: Form }) => {
  const w = words[ask.actor.locale];
  return (
    <FormElement id="kept" action={ask.url} plain>
      <p>{w.keptWords}</p>
      {fieldsToSend(kept).map(({ name, value }, index) => (
        <input key={`${name} ${index}`} type="hidden" name={name} value={value} />
      ))}
      {wordsIn(kept).map((written, index) => (
        <blockquote key={index} class="kept-words">
          {written}
        </blockquote>
      ))}
      {notKeptIn(kept).map((said) => (
        <p key={said}>{said}</p>
      ))}
      <Button type="submit" kind="primary" icon="send">
        {w.sendAgain}
      </Button>
    </FormElement>
  );
};

/** Whoever followed somebody else's link in this browser is now somebody else, and would not guess it. */
const SomebodyElse = ({ children }: { children: string }) => (
  <FormElement id="leave" action="/sign-out" turbo={false} plain>
    <Button type="submit" kind="quiet" icon="log-out">
      {children}
    </Button>
  </FormElement>
);

/** A whole page for what went wrong. It needs nothing but the request, because the database may be what is missing. */
export const problemPage = (ask: Ask, { status, phrase, kept, title: ownTitle }: Problem): Page => {
  const { locale } = ask.actor;
  const w = words[locale];
  const title = ownTitle?.say(locale) ?? w.problems[status] ?? w.problems[500] ?? "";
  const mayRepeat = status === 503 || status === 500 || status === 409;
  const reader = status === 403 && isSignedIn(ask.actor) ? ask.actor.name : undefined;
  return page(
    title,
    <ErrorState
      // A title of its own says what has to happen; the number would only look like a failure.
      code={ownTitle ? undefined : status}
      title={title}
      icon={status === 404 ? "circle-question-mark" : status === 503 ? "hourglass" : "circle-alert"}
      actions={
        <>
          {mayRepeat && !kept?.fields.size && <LinkButton href={ask.url}>{w.tryAgain}</LinkButton>}
          {!ownTitle && (
            <LinkButton href={isAgent(ask.actor) ? "/desk" : "/"} kind={mayRepeat ? "quiet" : "secondary"}>
              {isAgent(ask.actor) ? w.toDesk : w.toStart}
            </LinkButton>
          )}
          {reader !== undefined && <SomebodyElse>{w.somebodyElse}</SomebodyElse>}
        </>
      }
    >
      <p>{phrase.say(locale)}</p>
      {phrase.key === "platform.forbidden" && isAgent(ask.actor) && ask.actor.role !== "administrator" && (
        <p>{w.askAdministrator}</p>
      )}
      {reader !== undefined && <p>{w.signedInAs(reader)}</p>}
      {mayRepeat && kept && kept.fields.size > 0 && <KeptForm ask={ask} kept={kept} />}
    </ErrorState>,
    // Who works here keeps the way to everything else; the other problems may come from what that way is made of.
    isAgent(ask.actor) && status === 404 ? { status, width: "full" } : { status, card: { hasOwnTitle: true } },
  );
};
