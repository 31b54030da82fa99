import type { FormState } from "../../../platform/http/form.ts";
import { formatNumber } from "../../../platform/i18n/index.ts";
import { Button, Checkbox, Form, Tag, TextInput, useUi } from "../../../ui/index.ts";
import { tellable, usualCustomerNames, usualNames } from "../rules/status-names.ts";
import { statuses, type Names, type Status, type TicketType } from "../rules/type.ts";
import { alwaysUsed } from "../rules/types-settings.ts";
import type { Uses } from "../uses.ts";
import { useAdminWords } from "../words.admin.ts";
import { isFresh, shown } from "./entry-parts.tsx";
import { typeHref } from "./paths.ts";
import { TypeFrame } from "./type-frame.tsx";

export interface StatusesPageProps {
  type: TicketType;
  uses: Uses;
  state: FormState;
}

export const StatusesPage = ({ type, uses, state }: StatusesPageProps) => {
  const w = useAdminWords();
  const { locale } = useUi();
  const labels = Object.fromEntries(
    statuses.flatMap((status) =>
      (["statusNames", "customerStatusNames"] as const).flatMap((field) =>
        (["en", "de"] as const).map((language) => [`${field}.${status}.${language}`, usualNames[status][locale]]),
      ),
    ),
  );
  return (
    <TypeFrame type={type} tab="statuses" about={<p>{w.statusesAbout}</p>}>
      <Form merges {...shown("statuses", state)} action={typeHref(type.id, "/statuses")} labels={labels}>
        {statuses.map((status) => (
          <StatusFields key={status} status={status} form={{ type, uses, state }} />
        ))}
        <Checkbox name="movesTickets" label={w.movesTickets} help={w.movesTicketsHelp} />
        <div class="form-actions">
          <Button kind="primary">{w.save}</Button>
        </div>
      </Form>
    </TypeFrame>
  );
};

const StatusFields = ({ status, form: { type, uses, state } }: { status: Status; form: StatusesPageProps }) => {
  const { locale } = useUi();
  const w = useAdminWords();
  const isFixed = alwaysUsed.some((each) => each === status);
  const usual = usualNames[status][locale];
  const fresh = isFresh(state);
  return (
    <section class="status-setting" aria-label={usual}>
      <div class="row">
        {isFixed ? (
          <Tag icon="check" look="plain">
            {usual} ({w.always})
          </Tag>
        ) : (
          <Checkbox
            id={`statuses-statuses-${status}`}
            name="statuses"
            value={status}
            label={usual}
            {...(status === "on_hold" && type.kind === "request" && { help: w.onHoldHelp })}
            checked={fresh && type.statuses.includes(status)}
          />
        )}
        <StatusUse use={uses.ofStatus(type, status)} />
      </div>
      <div class="choices">
        <OwnName field="statusNames" about={w.atDesk} status={status} usual={usualNames} given={type.statusNames} />
        <OwnName
          field="customerStatusNames"
          about={w.forCustomers}
          status={status}
          usual={usualCustomerNames}
          given={type.customerStatusNames}
        />
      </div>
      {tellable.some((each) => each === status) && (
        <Checkbox
          id={`statuses-told-${status}`}
          name="toldStatuses"
          value={status}
          label={w.told({ status: usual })}
          help={w.toldHelp({ open: usualCustomerNames.open[locale] })}
          checked={fresh && type.toldStatuses.includes(status)}
        />
      )}
    </section>
  );
};

const StatusUse = ({ use: { count, href } }: { use: ReturnType<Uses["ofStatus"]> }) => {
  const { locale } = useUi();
  const w = useAdminWords();
  if (count === 0) return null;
  const said = w.usesOf({ count, shown: formatNumber(count, locale) });
  return <span class="small">{href === undefined ? said : <a href={href}>{said}</a>}</span>;
};

interface OwnNameProps {
  field: "statusNames" | "customerStatusNames";
  about: string;
  status: Status;
  usual: Readonly<Record<Status, Names>>;
  given: TicketType["statusNames"];
}

const OwnName = ({ field, about, status, usual, given }: OwnNameProps) => {
  const w = useAdminWords();
  const input = { mark: false, maxLength: 40, autocomplete: "off" } as const;
  return (
    <div class="status-names">
      {(["de", "en"] as const).map((language) => (
        <TextInput
          key={language}
          {...input}
          name={`${field}.${status}.${language}`}
          label={`${about} (${language === "de" ? w.german : w.english})`}
          placeholder={usual[status][language]}
          value={given[status]?.[language]}
        />
      ))}
    </div>
  );
};
