import { render } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import type { Attachment, Message } from "../rules/sight.ts";
import { looseFiles, MessageWords } from "./message-words.tsx";

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

const shown = (facts: Partial<Message>): string =>
  render(<MessageWords message={message(facts)} hrefOf={({ id, name }) => `/files/${id}/${name}`} />);

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
