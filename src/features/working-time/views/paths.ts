export const calendarsPath = "/admin/calendars";
export const calendarHref = (id: number): string => `${calendarsPath}/${id}`;
