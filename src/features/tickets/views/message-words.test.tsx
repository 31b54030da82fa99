import { render } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { countRemotePictures, withRemotePictures } from "../../../platform/html/remote-pictures.ts";
import { sanitiseHtml } from "../../../platform/html/safe-html.ts";
import type { AskedPictures } from "../../../platform/http/pictures.ts";
import type { Attachment, Message } from "../rules/sight.ts";
import { UiProvider } from "../../../ui/index.ts";
import { letterPictures, looseFiles, MessageWords } from "./message-words.tsx";

const file = (facts: Partial<Attachment> = {}): Attachment => ({
  id: 7,
  ticketId: 1,
  messageId: 1,
  file: "a".repeat(64),
  name: 'a"b&c.png',
  type: "image/png",
  size: 1,
  ...facts,
});

const message = (facts: Partial<Message>): Message => ({
  id: 1,
  ticketId: 1,
  eventId: 1,
  kind: "public",
  isInternal: false,
  side: "customer",
  authorId: 1,
  authorName: "Cy",
  channel: "mail",
  text: "",
  html: null,
  quoted: "",
  mailMessageId: null,
  at: new Date(0),
  heldUntil: null,
  takenBackAt: null,
  copyOf: null,
  attachments: [],
  ...facts,
});

const shown = (
  facts: Partial<Message>,
  asked: AskedPictures = { shown: undefined, keyOf: (id) => `${id}-key` },
): string =>
  render(
    <UiProvider ui={{ locale: "en", timeZone: "UTC", now: new Date(0), asset: String, nonce: "" }}>
      <MessageWords
        message={message(facts)}
        hrefOf={({ id, name }) => `/files/${id}/${name}`}
        pictures={letterPictures(1, { asked, page: "/desk/tickets/7?list=a", anchor: "m1", frame: "/frame" })}
      />
    </UiProvider>,
  );

describe("written text", () => {
  it("is never read as HTML", () => {
    expect(shown({ text: "<b>1 & 2</b>" })).toContain("&lt;b>1 &amp; 2&lt;/b>");
  });

  it.each([
    ["See https://a.example/x?y=1&z=2.", "https://a.example/x?y=1&amp;z=2"],
    ["(http://a.example/x)", "http://a.example/x"],
    ["„https://a.example/ü“", "https://a.example/ü"],
  ])("links the address in %s", (text, href) => {
    expect(shown({ text })).toContain(`href="${href}"`);
  });

  it.each(["javascript:alert(1)", "ftp://a.example", "a.example", "https://", 'https://"onclick="x'])(
    "links nothing in %s",
    (text) => {
      expect(shown({ text })).not.toContain("<a ");
    },
  );

  it("keeps every character in its order", () => {
    const text = "A https://a.example/1, B\n\nhttps://b.example/2 C";
    expect(shown({ text }).replaceAll(/<[^>]+>/g, "")).toBe(text);
  });
});

describe("written HTML", () => {
  const html = '<p>See <img src="cid:pic@mail"> and <img src="cid:other"></p>';

  it("shows the pictures that came with it in their places", () => {
    const words = shown({ html, attachments: [file({ contentId: "pic@mail" })] });
    expect(words).toContain('<img src="/files/7/a&quot;b&amp;c.png">');
    expect(words).toContain('"cid:other"');
  });

  it("lists below only what does not stand in it already", () => {
    const attachments = [file({ id: 1, contentId: "pic@mail" }), file({ id: 2, contentId: "else" }), file({ id: 3 })];
    expect(looseFiles(message({ html, attachments })).map(({ id }) => id)).toEqual([2, 3]);
    expect(looseFiles(message({ html: null, attachments }))).toHaveLength(3);
  });
});

describe("pictures from elsewhere", () => {
  const picture = '<img alt="Plan" data-remote-src="https://a.example/plan.png?a=1&amp;b=2" />';
  const pixel = '<img alt="" width="1" height="1" data-remote-src="https://a.example/seen.gif" />';

  it("are counted and offered, without those that nobody sees", () => {
    const html = shown({ html: `<p>Look:</p>${picture}${picture}${pixel}` });
    expect(html).toContain("2 pictures from elsewhere are not shown:");
    expect(html).toContain('href="/desk/tickets/7?list=a&amp;pictures=1-key#m1"');
    expect(html).not.toContain(" src=");
  });

  it("are not spoken of where there are none, or only such as nobody sees", () => {
    expect(shown({ html: `<p>Look</p>${pixel}` })).not.toContain("elsewhere");
    expect(shown({ html: "<p>Look</p>" })).not.toContain("elsewhere");
  });

  it("stand in a frame for whoever has asked for them, and only of that message", () => {
    const asked = (id: number) => shown({ html: picture }, { shown: id, keyOf: () => "1-key" });
    expect(asked(1)).toMatch(/<iframe[^>]* src="\/frame\?pictures=1-key" sandbox="allow-popups [^"]*"/);
    expect(asked(2)).not.toContain("iframe");
  });

  it("get their address back in the frame, the unseen ones do not", () => {
    const html = withRemotePictures(`${picture}${pixel}`);
    expect(html).toContain('src="https://a.example/plan.png?a=1&amp;b=2" referrerpolicy="no-referrer"');
    expect(html).not.toContain(' src="https://a.example/seen.gif"');
  });

  it("are unseen, too, when their style says so", () => {
    for (const style of ["display:none", "width:1px;height:1px", "max-height: 0 !important"])
      expect(countRemotePictures(sanitiseHtml(`<img src="https://a.example/x" style="${style}">`) ?? "")).toBe(0);
    for (const style of ["width:100px", "display:block", "max-width:100%"])
      expect(countRemotePictures(sanitiseHtml(`<img src="https://a.example/x" style="${style}">`) ?? "")).toBe(1);
  });
});
