import { Fragment, type ComponentChildren } from "preact";
import { block, faint } from "./styles.ts";

/** A paragraph. */
export const MailText = ({ children, quiet = false }: { children?: ComponentChildren; quiet?: boolean }) => (
  <p style={quiet ? { ...block, ...faint } : block}>{children}</p>
);

// A full stop or a bracket after an address belongs to the sentence.
const link = /(https?:\/\/[^\s<>"]*[^\s<>"'.,;:!?)\]}])/;

/** Text as somebody typed it: line breaks stay (also in Outlook, which knows no pre-wrap), addresses become links. */
export const MailWords = ({ text }: { text: string }) =>
  text.split("\n").map((line, index) => (
    <Fragment key={index}>
      {index > 0 && <br />}
      {line.split(link).map((part, at) =>
        at % 2 === 1 ? (
          <a key={at} href={part}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </Fragment>
  ));
