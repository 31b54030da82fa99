import { useMailColour } from "./brand.tsx";
import { block, button } from "./styles.ts";

/** The one thing to do. Give a mail one button at most, with the verb on it. */
export const MailButton = ({ href, children }: { href: string; children: string }) => {
  const colour = useMailColour();
  return (
    <p style={{ ...block, margin: "24px 0" }}>
      <a class="mail-button" href={href} style={{ ...button, backgroundColor: colour }}>
        {children}
      </a>
    </p>
  );
};
