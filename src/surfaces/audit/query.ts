export const auditPath = "/admin/audit";

/** What of the log is shown; all of it stands in the address, so that it can be shared. */
export interface AuditQuery {
  /** A kind of thing, or empty. */
  area: string;
  /** One of them, by its id. */
  about: number | undefined;
  /** A person's id; 0 for the program. */
  person: number | undefined;
  from: number;
}

export const readAuditQuery = (query: URLSearchParams): AuditQuery => {
  const number = (name: string): number | undefined => {
    const text = query.get(name);
    return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
  };
  return {
    area: query.get("area") ?? "",
    about: query.get("area") ? number("about") : undefined,
    person: number("person"),
    from: number("from") ?? 0,
  };
};

export const auditHref = ({ area, about, person, from }: AuditQuery): string => {
  const query = new URLSearchParams({
    ...(area && { area }),
    ...(about !== undefined && { about: String(about) }),
    ...(person !== undefined && { person: String(person) }),
    ...(from > 0 && { from: String(from) }),
  }).toString();
  return query ? `${auditPath}?${query}` : auditPath;
};
