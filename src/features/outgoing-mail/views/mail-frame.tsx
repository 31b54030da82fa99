import { useUi } from "../../../ui/index.ts";
import { words } from "../words.ts";

interface MailFrameProps {
  src: string;
  lang: string;
  /** The mail as text, from which its height is guessed. */
  text: string;
}

/**
 * A mail in a frame of its own: no script, no origin, links open in a new window. Nobody can measure such a page from
 * outside, so the frame is rather too high than too low, and its lower edge can be drawn.
 */
export const MailFrame = ({ src, lang, text }: MailFrameProps) => (
  <div class="mail-frame-box">
    <iframe
      class="mail-frame"
      title={words[useUi().locale].frame}
      lang={lang}
      src={src}
      width="100%"
      height={guessedHeight(text)}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      loading="lazy"
    />
  </div>
);

const lineHeight = 26;
/** Letters of a line on a phone. */
const lineLength = 44;
/** Head, button and foot. */
const around = 340;
const highest = 12_000;

/** In pixels, for the narrowest screen. */
export const guessedHeight = (text: string): number => {
  // Addresses of buttons stand in the text only.
  const lines = text
    .replaceAll(/https?:\/\/\S+/g, "")
    .split("\n")
    .map((line) => Math.max(1, Math.ceil(line.length / lineLength)));
  return Math.min(highest, around + lineHeight * lines.reduce((sum, each) => sum + each, 0));
};
