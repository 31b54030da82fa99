export { addSupplier } from "./actions/add-supplier.ts";
export { hearSupplier } from "./actions/hear-supplier.ts";
export { passTicket } from "./actions/pass-ticket.ts";
export { findSpeakingSupplier } from "./speaking.ts";
