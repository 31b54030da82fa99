/** What a file in src/ui/islands exports. */
export interface IslandModule {
  mount(element: HTMLElement, props: unknown): Mounted | undefined;
}
export interface Mounted {
  /** The page was refreshed and brings new props. */
  update?(props: unknown): void;
  unmount?(): void;
}

/** Brings each `[data-island]` to life, passes new props on after a refresh, takes it down when its element goes. */
export const startIslands = (): void => {
  for (const moment of ["turbo:load", "turbo:render", "turbo:morph", "turbo:frame-load"])
    document.addEventListener(moment, mountAll);
  // The guard keeps a mounted island's element as it is; what the server would tell it comes in here.
  document.addEventListener("turbo:before-morph-element", (event) => {
    if (!(event instanceof CustomEvent) || !(event.target instanceof HTMLElement)) return;
    const { newElement } = event.detail as { newElement?: unknown };
    if (newElement instanceof HTMLElement) passProps(event.target, newElement.dataset["props"]);
  });
  mountAll();
};

const mounted = new Map<HTMLElement, Mounted | undefined>();

const propsOf = (element: HTMLElement): unknown => JSON.parse(element.dataset["props"] ?? "{}");

const mountAll = (): void => {
  for (const [element, island] of mounted)
    if (!element.isConnected) {
      island?.unmount?.();
      mounted.delete(element);
    }
  for (const element of document.querySelectorAll<HTMLElement>(
    "[data-island]:not([data-island-mounted], [data-island-failed])",
  ))
    void mount(element);
};

const mount = async (element: HTMLElement): Promise<void> => {
  element.dataset["islandMounted"] = "";
  const source = element.dataset["islandSrc"] ?? "";
  let spare: Node | undefined;
  try {
    const island = (await import(source)) as IslandModule;
    spare = element.cloneNode(true);
    if (element.isConnected) mounted.set(element, island.mount(element, propsOf(element)));
  } catch (error) {
    // What the server rendered inside works without script. It comes back, with what was typed into it meanwhile.
    if (spare) element.replaceChildren(...spare.childNodes);
    delete element.dataset["islandMounted"];
    element.dataset["islandFailed"] = "";
    reportError(error);
  }
};

const passProps = (element: HTMLElement, props: string | undefined): void => {
  if (!mounted.has(element) || props === undefined || props === element.dataset["props"]) return;
  element.dataset["props"] = props;
  mounted.get(element)?.update?.(propsOf(element));
};
