import { formatNumber } from "../../../platform/i18n/index.ts";
import type { FormState } from "../../../platform/http/form.ts";
import { onceField } from "../../../platform/http/submit.ts";
import {
  Menu,
  MenuButton,
  MenuSeparator,
  Notice,
  Tag,
  TextInput,
  useUi,
  type FieldErrors,
  type FieldValues,
} from "../../../ui/index.ts";
import type { Names } from "../rules/type.ts";
import type { Use } from "../uses.ts";
import { useAdminWords } from "../words.admin.ts";

export const StateTag = ({ isRetired }: { isRetired: boolean }) => {
  const w = useAdminWords();
  return isRetired ? (
    <Tag icon="archive">{w.retired}</Tag>
  ) : (
    <Tag tone="success" icon="circle-check" look="plain">
      {w.inUse}
    </Tag>
  );
};

/** How many tickets name it, as a link to them. */
export const UsedBy = ({ use: { count, href } }: { use: Use }) => {
  const { locale } = useUi();
  const w = useAdminWords();
  if (count === 0) return <span class="muted">{w.noTickets}</span>;
  const said = w.tickets({ count, shown: formatNumber(count, locale) });
  if (href === undefined) return <>{said}</>;
  return (
    <a class="text-link" href={href}>
      {said}
    </a>
  );
};

interface EntryMenuProps {
  name: string;
  isRetired: boolean;
  /** Where "move" and "end" are posted to, each with `to`. */
  href: string;
  place: { isFirst: boolean; isLast: boolean };
}

/** Order and end of an entry of a list. */
export const EntryMenu = ({ name, isRetired, href, place }: EntryMenuProps) => {
  const w = useAdminWords();
  return (
    <Menu label={w.more({ name })} iconOnly size="sm" kind="quiet" align="end">
      {!isRetired && !place.isFirst && (
        <MenuButton action={`${href}/move`} name="to" value="up" icon="arrow-up">
          {w.moveUp}
        </MenuButton>
      )}
      {!isRetired && !place.isLast && (
        <MenuButton action={`${href}/move`} name="to" value="down" icon="arrow-down">
          {w.moveDown}
        </MenuButton>
      )}
      {!isRetired && !(place.isFirst && place.isLast) && <MenuSeparator />}
      <MenuButton
        action={`${href}/end`}
        name="to"
        value={isRetired ? "restore" : "retire"}
        icon={isRetired ? "undo-2" : "archive"}
      >
        {isRetired ? w.restore : w.retire}
      </MenuButton>
    </Menu>
  );
};

/** Where an entry stands among those that are not retired. */
export const placeAmong = <E extends { isRetired: boolean }>(all: readonly E[], entry: E) => {
  const used = all.filter(({ isRetired }) => !isRetired);
  return { isFirst: entry === used[0], isLast: entry === used.at(-1) };
};

/** Why something could not be done that has no field on this page. */
export const Problem = ({ text }: { text: string | undefined }) =>
  text === undefined ? null : (
    <div role="alert">
      <Notice tone="danger">{text}</Notice>
    </div>
  );

/** A name in both languages, side by side. */
export const NameFields = ({ names, labels }: { names?: Names | undefined; labels: { en: string; de: string } }) => (
  <div class="choices">
    <TextInput
      name="nameDe"
      label={labels.de}
      value={names?.de}
      required
      mark={false}
      maxLength={120}
      autocomplete="off"
    />
    <TextInput
      name="nameEn"
      label={labels.en}
      value={names?.en}
      required
      mark={false}
      maxLength={120}
      autocomplete="off"
    />
  </div>
);

export const HintFields = ({ hints, help }: { hints?: Names | undefined; help: string }) => {
  const w = useAdminWords();
  return (
    <div class="choices">
      <TextInput name="hintDe" label={w.hintDe} help={help} value={hints?.de} mark={false} maxLength={500} />
      <TextInput name="hintEn" label={w.hintEn} help={help} value={hints?.en} mark={false} maxLength={500} />
    </div>
  );
};

interface Shown {
  id: string;
  errors: FieldErrors;
  values: FieldValues;
}

/** A form's state as the kit's `Form` takes it; what is wrong with the whole stands first in the summary. */
export const shown = (id: string, { values, lists, errors, problem }: FormState): Shown => ({
  id,
  errors: problem === undefined ? errors : { "": problem, ...errors },
  values: { ...values, ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 1)) },
});

/** A form that comes back without a tick means that it was taken away. */
export const isFresh = ({ lists }: FormState): boolean => Object.keys(lists).length === 0;

/** Makes a form act once, however often it is sent. */
export const Once = ({ value }: { value: string }) => <input type="hidden" name={onceField} value={value} />;
