/** How files begin that no text begins like: pictures, PDF, archives, programs, sounds, fonts. */
const magic =
  /^(GIF8[79]a|\x89PNG|\xff\xd8\xff|II\*\0|MM\0\*|%PDF-|PK\x03\x04|\x1f\x8b|BZh\d|Rar!|7z\xbc\xaf|\xd0\xcf\x11\xe0|\x7fELF|MZ[\x80-\xff\0]|ID3[\x02-\x04]|OggS|RIFF.{4}(WAVE|WEBP|AVI )|wOF[F2]|\0asm)/s;

/** Fewer bytes can be anything. */
const fewest = 100;

/** Whether bytes are a picture, a program and the like, whatever they are called. Text in UTF-16 has a zero in every second byte. */
export const isBinary = (content: Buffer): boolean =>
  magic.test(content.toString("latin1", 0, 12)) || (content.length >= fewest && hasStrangeBytes(content));

/** Whether more control characters are in it than in anybody's words; those that shift between character sets are none. */
export const hasStrangeBytes = (content: Buffer): boolean => {
  const start = content.subarray(0, 2_000);
  const zeros = [0, 0];
  let strange = 0;
  for (const [at, byte] of start.entries()) {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
    else if (byte < 9 || (byte > 15 && byte < 32 && byte !== 27)) strange++;
  }
  const [even = 0, odd = 0] = zeros;
  const isWide = (even + odd) * 3 >= start.length && Math.min(even, odd) * 10 <= even + odd;
  return (strange + (isWide ? 0 : even + odd)) * 20 > start.length;
};
