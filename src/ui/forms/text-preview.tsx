export interface TextPreviewProps {
  /** The id of the field whose text is shown. */
  of: string;
  title: string;
  about?: string | undefined;
  /** As the server knows it. */
  text: string;
  /** What `{{name}}` in the text becomes; the client fills in with the same values while somebody types. */
  values: Readonly<Record<string, string>>;
  /** The sentence when there is nothing to show. */
  empty: string;
  /** The text's own language. */
  lang?: string | undefined;
}

/** How a text with placeholders will read, beside its field (client/text-preview.ts). */
export const TextPreview = ({ of, title, about, text, values, empty, lang }: TextPreviewProps) => (
  <figure class="text-preview">
    <figcaption>
      <span class="text-preview-title">{title}</span>
      {about && <span class="small muted">{about}</span>}
    </figcaption>
    <p
      class="text-preview-text"
      lang={lang}
      data-preview-of={of}
      data-preview-values={JSON.stringify(values)}
      data-preview-empty={empty}
    >
      {text || empty}
    </p>
  </figure>
);
