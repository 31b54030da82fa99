export { receiveMail, type ArrivedMail } from "./receive-mail.ts";
export { inspectMail, type MailReport } from "./inspect.ts";
