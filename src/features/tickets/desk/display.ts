import { z } from "zod";
import { agents } from "../../../platform/http/access.ts";
import { setCookie } from "../../../platform/http/cookies.ts";
import { post, redirect, type Ask } from "../../../platform/http/route.ts";
import { days } from "../../../platform/time.ts";
import { columnKeys, fixedColumns, usualColumns, type ColumnKey } from "../queue-address.ts";

/** How one person has lists shown, in one browser. */
export interface Display {
  density: "compact" | "roomy";
  /** Chosen columns by view; `*` for lists that are no view. */
  columns: Readonly<Record<string, readonly string[]>>;
}

const cookieName = "tresen_desk";
const schema = z.object({
  density: z.enum(["compact", "roomy"]).catch("compact"),
  columns: z.record(z.string(), z.array(z.string())).catch({}),
});

/** Anybody can send any cookie: whatever makes no sense is as if it were not there. */
export const displayOf = ({ cookies }: Pick<Ask, "cookies">): Display => {
  try {
    return schema.parse(JSON.parse(Buffer.from(cookies[cookieName] ?? "", "base64url").toString()));
  } catch {
    return { density: "compact", columns: {} };
  }
};

/** The person's own choice for this view wins over the view's, that over the person's usual one. */
export const columnsOf = (
  display: Display,
  view: { id: number; columns: readonly string[] } | undefined,
): readonly ColumnKey[] => {
  const chosen =
    (view && display.columns[String(view.id)]) ??
    (view && view.columns.length > 0 ? view.columns : undefined) ??
    display.columns["*"] ??
    usualColumns;
  return columnKeys.filter((key) => fixedColumns.includes(key) || chosen.includes(key));
};

const mostViews = 20;

export const displayRoute = post("/desk/display", agents, (ask) => {
  const { form } = ask;
  const before = displayOf(ask);
  const density = form.text("density") === "roomy" ? "roomy" : "compact";
  const key = /^\d+$/.test(form.text("view")) ? form.text("view") : "*";
  const columns = columnKeys.filter((each) => form.all("columns").includes(each));
  const kept = Object.entries(before.columns)
    .filter(([name]) => name !== key)
    .slice(-mostViews);
  const display: Display = { density, columns: Object.fromEntries([...kept, [key, columns]]) };
  const value = Buffer.from(JSON.stringify(display)).toString("base64url");
  const secure = ask.baseUrl.startsWith("https:");
  const back = form.text("back");
  return {
    ...redirect(/^\/desk(\?|$)/.test(back) ? back : "/desk"),
    cookies: [setCookie(cookieName, value, { maxAge: days(365) / 1000, secure })],
  };
});
