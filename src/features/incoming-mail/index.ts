export { receiveMail, type ArrivedMail } from "./receive-mail.ts";
