const endings: Readonly<Record<string, string>> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/gif": "gif",
  "image/webp": "webp",
  "application/pdf": "pdf",
  "text/plain": "txt",
  "text/html": "html",
  "text/calendar": "ics",
  "message/rfc822": "eml",
  "message/delivery-status": "txt",
  "message/disposition-notification": "txt",
  "text/rfc822-headers": "txt",
  "text/enriched": "txt",
  "text/csv": "csv",
  "application/pkcs7-signature": "p7s",
  "application/pgp-signature": "asc",
  "application/pkcs7-mime": "p7m",
  "application/ms-tnef": "dat",
  "application/zip": "zip",
  "application/ics": "ics",
  "application/json": "json",
  "application/msword": "doc",
  "application/pgp-encrypted": "asc",
  "application/pgp-keys": "asc",
  "application/rtf": "rtf",
  "application/xml": "xml",
  "audio/mpeg": "mp3",
  "audio/wav": "wav",
  "image/bmp": "bmp",
  "image/heic": "heic",
  "image/svg+xml": "svg",
  "image/tiff": "tif",
  "message/feedback-report": "txt",
  "message/global": "eml",
  "message/global-delivery-status": "txt",
  "message/partial": "eml",
  "text/markdown": "md",
  "text/rtf": "rtf",
  "text/vcard": "vcf",
  "text/x-amp-html": "html",
  "text/x-vcard": "vcf",
  "text/xml": "xml",
  "video/mp4": "mp4",
};

/** The media type of a part, without parameters; what names none that can be is plain bytes. */
export const partType = (type: string | undefined): string => {
  const bare = type?.split(";")[0]?.trim().toLowerCase() ?? "";
  return /^[\w.+-]{1,100}\/[\w.+-]{1,100}$/.test(bare) ? bare : "application/octet-stream";
};

/** A file name that is safe to show and to save: the last step of any path, without control characters, not too long. */
export const partName = (given: string | undefined, { type, index }: { type: string; index: number }): string => {
  const name = (given ?? "")
    .split(/[/\\]/)
    .at(-1)
    // Control characters, and those that turn the reading direction to hide an ending.
    ?.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^\.+$/, "");
  return name ? shortened(name) : `attachment-${index + 1}.${endings[type] ?? "bin"}`;
};

const longest = 200;

const shortened = (name: string): string => {
  if (name.length <= longest) return name.toWellFormed();
  const ending = /\.[^.]{1,10}$/.exec(name)?.[0] ?? "";
  return `${name.slice(0, longest - ending.length)}${ending}`.toWellFormed();
};
