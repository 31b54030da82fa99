/** Providers at which everybody can get an address; their domains name no organisation. */
const publicDomains = new Set(
  `gmail.com googlemail.com gmx.de gmx.net gmx.at gmx.ch gmx.com web.de t-online.de freenet.de posteo.de mailbox.org
  outlook.com outlook.de hotmail.com hotmail.de live.com live.de msn.com yahoo.com yahoo.de icloud.com me.com mac.com aol.com
  aol.de arcor.de 1und1.de online.de vodafone.de bluewin.ch proton.me protonmail.com tutanota.com tuta.io mail.com
  mail.de email.de kabelmail.de unitybox.de`.split(/\s+/),
);

export const isPublicDomain = (domain: string): boolean => publicDomains.has(domain);

/** One a line (or by comma or blank), with or without @, in any case; each once. */
export const domainsIn = (text: string): string[] => [
  ...new Set(
    text
      .toLowerCase()
      .split(/[\s,;]+/)
      .map((word) => word.replace(/^@/, "").replace(/\.$/, ""))
      .filter(Boolean),
  ),
];

const label = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?";
const pattern = new RegExp(`^(?=.{4,253}$)(?:${label}\\.)+\\p{L}[\\p{L}\\p{N}-]*\\p{L}$`, "u");

export const isDomain = (text: string): boolean => pattern.test(text);

export const domainOf = (email: string): string => email.slice(email.lastIndexOf("@") + 1);
