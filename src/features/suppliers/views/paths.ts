export const suppliersPath = "/admin/suppliers";
export const supplierHref = (id: number): string => `${suppliersPath}/${id}`;
export const supplierEndHref = (id: number): string => `${suppliersPath}/${id}/end`;

/** Where a ticket's passings are. */
export const passingsHref = (number: number): string => `/desk/tickets/${number}/suppliers`;
export const passHref = (number: number): string => `${passingsHref(number)}/new`;
export const writeHref = (number: number, passingId: number): string => `${passingsHref(number)}/${passingId}/write`;
export const endHref = (number: number, passingId: number): string => `${passingsHref(number)}/${passingId}/end`;
