export { addMailAddress } from "./actions/add-address.ts";
export { changeMailAddress } from "./actions/change-address.ts";
export { keepDeskAddress } from "./actions/keep-desk-address.ts";
export { restoreMailAddress, retireMailAddress } from "./actions/retire-address.ts";
export { mailAddressesTopic } from "./events.ts";
export {
  addressAmong,
  findMailDesk,
  getMailDesk,
  rememberAddress,
  senderOf,
  type MailDesk,
  type Sender,
} from "./own-addresses.ts";
export { cameInBy, countUses, getMailAddress, listMailAddresses, type MailAddress } from "./store.ts";
