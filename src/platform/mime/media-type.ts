/** `text/plain` out of what a header says, also with something wrong around it; undefined when there is none. */
export const typeOf = (value: string): string | undefined => {
  const found = /^[\s"'<]*([a-z0-9][\w.+-]{0,100}) ?\/ ?([\w.+-]{1,100})/i.exec(value);
  if (found) return `${found[1] ?? ""}/${found[2] ?? ""}`.toLowerCase();
  const alone = /^[\s"'<]*(text|html|multipart|message)\b/i.exec(value)?.[1]?.toLowerCase();
  if (alone === undefined) return undefined;
  return { text: "text/plain", html: "text/html", multipart: "multipart/mixed", message: "message/rfc822" }[alone];
};
