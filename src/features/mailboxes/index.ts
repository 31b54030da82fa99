export { setMailbox } from "./actions/set-mailbox.ts";
export { followMailboxes } from "./fetching.ts";
export { sealSecret } from "./mailbox.ts";
