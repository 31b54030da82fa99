import type { ComponentChildren } from "preact";
import { useUi } from "./context.tsx";

export interface IslandProps {
  /** File name in src/ui/islands, e.g. `composer`. */
  name: string;
  /** Unique on the page. */
  id: string;
  /** What the island's `mount(element, props)` receives; must survive JSON. */
  props?: Readonly<Record<string, unknown>> | undefined;
  /** What is there until, and without, script. The island may replace or enhance it. */
  children?: ComponentChildren;
}

/** A part that becomes rich in the browser. Live refreshes leave its inside alone and pass it new props instead. */
export const Island = ({ name, id, props = {}, children }: IslandProps) => {
  const ui = useUi();
  return (
    <div id={id} data-island={name} data-island-src={ui.asset(`islands/${name}.js`)} data-props={JSON.stringify(props)}>
      {children}
    </div>
  );
};
