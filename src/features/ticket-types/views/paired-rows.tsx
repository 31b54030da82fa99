import { FieldError, useUi } from "../../../ui/index.ts";
import type { Names } from "../rules/type.ts";
import { useAdminWords } from "../words.admin.ts";

interface PairedRowsProps {
  /** The rows come back as `<name>Key`, `<name>De` and `<name>En`, each repeated. */
  name: string;
  legend: string;
  help: string;
  rows: readonly ({ key: string } & Names)[];
  labelOf(position: number): string;
  error: string | undefined;
  /** The id that the summary of errors leads to. */
  id: string;
}

/** How many empty rows stand ready below those that are filled. */
const spare = 3;

/** A list of names in both languages: one row each, and some to add more; an emptied row is taken out. */
export const PairedRows = ({ name, legend, help, rows, labelOf, error, id }: PairedRowsProps) => {
  const { locale } = useUi();
  const w = useAdminWords();
  const all = [...rows, ...Array.from({ length: spare }, () => ({ key: "", en: "", de: "" }))];
  const languages = [
    { suffix: "De", of: ({ de }: Names) => de, said: w.german },
    { suffix: "En", of: ({ en }: Names) => en, said: w.english },
  ];
  return (
    <fieldset class="field" aria-describedby={error ? `${id}-error` : undefined}>
      <legend class="field-label">{legend}</legend>
      <p class="field-help">{help}</p>
      <div class="stack gap-2">
        {all.map((row, index) => (
          <div key={`${row.key} ${index}`} class="paired">
            <input type="hidden" name={`${name}Key`} value={row.key} />
            {languages.map(({ suffix, of, said }, position) => (
              <input
                key={suffix}
                id={index === 0 && position === 0 ? id : undefined}
                class="input"
                name={`${name}${suffix}`}
                value={of(row)}
                maxLength={120}
                placeholder={row.key === "" ? said : undefined}
                aria-label={`${labelOf(index + 1)}, ${said}`}
                lang={suffix.toLowerCase() === locale ? undefined : suffix.toLowerCase()}
                autocomplete="off"
              />
            ))}
          </div>
        ))}
      </div>
      <FieldError id={id} error={error} />
    </fieldset>
  );
};
