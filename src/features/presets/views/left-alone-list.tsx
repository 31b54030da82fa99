import type { Json } from "../../../platform/events.ts";
import type { Locale } from "../../../platform/i18n/index.ts";
import { useUi } from "../../../ui/index.ts";
import { typeSettingName } from "../../ticket-types/index.ts";
import type { LeftAlone } from "../rules/left-alone.ts";
import { words } from "../words.ts";

/** Which settings the chosen ways of working would have differently, each with what it is and what it would be. */
export const LeftAloneList = ({ left }: { left: readonly LeftAlone[] }) => {
  const { locale } = useUi();
  const w = words[locale];
  return (
    <>
      <p>{w.leftAbout}</p>
      <ul class="list-disc ps-5">
        {left.map(({ preset, type, setting, is, wanted }) => (
          <li key={`${preset} ${type.en} ${setting}`}>
            {w.left({
              type: type[locale],
              setting: typeSettingName(setting, locale),
              is: said(is, locale),
              wanted: said(wanted, locale),
              preset: w.presets[preset].name,
            })}
          </li>
        ))}
      </ul>
    </>
  );
};

const said = (value: Json, locale: Locale): string => {
  if (value === null) return "–";
  if (typeof value === "boolean") return words[locale][value ? "yes" : "no"];
  if (Array.isArray(value)) return value.map((each: Json) => said(each, locale)).join(", ");
  return typeof value === "object" ? said(value[locale] ?? null, locale) : String(value);
};
