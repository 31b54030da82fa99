/** Building blocks of mails. They know no request: language and time zone of the recipient come as props. */
export { MailPreviewDesk, type MailDesk } from "./brand.tsx";
export { MailButton } from "./mail-button.tsx";
export { MailFacts } from "./mail-facts.tsx";
export { MailLayout, type MailLayoutProps } from "./mail-layout.tsx";
export { MailEarlier, MailMessage, MailQuote, type MailMessageProps } from "./mail-message.tsx";
export { MailText, MailWords } from "./mail-text.tsx";
