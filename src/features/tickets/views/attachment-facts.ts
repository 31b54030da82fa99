import { formatBytes, type Locale } from "../../../platform/i18n/index.ts";
import type { AttachmentFact, IconName } from "../../../ui/index.ts";
import { isPicture } from "../rules/file-types.ts";
import type { Attachment } from "../rules/sight.ts";

/** A file as a message shows it: name, size and, of pictures, a small view. */
export const attachmentFact = (
  file: Attachment,
  { href, locale }: { href: string; locale: Locale },
): AttachmentFact => ({
  id: String(file.id),
  name: file.name,
  href,
  size: formatBytes(file.size, locale),
  icon: iconOf(file.type),
  // The browser scales the whole picture down, so huge ones are not worth the bytes.
  ...(isPicture(file.type) && file.size <= 5_000_000 && { previewSrc: href }),
});

const iconOf = (type: string): IconName => {
  if (type.startsWith("image/")) return "image";
  if (type.startsWith("video/")) return "video";
  if (type.startsWith("audio/")) return "mic";
  if (type.startsWith("text/") || type === "application/pdf") return "file-text";
  return type.includes("zip") ? "archive" : "file";
};
