import type { FormState } from "../../../platform/http/form.ts";
import { Button, Form, PageHeader, Panel, Select, TextInput, useUi } from "../../../ui/index.ts";
import type { MailAddress } from "../../mail-addresses/index.ts";
import { securities, signIns, type Mailbox } from "../mailbox.ts";
import { words } from "../words.ts";
import { mailAddressesPath, mailAddressHref, mailboxHref } from "./paths.ts";

interface MailboxPageProps {
  address: MailAddress;
  mailbox: Mailbox | undefined;
  state: FormState;
}

type Words = (typeof words)["en"];

const labelsOf = (w: Words): Record<string, string> => ({
  host: w.host,
  port: w.port,
  security: w.security,
  username: w.username,
  signIn: w.signIn,
  password: w.password,
  tokenUrl: w.tokenUrl,
  clientId: w.clientId,
  clientSecret: w.clientSecret,
  refreshToken: w.refreshToken,
  scope: w.scope,
  folder: w.folder,
  moveTo: w.moveTo,
});

export const MailboxPage = ({ address, mailbox, state }: MailboxPageProps) => {
  const w = words[useUi().locale];
  const signIn = state.values["signIn"] ?? mailbox?.signIn ?? "password";
  return (
    <>
      <PageHeader
        title={w.mailboxOf({ address: address.address })}
        crumbs={[
          { label: w.title, href: mailAddressesPath },
          { label: address.address, href: mailAddressHref(address.id) },
        ]}
      >
        <p>{w.mailboxAbout}</p>
      </PageHeader>
      <Form
        merges
        id="mailbox"
        action={mailboxHref(address.id)}
        values={state.values}
        errors={state.problem === undefined ? state.errors : { "": state.problem, ...state.errors }}
        labels={labelsOf(w)}
      >
        <Server mailbox={mailbox} />
        <TextInput
          name="username"
          label={w.username}
          help={w.usernameHelp}
          value={mailbox?.username ?? address.address}
          required
          autocomplete="off"
        />
        <Select
          name="signIn"
          label={w.signIn}
          value={mailbox?.signIn ?? "password"}
          options={signIns.map((each) => ({ value: each, label: w.signIns[each] }))}
          mark={false}
        />
        <TextInput
          name="password"
          type="password"
          label={w.password}
          help={mailbox?.signIn === "password" ? w.secretKept : w.secretHelp}
          autocomplete="off"
          mark={false}
          width="md"
        />
        <Panel title={w.oauth} folds={signIn === "oauth2" ? "open" : "closed"}>
          <OAuth mailbox={mailbox} />
        </Panel>
        <TextInput
          name="folder"
          label={w.folder}
          help={w.folderHelp}
          value={mailbox?.folder ?? "INBOX"}
          required
          width="md"
          autocomplete="off"
        />
        <TextInput
          name="moveTo"
          label={w.moveTo}
          help={w.moveToHelp}
          value={mailbox?.moveTo ?? ""}
          width="md"
          autocomplete="off"
        />
        <div class="form-actions">
          <Button kind="primary">{w.save}</Button>
        </div>
      </Form>
    </>
  );
};

const Server = ({ mailbox }: { mailbox: Mailbox | undefined }) => {
  const w = words[useUi().locale];
  return (
    <>
      <TextInput name="host" label={w.host} help={w.hostHelp} value={mailbox?.host} required autocomplete="off" />
      <TextInput
        name="port"
        type="number"
        inputMode="numeric"
        label={w.port}
        help={w.portHelp}
        value={String(mailbox?.port ?? 993)}
        width="xs"
        required
      />
      <Select
        name="security"
        label={w.security}
        value={mailbox?.security ?? "tls"}
        options={securities.map((each) => ({ value: each, label: w.securities[each] }))}
        width="md"
        mark={false}
      />
    </>
  );
};

const OAuth = ({ mailbox }: { mailbox: Mailbox | undefined }) => {
  const w = words[useUi().locale];
  const secretHelp = mailbox?.signIn === "oauth2" ? w.secretKept : w.secretHelp;
  return (
    <div class="stack">
      <p>{w.oauthAbout}</p>
      <TextInput
        name="tokenUrl"
        type="url"
        label={w.tokenUrl}
        help={w.tokenUrlHelp}
        value={mailbox?.tokenUrl ?? ""}
        mark={false}
        autocomplete="off"
      />
      <TextInput name="clientId" label={w.clientId} value={mailbox?.clientId ?? ""} mark={false} autocomplete="off" />
      <TextInput
        name="clientSecret"
        type="password"
        label={w.clientSecret}
        help={secretHelp}
        mark={false}
        autocomplete="off"
      />
      <TextInput
        name="refreshToken"
        type="password"
        label={w.refreshToken}
        help={w.refreshTokenHelp}
        mark={false}
        autocomplete="off"
      />
      <TextInput
        name="scope"
        label={w.scope}
        help={w.scopeHelp}
        value={mailbox?.scope ?? ""}
        mark={false}
        autocomplete="off"
      />
    </div>
  );
};
