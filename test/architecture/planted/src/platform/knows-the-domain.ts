// platform-without-domain
export const openTickets = 3;
