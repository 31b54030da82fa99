import { readFileSync } from "node:fs";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import {
  brandSheet,
  Button,
  Checkbox,
  Document,
  Flash,
  Form,
  iconNames,
  RadioCards,
  Select,
  Table,
  TextArea,
  TextInput,
  Time,
  UiProvider,
  type Ui,
} from "./index.ts";
import { monogramIcon } from "./brand.ts";
import { galleryChoice, GalleryPage, galleryShows } from "./gallery/gallery-page.tsx";
import shapes from "./icon-shapes.json" with { type: "json" };

const ui = (locale: "de" | "en" = "de"): Ui => ({
  locale,
  timeZone: "Europe/Berlin",
  now: new Date("2026-11-03T13:05:00Z"),
  asset: (name) => `/assets/${name}`,
  nonce: "n0nce",
});
const html = (node: VNode, locale?: "de" | "en"): string =>
  renderToString(<UiProvider ui={ui(locale)}>{node}</UiProvider>);

describe("a form that comes back", () => {
  const refused = html(
    <Form
      id="ask"
      action="/requests"
      errors={{ email: "So nicht.", priority: "Wählen Sie." }}
      values={{ email: "maria@", note: "<b>" }}
    >
      <TextInput name="email" type="email" label="E-Mail" help="Ihre eigene." required />
      <TextArea name="note" label="Notiz" value="alt" />
      <RadioCards name="priority" label="Wie dringend?" options={[{ value: "low", label: "Niedrig" }]} />
    </Form>,
  );

  it("sums the errors up with links to the fields", () => {
    expect(refused).toContain('<a href="#ask-email">So nicht.</a>');
    expect(refused).toContain('<a href="#ask-priority">Wählen Sie.</a>');
    expect(refused).toContain('id="ask-priority"');
  });
  it("ties help and error to the field", () => {
    expect(refused).toMatch(
      /<input id="ask-email"[^>]*aria-invalid="true" aria-describedby="ask-email-help ask-email-error"/,
    );
  });
  it("shows what was typed, not what was there, and never as markup", () => {
    expect(refused).toContain('value="maria@"');
    expect(refused).toMatch(/<textarea[^>]*>&lt;b><\/textarea>/);
  });
  it("is marked, so that no refresh takes it away", () => {
    expect(refused).toContain("data-unsaved");
  });
  it("says in words what is required", () => {
    expect(refused).toContain("erforderlich");
    expect(refused).toContain("freiwillig");
  });
});

describe("controls", () => {
  it("never send a password back", () => {
    const page = html(
      <Form id="in" action="/sign-in" values={{ password: "geheim" }}>
        <TextInput name="password" type="password" label="Kennwort" value="geheim" />
      </Form>,
    );
    expect(page).not.toContain("geheim");
  });
  it("remember an emptied box and a chosen entry", () => {
    const page = html(
      <Form id="f" action="/" values={{ mail: [], colour: "b" }}>
        <Checkbox name="mail" label="Mail" checked />
        <Select
          name="colour"
          label="Farbe"
          value="a"
          options={[
            { value: "a", label: "A" },
            { value: "b", label: "B" },
          ]}
        />
      </Form>,
    );
    expect(page).not.toContain("checked");
    expect(page).toMatch(/<option[^>]*selected[^>]*value="b"|<option value="b" selected/);
  });
  it("name an icon button aloud and in its tooltip", () => {
    expect(
      html(
        <Button icon="x" iconOnly>
          Schließen
        </Button>,
      ),
    ).toMatch(/title="Schließen".*<span class="sr-only">Schließen<\/span>/);
  });
});

describe("a table", () => {
  it("says how it is sorted and names each fact of a narrow card", () => {
    const page = html(
      <Table
        caption="Tickets"
        rows={[{ id: 1, subject: "Drucker" }]}
        keyOf={(row) => String(row.id)}
        columns={[
          { key: "id", heading: "Nr.", cell: (row) => row.id, sort: { href: "?sort=id", now: "descending" } },
          { key: "subject", heading: "Betreff", cell: (row) => row.subject, narrow: "title" },
        ]}
      />,
    );
    expect(page).toContain('aria-sort="descending"');
    expect(page).toContain('data-heading="Nr."');
    expect(page).not.toContain('data-heading="Betreff"');
  });
});

describe("times and messages", () => {
  it("are relative in the text and exact in the tooltip", () => {
    expect(html(<Time at={new Date("2026-11-03T13:00:00Z")} />)).toContain(
      'datetime="2026-11-03T13:00:00.000Z" title="Dienstag, 3. November 2026 um 14:00:00 MEZ"',
    );
  });
  it("leave by themselves unless something went wrong", () => {
    expect(
      html(
        <Flash id="a" undo={{ action: "/undo", seconds: 10 }}>
          Gesendet.
        </Flash>,
      ),
    ).toContain('data-flash="10"');
    expect(
      html(
        <Flash id="b" tone="danger">
          Nicht gesendet.
        </Flash>,
      ),
    ).not.toContain("data-flash=");
  });
});

describe("the document", () => {
  const page = (brandColour: string) =>
    renderToString(
      <Document
        ui={ui()}
        title="Anfragen"
        siteName="Tresen"
        surface="portal"
        theme="dark"
        brandColour={brandColour}
        liveUrl="/live?topic=a"
      >
        <p />
      </Document>,
    );
  it("names language, theme, live stream and assets", () => {
    expect(page("#aabbcc")).toContain('<html lang="de" data-theme="dark"');
    expect(page("#aabbcc")).toContain("<title>Anfragen · Tresen</title>");
    expect(page("#aabbcc")).toContain('<meta name="live" content="/live?topic=a"/>');
    expect(page("#aabbcc")).toContain('src="/assets/app.js" nonce="n0nce"');
  });
  it("has an icon of the desk's first letter, which can be no markup", () => {
    expect(decodeURIComponent(page("#aabbcc"))).toMatch(/data:image\/svg\+xml,.*fill="#aabbcc".*>T<\/text>/);
    expect(decodeURIComponent(monogramIcon("<b>", undefined))).toContain(">B</text>");
  });
  it("takes a colour and nothing else as brand", () => {
    expect(page("#AABBCC")).toContain('<link rel="stylesheet" href="/brand/aabbcc.css"/>');
    expect(page("#fff}body{display:none")).not.toContain("/brand/");
    expect(brandSheet("aabbcc")).toBe(":root{--brand:#aabbcc}\n");
    expect(brandSheet("fff}body{display:none")).toBeUndefined();
  });
});

describe("the kit as a whole", () => {
  const pages = galleryShows.flatMap((show) => [
    renderToString(<GalleryPage ui={ui("de")} show={show} />),
    renderToString(<GalleryPage ui={ui("en")} show={show} />),
  ]);

  it("uses neither inline styles nor inline handlers, which the security policy forbids", () => {
    for (const page of pages) expect(page).not.toMatch(/ style=| on[a-z]+=/);
  });
  it("gives every id once", () => {
    for (const page of pages) {
      const ids = [...page.replaceAll(/<template.*?<\/template>/g, "").matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    }
  });
  it("reads the gallery's address and ignores what it does not know", () => {
    expect(galleryChoice(new URLSearchParams("show=ticket&theme=dark&surface=desk&brand=8a2be2"))).toEqual({
      show: "ticket",
      theme: "dark",
      surface: "desk",
      brandColour: "#8a2be2",
    });
    expect(galleryChoice(new URLSearchParams("show=<x>"))).toMatchObject({ show: undefined, surface: "portal" });
  });
  it("has a drawing for each icon, as lucide has it", () => {
    const all = JSON.parse(readFileSync("node_modules/lucide-static/icon-nodes.json", "utf8")) as Record<
      string,
      [string, object][]
    >;
    const drawn = Object.entries(shapes).map(([name, parts]) => [name, parts.map(({ tag, ...rest }) => [tag, rest])]);
    expect(drawn).toEqual(iconNames.map((name) => [name, all[name]]));
  });
});
