export interface Surroundings {
  browser: string;
  browser_version: string;
  os: string;
}

/** Newer browsers claim to be older ones as well, so those that claim most come first. */
const browsers = [
  ["Edge", /\bEdgA?\/([\d.]+)/],
  ["Opera", /\bOPR\/([\d.]+)/],
  ["Samsung Internet", /\bSamsungBrowser\/([\d.]+)/],
  ["Vivaldi", /\bVivaldi\/([\d.]+)/],
  ["Firefox", /\b(?:Firefox|FxiOS)\/([\d.]+)/],
  ["Chrome", /\b(?:HeadlessChrome|Chrome|CriOS)\/([\d.]+)/],
  ["Safari", /\bVersion\/([\d.]+).*\bSafari\//],
] as const;

const systems = [
  ["iOS", /\b(?:iPhone|iPod)\b.*?\bOS ([\d_]+)/],
  ["iPadOS", /\biPad\b.*?\bOS ([\d_]+)/],
  ["Android", /\bAndroid ([\d.]+)/],
  ["ChromeOS", /\bCrOS\b/],
  // Browsers no longer tell Windows 11 from 10.
  ["Windows 10/11", /\bWindows NT 10\.0/],
  ["Windows", /\bWindows\b/],
  // Frozen at 10.15.7 for years, so the number says nothing.
  ["macOS", /\bMacintosh\b/],
  ["Linux", /\bLinux\b/],
] as const;

/** What a browser says of itself and the system it runs on; what cannot be told is left out. For filling in forms only. */
export const surroundingsOf = (userAgent: string): Partial<Surroundings> => {
  const text = userAgent.slice(0, 500);
  const browser = browsers.map(([name, mark]) => ({ name, found: mark.exec(text) })).find(({ found }) => found);
  const system = systems.map(([name, mark]) => ({ name, found: mark.exec(text) })).find(({ found }) => found);
  const version = browser?.found?.[1];
  const release = system?.found?.[1]?.replaceAll("_", ".");
  return {
    ...(browser && { browser: browser.name }),
    ...(version !== undefined && { browser_version: version }),
    ...(system && { os: [system.name, release].filter(Boolean).join(" ") }),
  };
};
