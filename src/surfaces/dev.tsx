import { renderToString } from "preact-render-to-string";
import { administrators } from "../platform/http/access.ts";
import { get, type Route } from "../platform/http/route.ts";
import { isLocale } from "../platform/i18n/index.ts";
import { galleryChoice, GalleryPage } from "../ui/gallery/gallery-page.tsx";
import { uiOf, type House } from "./house.ts";

/** `/dev/ui`: every component in every state, for whoever builds pages. Each language by `?locale=`. */
export const galleryRoute = (house: House): Route =>
  get("/dev/ui", administrators, (ask) => {
    const locale = ask.query.get("locale");
    const ui = { ...uiOf(house, ask), ...(isLocale(locale) && { locale }) };
    const html = renderToString(<GalleryPage ui={ui} {...galleryChoice(ask.query)} />);
    return { kind: "html", status: 200, html: `<!doctype html>${html}` };
  });
