/** After a refused form the summary takes the focus, so that nobody has to look for what is wrong. */
export const startErrorFocus = (): void => {
  document.addEventListener("turbo:submit-end", () => {
    awaited = true;
  });
  document.addEventListener("turbo:render", () => {
    const summary = document.querySelector<HTMLElement>("[data-error-summary]");
    if (awaited && summary) {
      summary.focus({ preventScroll: true });
      // Of what is higher than the screen, its beginning.
      summary.scrollIntoView({ block: summary.offsetHeight > innerHeight * 0.7 ? "start" : "nearest" });
    }
    awaited = false;
  });
};

let awaited = false;
