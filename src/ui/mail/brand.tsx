import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { readableColour } from "./colour.ts";

/** The desk in whose name a mail is sent. */
export interface MailDesk {
  name: string;
  /** `#rrggbb`; without it mails have the kit's own. */
  colour?: string | undefined;
  /** Who is behind the desk, e.g. company, address and register: at the foot of every mail, line by line. */
  mailFooter?: string | undefined;
}

/** For the gallery: all mails look as if they came from this desk. */
export const MailPreviewDesk = createContext<MailDesk | undefined>(undefined);

const ownColour = "#00646b";

export const MailBrand = createContext(ownColour);

export const mailColour = ({ colour }: MailDesk): string => readableColour(colour ?? ownColour);

/** The desk's colour, such that white on it is read. */
export const useMailColour = (): string => useContext(MailBrand);
