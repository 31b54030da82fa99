import type { FormState } from "../../../platform/http/form.ts";
import { Button, Checkbox, Form, Panel, RadioCards, Select, TextInput, useUi } from "../../../ui/index.ts";
import type { Team } from "../../people/index.ts";
import { creators, productQuestions, typeKinds, type TicketType } from "../rules/type.ts";
import { useAdminWords } from "../words.admin.ts";
import { HintFields, isFresh, NameFields, shown } from "./entry-parts.tsx";
import { typeHref } from "./paths.ts";
import { TypeFrame } from "./type-frame.tsx";

export interface GeneralPageProps {
  type: TicketType;
  teams: readonly Team[];
  facts: FormState;
  closing: FormState;
  kind: FormState;
}

export const GeneralPage = (props: GeneralPageProps) => {
  const { locale } = useUi();
  const w = useAdminWords();
  const { type } = props;
  return (
    <TypeFrame
      type={type}
      tab="general"
      about={
        <p>
          {type.hints[locale]} {w.keyAbout({ key: type.key })}
        </p>
      }
    >
      <Facts {...props} />
      <Closing {...props} />
      <Kind {...props} />
    </TypeFrame>
  );
};

/** Apart from the other facts, because it is refused where tickets wait for each other. */
const Kind = ({ type, kind: state }: GeneralPageProps) => {
  const w = useAdminWords();
  return (
    <Panel title={w.typeKind}>
      <Form merges {...shown("kind", state)} action={typeHref(type.id, "/kind")} labels={{ kind: w.typeKind }}>
        <RadioCards
          name="kind"
          label={w.whatTheyAre}
          mark={false}
          value={type.kind}
          options={typeKinds.map((value) => ({ value, label: w.typeKinds[value], help: w.typeKindsHelp[value] }))}
        />
        <div class="form-actions">
          <Button>{w.save}</Button>
        </div>
      </Form>
    </Panel>
  );
};

const flags = ["hasPriority", "hasRating", "onlyAssigneesWrite", "takesSeatRequests"] as const;
const demands = ["needsApproval", "needsSolution", "needsConfirmation", "needsFeedback"] as const;

const Facts = ({ type, teams, facts: state }: GeneralPageProps) => {
  const w = useAdminWords();
  const tick = (name: (typeof flags)[number] | (typeof demands)[number]) => (
    <Checkbox key={name} name={name} label={w[name]} help={w[`${name}Help`]} checked={isFresh(state) && type[name]} />
  );
  return (
    <Form
      merges
      {...shown("facts", state)}
      action={typeHref(type.id)}
      labels={{ nameEn: w.nameEn, nameDe: w.nameDe, teamId: w.team }}
    >
      <NameFields names={type.names} labels={{ en: w.nameEn, de: w.nameDe }} />
      <HintFields hints={type.hints} help={w.hintHelp} />
      <RadioCards
        name="creators"
        label={w.whoMay}
        mark={false}
        value={type.creators}
        options={creators.map((value) => ({ value, label: w.creators[value], help: w.creatorsHelp[value] }))}
      />
      <Select
        name="teamId"
        label={w.team}
        help={w.teamHelp}
        mark={false}
        width="md"
        empty={w.noTeam}
        value={type.teamId === null ? "" : String(type.teamId)}
        options={teams
          .filter(({ id, isRetired }) => !isRetired || id === type.teamId)
          .map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <Select
        name="asksProduct"
        label={w.asksProduct}
        help={w.asksProductHelp}
        mark={false}
        width="md"
        value={type.asksProduct}
        options={productQuestions.map((value) => ({ value, label: w.asksProducts[value] }))}
      />
      <fieldset class="field">
        <legend class="field-label">{w.does}</legend>
        <div class="stack">{flags.map(tick)}</div>
      </fieldset>
      <fieldset class="field">
        <legend class="field-label">{w.demands}</legend>
        <div class="stack">{demands.map(tick)}</div>
      </fieldset>
      <div class="form-actions">
        <Button kind="primary">{w.save}</Button>
      </div>
    </Form>
  );
};

const Closing = ({ type, closing: state }: GeneralPageProps) => {
  const w = useAdminWords();
  const days = (value: number | null): string => (value === null ? "" : String(value));
  const field = { mark: false, width: "xs", inputMode: "numeric", autocomplete: "off" } as const;
  return (
    <Panel title={w.closing}>
      <Form
        merges
        {...shown("closing", state)}
        action={typeHref(type.id, "/closing")}
        labels={{
          remindAfterDays: w.remindAfterDays,
          closeAfterDays: w.closeAfterDays,
          closeResolvedAfterDays: w.closeResolvedAfterDays,
          reopenDays: w.reopenDays,
        }}
      >
        <p>
          {w.closingSentence({
            remind: type.remindAfterDays,
            close: type.closeAfterDays,
            resolved: type.closeResolvedAfterDays,
            reopen: type.reopenDays,
            usesWaiting: type.statuses.includes("waiting"),
          })}
        </p>
        <div class="paired-fields">
          <TextInput
            {...field}
            name="remindAfterDays"
            label={w.remindAfterDays}
            help={w.remindHelp}
            value={days(type.remindAfterDays)}
          />
          <TextInput
            {...field}
            name="closeAfterDays"
            label={w.closeAfterDays}
            help={w.closeHelp}
            value={days(type.closeAfterDays)}
          />
          <TextInput
            {...field}
            name="closeResolvedAfterDays"
            label={w.closeResolvedAfterDays}
            help={w.closeResolvedHelp}
            value={days(type.closeResolvedAfterDays)}
          />
          <TextInput
            {...field}
            name="reopenDays"
            label={w.reopenDays}
            help={w.reopenHelp}
            value={days(type.reopenDays)}
          />
        </div>
        <div class="form-actions">
          <Button kind="primary">{w.save}</Button>
        </div>
      </Form>
    </Panel>
  );
};
