/** What of a control decides whether it holds words the server has not seen. */
export interface ControlState {
  type: string;
  value: string;
  defaultValue: string;
  checked: boolean;
  defaultChecked: boolean;
  files: number;
  options: readonly { selected: boolean; defaultSelected: boolean }[];
}

export const isChanged = (control: ControlState): boolean => {
  switch (control.type) {
    case "checkbox":
    case "radio":
      return control.checked !== control.defaultChecked;
    case "file":
      return control.files > 0;
    case "select-one":
    case "select-multiple":
      // A list without a default shows its first entry, which nobody chose.
      return control.options.some((option) => option.defaultSelected)
        ? control.options.some((option) => option.selected !== option.defaultSelected)
        : control.options.some((option, index) => option.selected && (index > 0 || control.type === "select-multiple"));
    case "hidden":
    case "submit":
    case "button":
    case "reset":
    case "image":
      return false;
    default:
      return control.value !== control.defaultValue;
  }
};

export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export const isControl = (element: unknown): element is Control =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;

const stateOf = (control: Control): ControlState => ({
  type: control.type,
  value: control.value,
  defaultValue: control instanceof HTMLSelectElement ? "" : control.defaultValue,
  checked: control instanceof HTMLInputElement && control.checked,
  defaultChecked: control instanceof HTMLInputElement && control.defaultChecked,
  files: control instanceof HTMLInputElement ? (control.files?.length ?? 0) : 0,
  options: control instanceof HTMLSelectElement ? [...control.options] : [],
});

export const holdsWords = (control: Control): boolean => isChanged(stateOf(control));

/** Whether anything below (or the element itself) would be lost if it went away. */
export const holdsUnsaved = (element: Element): boolean =>
  (isControl(element) && holdsWords(element)) ||
  element.matches("form[data-unsaved]") ||
  element.querySelector("form[data-unsaved]") !== null ||
  [...element.querySelectorAll("input, textarea, select")].some((each) => isControl(each) && holdsWords(each));
