/** An `ilike` pattern for text that contains the words as they are typed; % and _ stand for themselves. */
export const containing = (text: string): string => `%${text.trim().replaceAll(/[\\%_]/g, "\\$&")}%`;
