import type { Locale } from "../../../platform/i18n/index.ts";
import { EmptyState, PageHeader, Panel, Table, useUi } from "../../../ui/index.ts";
import { words } from "../words.ts";
import { MailFrame } from "./mail-frame.tsx";

interface Sample {
  locale: Locale;
  template: string;
  subject: string;
}

export const galleryPath = "/dev/mail";

/** For links, and with `:locale` and `:template` for the route. */
export const hrefOfSample = (locale: string, template: string): string =>
  `${galleryPath}/${locale}/${template.startsWith(":") ? template : encodeURIComponent(template)}`;

export const SampleList = ({ samples }: { samples: readonly Sample[] }) => {
  const w = words[useUi().locale];
  return (
    <div class="mail-page">
      <PageHeader title={w.samples}>{w.samplesAbout}</PageHeader>
      <Table
        caption={w.samples}
        rows={samples.toSorted((a, b) => a.template.localeCompare(b.template) || a.locale.localeCompare(b.locale))}
        keyOf={({ locale, template }) => `${locale} ${template}`}
        columns={[
          {
            key: "subject",
            heading: w.subject,
            width: "grow",
            narrow: "title",
            cell: ({ locale, template, subject }) => (
              <a href={hrefOfSample(locale, template)} lang={locale}>
                {subject}
              </a>
            ),
          },
          { key: "template", heading: w.template, cell: ({ template }) => <code>{template}</code> },
          { key: "locale", heading: w.language, narrow: "fact", cell: ({ locale }) => w.languages[locale] },
        ]}
        empty={<EmptyState icon="mail" title={w.noSamples} />}
      />
    </div>
  );
};

export const SamplePage = ({ locale, template, subject, text }: Sample & { text: string }) => {
  const w = words[useUi().locale];
  return (
    <div class="mail-page">
      <PageHeader title={<span lang={locale}>{subject}</span>} crumbs={[{ label: w.samples, href: galleryPath }]}>
        <code>{template}</code> · {w.languages[locale]}
      </PageHeader>
      <Panel title={w.html} flush>
        <MailFrame src={`${hrefOfSample(locale, template)}/html`} lang={locale} text={text} />
      </Panel>
      <Panel title={w.text}>
        <pre class="mail-text" lang={locale}>
          {text}
        </pre>
      </Panel>
    </div>
  );
};
