import type { VNode } from "preact";
import type { Feature, MailSample } from "../../platform/feature.ts";
import { administrators } from "../../platform/http/access.ts";
import { get, page, type Ask, type Route } from "../../platform/http/route.ts";
import { locales, type Locale } from "../../platform/i18n/index.ts";
import { renderMail } from "../../platform/mail/render.ts";
import { NotFound } from "../../platform/errors.ts";
import { MailPreviewDesk } from "../../ui/mail/index.ts";
import { getDesk } from "../desk-settings/index.ts";
import { framedMail } from "./framed-mail.ts";
import { galleryPath, hrefOfSample, SampleList, SamplePage } from "./views/samples.tsx";
import { words } from "./words.ts";

/**
 * Every mail of every feature with made-up content: for whoever writes or checks a mail. For administrators, as the
 * rest of the administration; nothing of the desk's own stands there.
 */
export const mailGalleryRoutes = (features: readonly Feature[]): readonly Route[] => {
  const samplesIn = (locale: Locale) => features.flatMap((feature) => feature.mailSamples?.(locale) ?? []);
  const sampleOf = ({ params }: Ask): { locale: Locale; sample: MailSample } => {
    const locale = locales.find((each) => each === params["locale"]);
    const sample = locale && samplesIn(locale).find(({ template }) => template === params["template"]);
    if (!sample) throw new NotFound();
    return { locale, sample };
  };
  return [
    get(galleryPath, administrators, ({ actor }) =>
      page(
        words[actor.locale].samples,
        <SampleList
          samples={locales.flatMap((locale) =>
            samplesIn(locale).map(({ template, subject }) => ({ locale, template, subject })),
          )}
        />,
        { width: "wide" },
      ),
    ),
    get(hrefOfSample(":locale", ":template"), administrators, async (ask) => {
      const { locale, sample } = sampleOf(ask);
      const { template, subject } = sample;
      return page(
        subject,
        <SamplePage {...{ locale, template, subject }} text={renderMail(await asOurs(ask, sample)).text} />,
        {
          width: "page",
          section: galleryPath,
        },
      );
    }),
    get(`${hrefOfSample(":locale", ":template")}/html`, administrators, async (ask) =>
      framedMail(renderMail(await asOurs(ask, sampleOf(ask).sample)).html),
    ),
  ];
};

/** With the desk's name, colour and foot, so that whoever sets these sees what comes of it. */
const asOurs = async ({ context }: Ask, { body }: MailSample): Promise<VNode> => (
  <MailPreviewDesk.Provider value={await getDesk(context.db)}>{body}</MailPreviewDesk.Provider>
);
