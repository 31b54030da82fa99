import { Parser } from "htmlparser2";

/** One field of a form as a browser would send it untouched. */
export interface ShownField {
  values: readonly string[];
  /** The same as a person reads it: the words of an option instead of its key. */
  said: string;
}

/** A form as a page shows it. */
export interface ShownForm {
  id: string;
  attributes: Readonly<Record<string, string>>;
  /** Where its content begins in the page's text. */
  start: number;
  fields: ReadonlyMap<string, ShownField>;
}

interface Control {
  name: string;
  /** Undefined while it is not chosen: it is there, and sends nothing. */
  value: string | undefined;
  said: string;
}

interface Opened {
  id: string;
  attributes: Record<string, string>;
  start: number;
  controls: Control[];
}

interface List {
  control: Control;
  form: string | undefined;
  isMultiple: boolean;
  options: { value: string | undefined; text: string; isSelected: boolean }[];
}

/** The parser leaves a text area as it was written; pages write these and no others. */
const unescaped = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

const unsent = new Set(["submit", "button", "reset", "image", "file", "password"]);
const isBox = (type: string | undefined): boolean => type === "checkbox" || type === "radio";

/** The forms of a page with what stands in their fields, also in fields that belong to them from elsewhere on the page. */
export const formsIn = (html: string): ShownForm[] => {
  const forms: Opened[] = [];
  const elsewhere: { form: string; control: Control }[] = [];
  let open: Opened | undefined;
  let list: List | undefined;
  let area: { control: Control; form: string | undefined; text: string[] } | undefined;
  /** Chosen boxes in a label whose first words are still to come. */
  let label: { words: string; boxes: Control[] } | undefined;

  const take = (control: Control, form: string | undefined): void => {
    if (form !== undefined && form !== open?.id) elsewhere.push({ form, control });
    else open?.controls.push(control);
  };
  const endList = ({ control, form, isMultiple, options }: List): void => {
    const selected = options.filter(({ isSelected }) => isSelected);
    // A list without a choice sends its first entry.
    const chosen = isMultiple || selected.length > 0 ? selected : options.slice(0, 1);
    if (chosen.length === 0) take(control, form);
    for (const { value, text } of chosen) take({ ...control, value: value ?? text, said: text.trim() }, form);
  };
  const box = (name: string, attributes: Record<string, string>): void => {
    const value = attributes["checked"] === undefined ? undefined : (attributes["value"] ?? "on");
    const control = { name, value, said: value === undefined ? "" : value === "on" ? "✓" : value };
    if (value !== undefined) label?.boxes.push(control);
    take(control, attributes["form"]);
  };
  const input = (attributes: Record<string, string>): void => {
    const { name, type, value = "" } = attributes;
    if (!name || unsent.has(type ?? "") || attributes["disabled"] !== undefined) return;
    if (isBox(type)) box(name, attributes);
    else take({ name, value, said: type === "hidden" ? "" : value }, attributes["form"]);
  };

  const parser = new Parser({
    onopentag(name, attributes) {
      const control: Control = { name: attributes["name"] ?? "", value: undefined, said: "" };
      const isSent = control.name !== "" && attributes["disabled"] === undefined;
      if (name === "form") {
        open = { id: attributes["id"] ?? "", attributes, start: parser.endIndex + 1, controls: [] };
        forms.push(open);
      } else if (name === "input") input(attributes);
      else if (name === "label") label = { words: "", boxes: [] };
      else if (name === "textarea" && isSent) area = { control, form: attributes["form"], text: [] };
      else if (name === "select" && isSent)
        list = { control, form: attributes["form"], isMultiple: attributes["multiple"] !== undefined, options: [] };
      else if (name === "option")
        list?.options.push({ value: attributes["value"], text: "", isSelected: attributes["selected"] !== undefined });
    },
    ontext(text) {
      const option = list?.options.at(-1);
      if (option) option.text += text;
      area?.text.push(text);
      if (label?.words === "" && text.trim() !== "") {
        label.words = text.trim();
        for (const each of label.boxes) each.said = label.words;
      }
    },
    onclosetag(name) {
      if (name === "form") open = undefined;
      if (name === "label") label = undefined;
      if (name === "select" && list) {
        endList(list);
        list = undefined;
      }
      if (name === "textarea" && area) {
        const text = unescaped(area.text.join(""));
        take({ ...area.control, value: text, said: text }, area.form);
        area = undefined;
      }
    },
  });
  parser.end(html);
  return forms.map(({ id, attributes, start, controls }) => ({
    ...{ id, attributes, start },
    fields: fieldsOf([...controls, ...elsewhere.filter(({ form }) => form === id).map(({ control }) => control)]),
  }));
};

const fieldsOf = (controls: readonly Control[]): Map<string, ShownField> => {
  const byName = Map.groupBy(controls, ({ name }) => name);
  return new Map(
    [...byName].map(([name, all]) => {
      const sent = all.filter(({ value }) => value !== undefined);
      const said = sent
        .map((each) => each.said)
        .filter(Boolean)
        .join(", ");
      return [name, { values: sent.map(({ value = "" }) => value), said }];
    }),
  );
};
