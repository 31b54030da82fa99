/** What the server says about the whole page on `<html>`; Turbo itself renews only the body and the language. */
const renewed = ["data-theme", "data-time-zone", "data-hotkeys"];

/** Takes over theme, time zone and shortcuts of a page that is about to be shown. */
export const renewRoot = (page: Document): void => {
  for (const name of renewed) {
    const value = page.documentElement.getAttribute(name);
    if (value === null) document.documentElement.removeAttribute(name);
    else document.documentElement.setAttribute(name, value);
  }
};

/** Marks the page as one with script, for what makes sense only then (class `script-only`), and keeps its root fresh. */
export const startRoot = (): void => {
  document.documentElement.dataset["script"] = "";
  document.addEventListener("turbo:before-render", (event) => {
    const { newBody } = (event as CustomEvent<{ newBody: HTMLElement }>).detail;
    if (newBody.ownerDocument !== document) renewRoot(newBody.ownerDocument);
  });
};
