import { useWords } from "../context.tsx";
import { Icon } from "../icon.tsx";

export interface RemotePicturesProps {
  count: number;
  /** The same page with them; none where they cannot be shown. */
  showHref?: string | undefined;
}

/** Says that pictures of a letter are not fetched, because whoever has them would learn who reads it and when. */
export const RemotePictures = ({ count, showHref }: RemotePicturesProps) => {
  const words = useWords();
  return (
    <p class="remote-pictures">
      <Icon name="image" size={14} />
      <span>{words.picturesLeftOut(count)}</span>
      {showHref !== undefined && (
        <a class="text-link" href={showHref} title={words.showPicturesAbout} rel="nofollow" data-turbo-prefetch="false">
          {words.showPictures}
        </a>
      )}
    </p>
  );
};

export interface PictureFrameProps {
  /** Where the letter is, with its pictures, as `framedLetter` answers. */
  src: string;
  /** The same page without them. */
  hideHref: string;
}

/** A letter with its pictures from elsewhere: no script, no origin, links open in a new window. */
export const PictureFrame = ({ src, hideHref }: PictureFrameProps) => {
  const words = useWords();
  return (
    <>
      <iframe
        class="picture-frame"
        title={words.letterWithPictures}
        src={src}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        referrerpolicy="no-referrer"
      />
      <p class="remote-pictures">
        <Icon name="image" size={14} />
        <a class="text-link" href={hideHref}>
          {words.hidePictures}
        </a>
      </p>
    </>
  );
};
