export const serviceLevelsPath = "/admin/service-levels";
export const serviceLevelHref = (id: number): string => `${serviceLevelsPath}/${id}`;
