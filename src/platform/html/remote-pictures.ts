// Works on what `sanitiseHtml` has made: there a `>` or `"` within a value is written as an entity.
const picture = /<img\b[^>]*>/g;
const remote = / data-remote-src="([^"]*)"/;

/** A picture that nobody sees shows nothing but that the message is being read. */
const isPixel = (tag: string): boolean => / (?:width|height)="[01]"/.test(tag);

const isOffered = (tag: string): boolean => remote.test(tag) && !isPixel(tag);

/** How many pictures that lie elsewhere a reader could ask for. */
export const countRemotePictures = (html: string): number => (html.match(picture) ?? []).filter(isOffered).length;

/** With the pictures that lie elsewhere, for a frame in which nothing but pictures is loaded. */
export const withRemotePictures = (html: string): string =>
  html.replaceAll(picture, (tag) =>
    isOffered(tag) ? tag.replace(remote, ' src="$1" referrerpolicy="no-referrer"') : tag,
  );
