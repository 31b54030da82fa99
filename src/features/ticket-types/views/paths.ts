export const typesPath = "/admin/ticket-types";
export const typeHref = (id: number, rest = ""): string => `${typesPath}/${id}${rest}`;
export const fieldHref = (typeId: number, fieldId: number, rest = ""): string =>
  typeHref(typeId, `/fields/${fieldId}${rest}`);
export const stageHref = (typeId: number, stageId: number, rest = ""): string =>
  typeHref(typeId, `/stages/${stageId}${rest}`);
export const prioritiesPath = "/admin/priorities";
export const developmentPath = "/admin/development-statuses";
export const developmentHref = (id: number, rest = ""): string => `${developmentPath}/${id}${rest}`;
/** Where all changes of one thing are listed. */
export const auditHref = (kind: string, id?: number): string =>
  `/admin/audit?area=${kind}${id === undefined ? "" : `&about=${id}`}`;
