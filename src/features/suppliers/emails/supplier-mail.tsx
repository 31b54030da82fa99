import type { Reading } from "../../../platform/i18n/index.ts";
import { MailEarlier, MailFacts, MailLayout, MailMessage, MailQuote, MailText } from "../../../ui/mail/index.ts";
import type { Facts, MessageKind, SupplierMessage } from "../types.ts";
import { mailWords } from "../words.mails.ts";

export interface SupplierMailProps {
  reading: Reading;
  desk: { name: string };
  /** Of our ticket. */
  number: number;
  facts: Facts;
  message: Pick<SupplierMessage, "kind" | "authorName" | "text" | "at">;
  /** What went there and came from there before, newest first. */
  earlier?: readonly Pick<SupplierMessage, "authorName" | "text" | "at">[];
  files?: readonly string[];
}

/** All that a supplier ever reads about a ticket: the facts, and what was said with him. */
export const SupplierMail = (mail: SupplierMailProps) => {
  const { reading, desk, number, facts, message, earlier = [], files = [] } = mail;
  const w = mailWords[reading.locale];
  return (
    <MailLayout
      locale={reading.locale}
      desk={desk}
      heading={headingOf(message.kind, { w, number })}
      reason={w.reason({ desk: desk.name, number })}
    >
      {message.kind === "passed" ? (
        <Passed {...mail} />
      ) : (
        <MailMessage author={message.authorName} at={message.at} text={message.text} reading={reading} files={files} />
      )}
      {message.kind !== "passed" && facts.customerNumber !== "" && (
        <MailFacts facts={[{ label: w.customerNumber, value: facts.customerNumber }]} />
      )}
      <MailText quiet>{w.answer}</MailText>
      {earlier.length > 0 && (
        <MailEarlier reading={reading}>
          {earlier.map(({ authorName, at, text }, index) => (
            <MailQuote key={index} author={authorName} at={at} text={text} reading={reading} />
          ))}
        </MailEarlier>
      )}
    </MailLayout>
  );
};

type Words = (typeof mailWords)["en"];

const headingOf = (kind: MessageKind, { w, number }: { w: Words; number: number }): string => {
  if (kind === "passed") return w.heading;
  return kind === "sent-on" ? w.sentOn({ number }) : w.written({ number });
};

const Passed = ({ reading, desk, number, facts, message, files = [] }: SupplierMailProps) => {
  const w = mailWords[reading.locale];
  const contact = [facts.contactName, facts.contactEmail, facts.contactPhone].filter(Boolean).join(", ");
  return (
    <>
      <MailText>{w.intro({ desk: desk.name, number })}</MailText>
      <MailFacts
        facts={[
          { label: w.customerNumber, value: facts.customerNumber || w.none },
          { label: w.domain, value: facts.domain },
          { label: w.mayContact, value: facts.mayContact ? w.yes : w.no },
          ...(facts.mayContact ? [{ label: w.contact, value: contact }] : []),
        ]}
      />
      <MailText>{w.errorPicture}:</MailText>
      <MailMessage
        author={message.authorName}
        at={message.at}
        text={facts.errorPicture}
        reading={reading}
        files={files}
      />
    </>
  );
};
