import type { StoredEvent } from "../../../platform/events.ts";
import type { FormState } from "../../../platform/http/form.ts";
import { onceField } from "../../../platform/http/submit.ts";
import {
  Button,
  Form,
  History,
  Notice,
  PageHeader,
  Panel,
  Table,
  TextArea,
  TextInput,
  TextPreview,
  useUi,
  type Column,
} from "../../../ui/index.ts";
import { inLanguage, type CannedAnswer } from "../rules/languages.ts";
import { fillPlaceholders, placeholderNames, type Placeholders } from "../rules/placeholders.ts";
import { useCannedWords } from "../words.ts";
import { answerHref, answersPath } from "./paths.ts";

interface AnswerPageProps {
  /** Undefined: a new one. */
  answer: CannedAnswer | undefined;
  state: FormState;
  events: readonly StoredEvent[];
  /** What the placeholders become for an example ticket. */
  examples: Placeholders;
  once: string;
}

export const AnswerPage = (props: AnswerPageProps) => {
  const w = useCannedWords();
  const { locale } = useUi();
  const { answer, examples } = props;
  return (
    <div class="stack">
      <PageHeader
        title={answer ? inLanguage(answer.titles, locale) : w.addTitle}
        crumbs={[{ label: w.title, href: answersPath }]}
      >
        {answer ? undefined : w.addAbout}
      </PageHeader>
      {answer?.isRetired && <Notice icon="archive">{w.retiredNotice}</Notice>}
      <AnswerForm {...props} />
      <PlaceholderTable examples={examples} />
      {answer && <AnswerHistory events={props.events} />}
    </div>
  );
};

const formId = "canned-answer";
const fieldsOf = { de: { title: "titleDe", text: "textDe" }, en: { title: "titleEn", text: "textEn" } } as const;

const AnswerForm = ({ answer, state, examples, once }: AnswerPageProps) => {
  const w = useCannedWords();
  const { locale } = useUi();
  const languages = locale === "de" ? (["de", "en"] as const) : (["en", "de"] as const);
  const labels = Object.fromEntries(
    languages.flatMap((language) => [
      [fieldsOf[language].title, w.changedFields[fieldsOf[language].title]],
      [fieldsOf[language].text, w.changedFields[fieldsOf[language].text]],
    ]),
  );
  return (
    <Form
      merges
      id={formId}
      action={answer ? answerHref(answer.id) : `${answersPath}/new`}
      values={state.values}
      errors={state.problem === undefined ? state.errors : { "": state.problem, ...state.errors }}
      labels={labels}
    >
      <input type="hidden" name={onceField} value={once} />
      {languages.map((language) => (
        <LanguageFields key={language} {...{ language, answer, state, examples }} />
      ))}
      <div class="form-actions">
        <Button kind="primary">{answer ? w.save : w.add}</Button>
      </div>
    </Form>
  );
};

interface LanguageFieldsProps {
  language: "de" | "en";
  answer: CannedAnswer | undefined;
  state: FormState;
  examples: Placeholders;
}

const LanguageFields = ({ language, answer, state, examples }: LanguageFieldsProps) => {
  const w = useCannedWords();
  const names = fieldsOf[language];
  // A field that came back empty is empty, whatever is saved.
  const isAgain = Object.keys(state.lists).length > 0;
  const title = isAgain ? (state.values[names.title] ?? "") : (answer?.titles[language] ?? "");
  const text = isAgain ? (state.values[names.text] ?? "") : (answer?.texts[language] ?? "");
  return (
    <Panel title={w.language[language]}>
      <div class="canned-language">
        <div class="stack">
          <p class="small muted">{w.languageAbout}</p>
          <TextInput
            name={names.title}
            label={w.name}
            help={w.titleHelp}
            value={title}
            mark={false}
            autocomplete="off"
          />
          <TextArea name={names.text} label={w.text} help={w.textHelp} value={text} rows={9} mark={false} />
        </div>
        <TextPreview
          of={`${formId}-${names.text}`}
          title={w.preview}
          about={w.previewAbout}
          text={fillPlaceholders(text, examples)}
          values={{ ...examples }}
          empty={w.nothingYet}
          lang={language}
        />
      </div>
    </Panel>
  );
};

const PlaceholderTable = ({ examples }: { examples: Placeholders }) => {
  const w = useCannedWords();
  type Row = (typeof placeholderNames)[number];
  const columns: readonly Column<Row>[] = [
    { key: "name", heading: w.placeholder, narrow: "title", cell: (name) => <code>{`{{${name}}}`}</code> },
    { key: "meaning", heading: w.meaning, width: "grow", narrow: "pair", cell: (name) => w.meanings[name] },
    { key: "example", heading: w.example, narrow: "pair", cell: (name) => examples[name] },
  ];
  return (
    <Panel title={w.placeholders} id="placeholders">
      <div class="stack">
        <p class="muted">{w.placeholdersAbout}</p>
        <Table caption={w.placeholders} columns={columns} rows={placeholderNames} keyOf={(name) => name} />
      </div>
    </Panel>
  );
};

const AnswerHistory = ({ events }: { events: readonly StoredEvent[] }) => {
  const w = useCannedWords();
  const named: Readonly<Record<string, string>> = { ...w.changedFields, ...w.directions };
  const lines = events.map(({ id, at, actor, name, payload: { changed, to } }) => {
    const more = [changed, to].flat().flatMap((each) => (typeof each === "string" ? (named[each] ?? []) : []));
    const said = (w.events as Readonly<Record<string, string>>)[name] ?? name;
    return { id, at, by: actor.name || w.somebody, words: more.length > 0 ? `${said}: ${more.join(", ")}` : said };
  });
  return <History title={w.history} lines={lines} empty={w.noHistory} />;
};
