// Mail programs drop style sheets, so every element carries its own style; pixels, because Outlook knows no rem.

type Style = Readonly<Record<string, string | number>>;

const family = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

export const body: Style = {
  margin: "0",
  padding: "0",
  fontFamily: family,
  fontSize: "16px",
  lineHeight: "1.5",
  wordBreak: "break-word",
};

export const block: Style = { margin: "0 0 16px" };

export const deskLine: Style = { fontSize: "14px", fontWeight: 600, margin: "0 0 24px", padding: "0 0 0 10px" };

export const headline: Style = { fontSize: "20px", lineHeight: "1.3", fontWeight: 600, margin: "0 0 16px" };

/** Stands back on a light and on a dark ground alike: at least 4.5:1 on both. */
export const faint: Style = { opacity: 0.75, fontSize: "14px" };

/** A line that is seen on both grounds. */
export const faintRule: Style = { borderTop: "1px solid #8a8a8a" };

/** Its ground is the desk's colour. */
export const button: Style = {
  display: "inline-block",
  padding: "12px 20px",
  borderRadius: "8px",
  color: "#ffffff",
  fontWeight: 600,
  textDecoration: "none",
};
