export { recordBounce } from "./actions/record-bounce.ts";
export { cancelMails } from "./cancel-mails.ts";
export { mailStatesByEvent } from "./deliveries.ts";
export { mailGalleryRoutes } from "./gallery.tsx";
export { mailStates, type MailAttachment, type MailState } from "./mail.ts";
export { isOwnMessageId, newMessageId, readRootMessageId, rootMessageId, type MailHome } from "./message-ids.ts";
export { queueMail, type NewMail } from "./queue-mail.ts";
export { isDeskAddress, readReplyAddress, replyAddress } from "./reply-address.ts";
export { listMailsByMessageId, type Delivery } from "./store/mails.ts";
