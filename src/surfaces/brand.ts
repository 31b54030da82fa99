import { Readable } from "node:stream";
import { anyone } from "../platform/http/access.ts";
import { NotFound } from "../platform/errors.ts";
import { get } from "../platform/http/route.ts";
import { brandSheet } from "../ui/index.ts";

/** The style sheet that gives pages the desk's colour; a page names it by that colour, so it never changes. */
export const brandRoute = get("/brand/:name", anyone, ({ params }) => {
  const [, colour = ""] = /^([0-9a-f]{6})\.css$/.exec(params["name"] ?? "") ?? [];
  const sheet = brandSheet(colour);
  if (sheet === undefined) throw new NotFound();
  return {
    kind: "file",
    content: Readable.from([sheet]),
    type: "text/css; charset=utf-8",
    name: `${colour}.css`,
    inline: true,
  };
});
