import {
  EmptyState,
  LinkButton,
  Menu,
  MenuButton,
  MenuLink,
  MenuSeparator,
  Notice,
  PageHeader,
  Table,
  Tag,
  useUi,
  type Column,
} from "../../../ui/index.ts";
import { inLanguage, type CannedAnswer } from "../rules/languages.ts";
import { useCannedWords } from "../words.ts";
import { answerHref, answersPath } from "./paths.ts";

interface AnswerListProps {
  answers: readonly CannedAnswer[];
  /** Why one could not be moved or ended. */
  problem: string | undefined;
  once: string;
}

const languages = ["de", "en"] as const;

const useColumns = (answers: readonly CannedAnswer[]): readonly Column<CannedAnswer>[] => {
  const w = useCannedWords();
  const { locale } = useUi();
  return [
    {
      key: "title",
      heading: w.name,
      narrow: "title",
      cell: ({ id, titles }) => <a href={answerHref(id)}>{inLanguage(titles, locale)}</a>,
    },
    {
      key: "beginning",
      heading: w.beginning,
      width: "grow",
      from: "md",
      narrow: "hide",
      cell: ({ texts }) => <span class="muted canned-beginning">{inLanguage(texts, locale)}</span>,
    },
    {
      key: "languages",
      heading: w.languages,
      narrow: "pair",
      cell: ({ texts }) =>
        languages
          .filter((language) => texts[language] !== "")
          .map((language) => w.language[language])
          .join(", "),
    },
    {
      key: "state",
      heading: w.state,
      narrow: "fact",
      cell: ({ isRetired }) =>
        isRetired ? (
          <Tag icon="archive">{w.retired}</Tag>
        ) : (
          <Tag tone="success" icon="circle-check" look="plain">
            {w.active}
          </Tag>
        ),
    },
    {
      key: "more",
      heading: w.edit,
      hideHeading: true,
      align: "end",
      narrow: "fact",
      cell: (answer) => <AnswerMenu answer={answer} answers={answers} />,
    },
  ];
};

const AnswerMenu = ({ answer, answers }: { answer: CannedAnswer; answers: readonly CannedAnswer[] }) => {
  const w = useCannedWords();
  const title = inLanguage(answer.titles, useUi().locale);
  const move = { action: answerHref(answer.id, "/move"), name: "to" };
  const end = { action: answerHref(answer.id, "/end"), name: "to" };
  return (
    <Menu label={w.more({ title })} iconOnly size="sm" kind="quiet" align="end">
      <MenuLink href={answerHref(answer.id)} icon="pencil">
        {w.edit}
      </MenuLink>
      {answer !== answers[0] && (
        <MenuButton {...move} value="up" icon="arrow-up">
          {w.moveUp}
        </MenuButton>
      )}
      {answer !== answers.at(-1) && (
        <MenuButton {...move} value="down" icon="arrow-down">
          {w.moveDown}
        </MenuButton>
      )}
      <MenuSeparator />
      {answer.isRetired ? (
        <MenuButton {...end} value="restore" icon="undo-2">
          {w.restore}
        </MenuButton>
      ) : (
        <MenuButton {...end} value="retire" icon="archive">
          {w.retire}
        </MenuButton>
      )}
      <MenuButton {...end} value="delete" icon="trash" danger>
        {w.delete}
      </MenuButton>
    </Menu>
  );
};

export const AnswerList = ({ answers, problem }: AnswerListProps) => {
  const w = useCannedWords();
  const add = (
    <LinkButton href={`${answersPath}/new`} icon="plus" kind="primary">
      {w.add}
    </LinkButton>
  );
  return (
    <div class="stack">
      <PageHeader title={w.title} actions={add}>
        <p>{w.about}</p>
      </PageHeader>
      {problem !== undefined && (
        <div role="alert">
          <Notice tone="danger">{problem}</Notice>
        </div>
      )}
      <Table
        caption={w.title}
        columns={useColumns(answers)}
        rows={answers}
        keyOf={({ id }) => String(id)}
        empty={
          <EmptyState icon="text-quote" title={w.none} action={add}>
            {w.noneAbout}
          </EmptyState>
        }
      />
    </div>
  );
};
