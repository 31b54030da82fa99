import type { FormState } from "../../../platform/http/form.ts";
import { onceField } from "../../../platform/http/submit.ts";
import { formatNumber, locales } from "../../../platform/i18n/index.ts";
import { Button, Form, Notice, PageHeader, Panel, Select, TextInput, useUi } from "../../../ui/index.ts";
import type { MailAddress } from "../../mail-addresses/index.ts";
import type { Mailbox } from "../mailbox.ts";
import { ticketListHref } from "../../tickets/index.ts";
import { words } from "../words.ts";
import { MailboxPanel } from "./mailbox-panel.tsx";
import type { Offer } from "./offer.ts";
import { mailAddressesPath, mailAddressHref } from "./paths.ts";

interface AddressFormProps {
  action: string;
  address?: MailAddress;
  offer: Offer;
  state: FormState;
  submit: string;
  once?: string;
}

const AddressForm = ({ action, address, offer, state, submit, once }: AddressFormProps) => {
  const { locale } = useUi();
  const w = words[locale];
  return (
    <Form
      merges
      id="mail-address"
      action={action}
      values={state.values}
      errors={state.problem === undefined ? state.errors : { "": state.problem, ...state.errors }}
      labels={{ address: w.address, name: w.name, teamId: w.team, typeId: w.type, locale: w.language }}
    >
      {once !== undefined && <input type="hidden" name={onceField} value={once} />}
      {!address && <TextInput name="address" type="email" label={w.address} required autocomplete="off" />}
      <TextInput name="name" label={w.name} help={w.nameHelp} value={address?.name} autocomplete="off" />
      <Select
        name="teamId"
        label={w.team}
        help={w.teamHelp}
        empty={w.anyTeam}
        value={idText(address?.teamId)}
        options={offer.teams
          .filter(({ id, isRetired }) => !isRetired || id === address?.teamId)
          .map(({ id, name }) => ({ value: String(id), label: name }))}
        width="md"
        mark={false}
      />
      <Select
        name="typeId"
        label={w.type}
        help={w.typeHelp}
        empty={w.anyType}
        value={idText(address?.typeId)}
        options={offer.types
          .filter(({ id, isRetired }) => !isRetired || id === address?.typeId)
          .map(({ id, names }) => ({ value: String(id), label: names[locale] }))}
        width="md"
        mark={false}
      />
      <Select
        name="locale"
        label={w.language}
        help={w.languageHelp}
        empty={w.anyLanguage}
        value={address?.locale ?? ""}
        options={locales.map((each) => ({ value: each, label: w.languages[each] }))}
        width="md"
        mark={false}
      />
      <div class="form-actions">
        <Button kind="primary">{submit}</Button>
      </div>
    </Form>
  );
};

const idText = (id: number | null | undefined): string => (id ? String(id) : "");

interface NewAddressProps {
  offer: Offer;
  state: FormState;
  once: string;
}

export const NewAddressPage = (props: NewAddressProps) => {
  const w = words[useUi().locale];
  return (
    <>
      <PageHeader title={w.add} crumbs={[{ label: w.title, href: mailAddressesPath }]}>
        <p>{w.addAbout}</p>
      </PageHeader>
      <AddressForm action={mailAddressesPath} submit={w.add} {...props} />
    </>
  );
};

export interface AddressPageProps {
  address: MailAddress;
  mailbox: Mailbox | undefined;
  offer: Offer;
  state: FormState;
  uses: number;
  isMain: boolean;
  smtp: { host: string; port: number };
}

export const AddressPage = (props: AddressPageProps) => {
  const { locale } = useUi();
  const w = words[locale];
  const { address, offer, state, uses, isMain } = props;
  const href = mailAddressHref(address.id);
  return (
    <div class="stack">
      <PageHeader title={address.address} crumbs={[{ label: w.title, href: mailAddressesPath }]}>
        <p class="muted">
          {uses === 0 ? (
            w.usedBy({ count: formatNumber(uses, locale) })
          ) : (
            <a class="text-link" href={ticketListHref({ addressIds: [address.id] })}>
              {w.usedBy({ count: formatNumber(uses, locale) })}
            </a>
          )}
        </p>
      </PageHeader>
      {address.retiredAt && <Notice tone="warning">{w.restoreAbout}</Notice>}
      <AddressForm action={href} address={address} offer={offer} state={state} submit={w.save} />
      <MailboxPanel addressId={address.id} mailbox={props.mailbox} smtp={props.smtp} />
      {!isMain && (
        <Panel title={w.use}>
          <div class="stack gap-3">
            {!address.retiredAt && <p>{w.retireAbout}</p>}
            <Form id="retire" action={`${href}/${address.retiredAt ? "restore" : "retire"}`} plain>
              <Button>{address.retiredAt ? w.restore : w.retire}</Button>
            </Form>
          </div>
        </Panel>
      )}
    </div>
  );
};
