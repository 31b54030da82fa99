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
  const reading: Reading = { forms: [], elsewhere: [] };
  const parser: Parser = new Parser({
    onopentag: (name, attributes) => {
      open(reading, { name, attributes, end: parser.endIndex });
    },
    ontext: (text) => {
      read(reading, text);
    },
    onclosetag: (name) => {
      close(reading, name);
    },
  });
  parser.end(html);
  return reading.forms.map(({ id, attributes, start, controls }) => ({
    ...{ id, attributes, start },
    fields: fieldsOf([
      ...controls,
      ...reading.elsewhere.filter(({ form }) => form === id).map(({ control }) => control),
    ]),
  }));
};

interface Reading {
  forms: Opened[];
  /** Fields that stand outside of the form to which they belong. */
  elsewhere: { form: string; control: Control }[];
  form?: Opened | undefined;
  list?: List | undefined;
  area?: { control: Control; form: string | undefined; text: string } | undefined;
  /** Chosen boxes in a label whose first words are still to come. */
  label?: { words: string; boxes: Control[] } | undefined;
}

interface Tag {
  name: string;
  attributes: Record<string, string>;
  /** Where it ends in the page's text. */
  end: number;
}

const open = (reading: Reading, { name: tag, attributes, end }: Tag): void => {
  const { name = "", form, disabled, multiple, value, selected } = attributes;
  const control: Control = { name, value: undefined, said: "" };
  const isSent = name !== "" && disabled === undefined;
  switch (tag) {
    case "form":
      reading.form = { id: attributes["id"] ?? "", attributes, start: end + 1, controls: [] };
      reading.forms.push(reading.form);
      return;
    case "label":
      reading.label = { words: "", boxes: [] };
      return;
    case "input":
      if (isSent && !unsent.has(attributes["type"] ?? "")) takeInput(reading, name, attributes);
      return;
    case "textarea":
      if (isSent) reading.area = { control, form, text: "" };
      return;
    case "select":
      if (isSent) reading.list = { control, form, isMultiple: multiple !== undefined, options: [] };
      return;
    case "option":
      reading.list?.options.push({ value, text: "", isSelected: selected !== undefined });
      return;
    default:
  }
};

const read = ({ list, area, label }: Reading, text: string): void => {
  const option = list?.options.at(-1);
  if (option) option.text += text;
  if (area) area.text += text;
  if (label?.words !== "" || text.trim() === "") return;
  label.words = text.trim();
  for (const box of label.boxes) box.said = label.words;
};

const close = (reading: Reading, tag: string): void => {
  const { list, area } = reading;
  if (tag === "form") reading.form = undefined;
  if (tag === "label") reading.label = undefined;
  if (tag === "select" && list) takeList(reading, list);
  if (tag !== "textarea" || !area) return;
  const text = unescaped(area.text);
  take(reading, { ...area.control, value: text, said: text }, area.form);
  reading.area = undefined;
};

const take = ({ form: open, elsewhere }: Reading, control: Control, form: string | undefined): void => {
  if (form !== undefined && form !== open?.id) elsewhere.push({ form, control });
  else open?.controls.push(control);
};

const takeInput = (reading: Reading, name: string, attributes: Record<string, string>): void => {
  const { type, value, checked, form } = attributes;
  if (!isBox(type)) {
    take(reading, { name, value: value ?? "", said: type === "hidden" ? "" : (value ?? "") }, form);
    return;
  }
  const sent = checked === undefined ? undefined : (value ?? "on");
  const control = { name, value: sent, said: sent === "on" ? "✓" : (sent ?? "") };
  if (sent !== undefined) reading.label?.boxes.push(control);
  take(reading, control, form);
};

const takeList = (reading: Reading, { control, form, isMultiple, options }: List): void => {
  const selected = options.filter(({ isSelected }) => isSelected);
  // A list without a choice sends its first entry.
  const chosen = isMultiple || selected.length > 0 ? selected : options.slice(0, 1);
  if (chosen.length === 0) take(reading, control, form);
  for (const { value, text } of chosen) take(reading, { ...control, value: value ?? text, said: text.trim() }, form);
  reading.list = undefined;
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
