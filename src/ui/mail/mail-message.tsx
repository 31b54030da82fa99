import type { ComponentChildren } from "preact";
import { formatDateTime, type Reading } from "../../platform/i18n/index.ts";
import { MailWords } from "./mail-text.tsx";
import { words } from "./words.ts";
import { block, faint, faintRule } from "./styles.ts";

export interface MailMessageProps {
  author: string;
  at: Date;
  /** The recipient's language and time zone. */
  reading: Reading;
  text: string;
  /** Names of the files that came with it. */
  files?: readonly string[];
}

const Byline = ({ author, at, reading }: Pick<MailMessageProps, "author" | "at" | "reading">) => (
  <p style={{ ...block, margin: "0 0 4px" }}>
    <strong>{author}</strong> <span style={faint}>{formatDateTime(at, reading)}</span>
  </p>
);

const Files = ({ names, reading }: { names: readonly string[]; reading: Reading }) =>
  names.length === 0 ? null : (
    <p style={{ ...block, ...faint, margin: "8px 0 0" }}>
      {words[reading.locale].attachments}: {names.join(", ")}
    </p>
  );

/** What somebody wrote: who, when, the words. The newest stands first in a mail. */
export const MailMessage = ({ author, at, reading, text, files = [] }: MailMessageProps) => (
  <div class="mail-message" style={{ margin: "0 0 24px" }}>
    <Byline author={author} at={at} reading={reading} />
    <div>
      <MailWords text={text} />
    </div>
    <Files names={files} reading={reading} />
  </div>
);

/** Earlier words of the same conversation, set back. */
export const MailQuote = ({ author, at, reading, text, files = [] }: MailMessageProps) => (
  <blockquote style={{ margin: "0 0 16px", padding: "0 0 0 12px", borderLeft: "2px solid #8a8a8a", fontSize: "15px" }}>
    <Byline author={author} at={at} reading={reading} />
    <div style={{ opacity: 0.85 }}>
      <MailWords text={text} />
    </div>
    <Files names={files} reading={reading} />
  </blockquote>
);

/** Earlier messages under one line, newest first. Renders nothing without any. */
export const MailEarlier = ({ reading, children }: { reading: Reading; children?: ComponentChildren }) => (
  <div style={{ ...faintRule, marginTop: "24px", paddingTop: "16px" }}>
    <p style={{ ...block, ...faint, margin: "0 0 12px" }}>{words[reading.locale].earlier}</p>
    {children}
  </div>
);
