import { dkimRecord, speaksFor, type Dkim } from "../../../platform/mail/dkim.ts";
import { DescriptionList, Notice, Panel, useUi } from "../../../ui/index.ts";
import { words } from "../words.ts";

export interface SigningProps {
  /** Undefined: mail leaves unsigned. */
  dkim: Dkim | undefined;
  mailAddress: string;
}

/** Whether mail is signed, for whom, and what has to stand in DNS for that. */
export const Signing = ({ dkim, mailAddress }: SigningProps) => {
  const w = words[useUi().locale].signing;
  if (!dkim)
    return (
      <Notice icon="shield" title={w.unsignedTitle}>
        {w.unsigned}
      </Notice>
    );
  const { domain } = dkim;
  const isAligned = speaksFor(domain, mailAddress);
  return (
    <>
      {!isAligned && (
        <Notice tone="warning" title={w.otherDomainTitle({ domain, mailAddress })}>
          {w.otherDomain}
        </Notice>
      )}
      <Panel title={isAligned ? w.signed({ domain }) : w.record} folds="closed">
        <DnsRecord dkim={dkim} />
      </Panel>
    </>
  );
};

const DnsRecord = ({ dkim }: { dkim: Dkim }) => {
  const w = words[useUi().locale].signing;
  const { name, value } = dkimRecord(dkim);
  return (
    <>
      <p>{w.recordAbout}</p>
      <DescriptionList
        items={[
          { term: w.recordName, detail: <code>{name}</code> },
          { term: w.recordType, detail: <code>TXT</code> },
          {
            term: w.recordValue,
            detail: value.map((part) => (
              <code key={part} class="dns-value">
                "{part}"{" "}
              </code>
            )),
          },
        ]}
      />
    </>
  );
};
