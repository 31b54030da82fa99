export const mailAddressesPath = "/admin/mail-addresses";
export const mailAddressHref = (id: number): string => `${mailAddressesPath}/${id}`;
export const mailboxHref = (addressId: number): string => `${mailAddressHref(addressId)}/mailbox`;
