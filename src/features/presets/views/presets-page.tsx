import type { FormState } from "../../../platform/http/form.ts";
import { previewedField, type Previewed } from "../../../platform/http/preview.ts";
import { formatDate, type Locale } from "../../../platform/i18n/index.ts";
import { Button, Checkbox, FieldError, Form, Icon, LinkButton, PageHeader, Preview, useUi } from "../../../ui/index.ts";
import type { TicketType } from "../../ticket-types/index.ts";
import { presets, type Preset, type PresetKey } from "../rules/index.ts";
import { words } from "../words.ts";

interface PresetsPageProps {
  chosen: ReadonlyMap<PresetKey, Date>;
  types: readonly TicketType[];
  /** Whether anything was ever asked here; on a new desk nobody misses what is not offered. */
  isNew: boolean;
  state: FormState;
  previewed: Previewed | undefined;
  once: string;
}

export const presetsForm = "presets-form";
export const presetsPath = "/admin/presets";

/** The five ways of working, each with what it sets up; several can be ticked. */
export const PresetsPage = ({ chosen, types, isNew, state, previewed, once }: PresetsPageProps) => {
  const w = words[useUi().locale];
  const picked = state.lists["presets"] ?? [];
  const error = state.errors["presets"] ?? state.problem;
  return (
    <>
      <PageHeader title={w.title}>
        <p>{w.about}</p>
      </PageHeader>
      <Form id={presetsForm} action={presetsPath} values={state.values} plain class="form">
        <input type="hidden" name="once" value={once} />
        {previewed && (
          <Preview
            formId={presetsForm}
            title={w.leftTitle}
            known={{ name: previewedField, value: previewed.key }}
            submit={w.apply}
          >
            {previewed.body}
            <Checkbox name="overwrite" label={w.overwrite} help={w.overwriteHelp} />
          </Preview>
        )}
        <fieldset class="field" aria-describedby={error && "presets-error"}>
          <legend class="field-label">{w.choose}</legend>
          <FieldError id="presets" error={error} />
          <div class="presets">
            {presets.map((preset, index) => (
              <PresetCard
                key={preset.key}
                preset={preset}
                types={types}
                chosenAt={chosen.get(preset.key)}
                isPicked={picked.includes(preset.key)}
                id={index === 0 ? "presets" : `presets-${preset.key}`}
              />
            ))}
          </div>
        </fieldset>
        <Checkbox
          name="retireOthers"
          label={w.retireOthers}
          help={w.retireOthersHelp}
          checked={isNew && chosen.size === 0}
        />
        <div class="form-actions">
          <Button kind="primary">{w.apply}</Button>
          {chosen.size === 0 && (
            <LinkButton href="/desk" kind="quiet">
              {w.later}
            </LinkButton>
          )}
        </div>
      </Form>
    </>
  );
};

interface PresetCardProps {
  id: string;
  preset: Preset;
  types: readonly TicketType[];
  chosenAt: Date | undefined;
  isPicked: boolean;
}

const PresetCard = ({ id, preset, types, chosenAt, isPicked }: PresetCardProps) => {
  const ui = useUi();
  const w = words[ui.locale];
  const { name, about, sets } = w.presets[preset.key];
  return (
    <label class="preset">
      <input
        class="checkbox"
        type="checkbox"
        id={id}
        name="presets"
        value={preset.key}
        checked={isPicked}
        aria-describedby={`${id}-about`}
      />
      <span class="preset-words">
        <span class="preset-name">{name}</span>
        <span class="muted" id={`${id}-about`}>
          {about}
        </span>
        <span class="preset-sets">
          {[...sets, ...facts(preset, types, ui.locale)].map((each) => (
            <span key={each} class="preset-set">
              <Icon name="check" size={14} /> <span>{each}</span>
            </span>
          ))}
        </span>
        {chosenAt && (
          <span class="small preset-chosen">
            <Icon name="badge-check" size={14} /> {w.chosen({ date: formatDate(chosenAt, ui) })}
          </span>
        )}
      </span>
    </label>
  );
};

const facts = ({ types: wanted, teams }: Preset, types: readonly TicketType[], locale: Locale): string[] => {
  const w = words[locale];
  const typeNames = wanted.flatMap(({ key }) => types.find((type) => type.key === key)?.names[locale] ?? []);
  return [`${w.types}: ${typeNames.join(", ")}`, `${w.teams}: ${teams.map(({ names }) => names[locale]).join(", ")}`];
};
