import type { FormState } from "../../../platform/http/form.ts";
import { onceField } from "../../../platform/http/submit.ts";
import {
  Button,
  Checkbox,
  Form,
  Notice,
  PageHeader,
  RadioCards,
  Select,
  TextArea,
  TextInput,
} from "../../../ui/index.ts";
import type { Facts, Supplier } from "../types.ts";
import { useSupplierWords } from "../words.ts";
import { passHref } from "./paths.ts";

/** What we know already. */
export type Prefilled = Pick<Facts, "domain" | "errorPicture" | "contactName" | "contactEmail" | "contactPhone">;

interface PassPageProps {
  ticket: { number: number; subject: string };
  suppliers: readonly Supplier[];
  known: Prefilled;
  /** Names of the first message's files. */
  files: readonly string[];
  state: FormState;
  once: string;
}

export const PassPage = (props: PassPageProps) => {
  const { ticket, suppliers } = props;
  const w = useSupplierWords().pass;
  return (
    <div class="stack">
      <PageHeader
        title={w.title}
        crumbs={[{ label: `#${ticket.number} ${ticket.subject}`, href: `/desk/tickets/${ticket.number}` }]}
      >
        <p>{w.about}</p>
      </PageHeader>
      {suppliers.length === 0 ? <Notice>{w.nobody}</Notice> : <PassForm {...props} />}
    </div>
  );
};

const PassForm = ({ ticket, suppliers, known, files, state, once }: PassPageProps) => {
  const { pass: w, customerNumber } = useSupplierWords();
  const [only] = suppliers.length === 1 ? suppliers : [];
  const labels = {
    ...{ supplierId: w.supplier, customerNumber, domain: w.domain, errorPicture: w.errorPicture },
    ...{ mayContact: w.contact, contactName: w.contactName },
  };
  return (
    <Form
      id="pass"
      action={passHref(ticket.number)}
      values={state.values}
      errors={state.problem === undefined ? state.errors : { "": state.problem, ...state.errors }}
      labels={labels}
    >
      <input type="hidden" name={onceField} value={once} />
      <Select
        name="supplierId"
        label={w.supplier}
        required
        empty={w.choose}
        value={only ? String(only.id) : ""}
        options={suppliers.map(({ id, name, customerNumber: ours }) => ({
          value: String(id),
          label: ours === "" ? name : `${name} (${ours})`,
        }))}
      />
      <TextInput
        name="customerNumber"
        label={customerNumber}
        help={w.customerNumberHelp}
        value={only?.customerNumber ?? ""}
        mark={false}
        autocomplete="off"
      />
      <TextInput name="domain" label={w.domain} value={known.domain} required autocomplete="off" />
      <TextArea
        name="errorPicture"
        label={w.errorPicture}
        help={w.errorPictureHelp}
        value={known.errorPicture}
        rows={8}
        required
      />
      <RadioCards
        name="mayContact"
        label={w.mayContact}
        required
        columns={2}
        options={[
          { value: "yes", label: w.yes, help: w.yesHelp },
          { value: "no", label: w.no, help: w.noHelp },
        ]}
      />
      <Contact known={known} />
      <Checkbox name="sendsAnswers" label={w.sendsAnswers} help={w.sendsAnswersHelp} checked={isFresh(state)} />
      {files.length > 0 && <Checkbox name="sendsFiles" label={w.sendsFiles({ names: files.join(", ") })} />}
      <div class="form-actions">
        <Button kind="primary">{w.submit}</Button>
      </div>
    </Form>
  );
};

/** A box that came back empty was emptied. */
const isFresh = ({ lists, values }: FormState): boolean =>
  Object.keys(lists).length === 0 && Object.keys(values).length === 0;

const Contact = ({ known }: { known: Prefilled }) => {
  const w = useSupplierWords().pass;
  return (
    <fieldset class="stack">
      <legend class="field-label">{w.contact}</legend>
      <TextInput name="contactName" label={w.contactName} value={known.contactName} mark={false} autocomplete="off" />
      <TextInput
        name="contactEmail"
        type="email"
        label={w.contactEmail}
        value={known.contactEmail}
        mark={false}
        autocomplete="off"
      />
      <TextInput
        name="contactPhone"
        type="tel"
        label={w.contactPhone}
        value={known.contactPhone}
        mark={false}
        autocomplete="off"
      />
    </fieldset>
  );
};
