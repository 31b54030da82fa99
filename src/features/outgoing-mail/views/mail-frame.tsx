import { useUi } from "../../../ui/index.ts";
import { words } from "../words.ts";

/** A mail in a frame of its own: no script, no origin, links open in a new window. */
export const MailFrame = ({ src, lang }: { src: string; lang: string }) => (
  <iframe
    class="mail-frame"
    title={words[useUi().locale].frame}
    lang={lang}
    src={src}
    width="100%"
    height="640"
    sandbox="allow-popups allow-popups-to-escape-sandbox"
    loading="lazy"
  />
);
