/** Pictures that browsers draw without running anything in them. SVG is not among them. */
const pictures: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"]);

export const isPicture = (type: string): boolean => pictures.has(type);

/** What may be shown in place; everything else is handed over as a download. */
export const isShownInPlace = (type: string): boolean =>
  isPicture(type) || type === "text/plain" || /^(audio|video)\/[\w.+-]+$/.test(type);

/** The sender's word for what a file is, as long as it can stand in a header. */
export const safeType = (type: string): string => {
  const [bare = ""] = type.toLowerCase().split(";");
  if (!/^[\w.+-]+\/[\w.+-]+$/.test(bare.trim())) return "application/octet-stream";
  return bare.trim() === "text/plain" ? "text/plain; charset=utf-8" : bare.trim();
};
