import type { Json, NewEvent } from "../../platform/events.ts";
import { firstSettings } from "../../platform/settings.ts";
import type { Names } from "../ticket-types/index.ts";

/** What the ways of working are called that were set up, and the types that are no longer offered since. */
export const presetsChosen = ({ presets, retired }: { presets: Names[]; retired: Names[] }): NewEvent => ({
  name: "presets.chosen",
  subject: { kind: "presets", id: 1 },
  payload: { changes: { ...firstSettings({ presets: said(presets), retired: said(retired) }) } },
});

const said = (names: readonly Names[]): Json => (names.length === 0 ? null : names.map(({ en, de }) => ({ en, de })));
