export * from "./rules/index.ts";
export { getTicketType, listTicketTypes, ticketTypesById } from "./store/types.ts";
