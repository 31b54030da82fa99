export { fileAtOnce } from "./file-at-once.ts";
export { receiveMail, type ArrivedMail } from "./receive-mail.ts";
export { reportMail } from "./reading.ts";
export type { MailReport } from "./report.ts";
