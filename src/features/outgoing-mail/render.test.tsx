import { expect, test } from "vitest";
import {
  MailButton,
  MailEarlier,
  MailFacts,
  MailLayout,
  MailMessage,
  MailQuote,
  MailText,
} from "../../ui/mail/index.ts";
import { readableColour } from "../../ui/mail/colour.ts";
import { renderMail } from "../../platform/mail/render.ts";

const reading = { locale: "de", timeZone: "Europe/Berlin" } as const;
const at = new Date("2026-11-03T13:05:00Z");

const mail = (
  <MailLayout
    locale="de"
    desk={{ name: "Muster & Söhne" }}
    preview="Kurz gesagt"
    heading="Neue Antwort"
    reason="Sie haben gefragt."
  >
    <MailMessage
      author="Ann Meyer"
      at={at}
      reading={reading}
      text={"Guten Tag,\n\nsehen Sie <hier>: https://example.org/a?b=1."}
      files={["bild.png"]}
    />
    <MailButton href="https://desk.example.org/requests/10482">Anfrage ansehen</MailButton>
    <MailFacts facts={[{ label: "Nummer", value: "10482" }]} />
    <MailEarlier reading={reading}>
      <MailQuote author="Cy Kunde" at={at} reading={reading} text="Es geht nicht." />
    </MailEarlier>
    <MailText quiet>Antworten Sie einfach auf diese E-Mail.</MailText>
  </MailLayout>
);

test("text and HTML say the same; the text needs no picture and no style", () => {
  expect(renderMail(mail).text).toBe(`Muster & Söhne

Neue Antwort

Ann Meyer 03.11.2026, 14:05

Guten Tag,

sehen Sie <hier>: https://example.org/a?b=1.

Anhänge: bild.png

Anfrage ansehen:
https://desk.example.org/requests/10482

Nummer: 10482

Zuvor

> Cy Kunde 03.11.2026, 14:05
>
> Es geht nicht.

Antworten Sie einfach auf diese E-Mail.

Sie haben gefragt.

Gesendet von Muster & Söhne.
`);
});

test("the desk's colour is on the button, and its own words stand at the foot", () => {
  const desk = { name: "Muster", colour: "#ffee00", mailFooter: "Muster GmbH\nHRB 1234" };
  const { html, text } = renderMail(
    <MailLayout locale="de" desk={desk} reason="Darum." leave={<a href="https://desk.example/leave">Abmelden</a>}>
      <MailButton href="https://desk.example/">Öffnen</MailButton>
    </MailLayout>,
  );
  const colour = readableColour("#ffee00");
  expect(html).toContain(`background-color:${colour};`);
  expect(html).toContain(`border-left:4px solid ${colour};`);
  expect(text).toContain("Abmelden <https://desk.example/leave>\n\nMuster GmbH\nHRB 1234\n");
});

test("what people typed is text, the language is said, and nothing depends on a style sheet", () => {
  const { html } = renderMail(mail);
  expect(html).toMatch(/^<!doctype html><html lang="de">/);
  expect(html).toContain('sehen Sie &lt;hier>: <a href="https://example.org/a?b=1">https://example.org/a?b=1</a>.');
  expect(html).toContain('<meta name="color-scheme" content="light dark"/>');
  expect(html).not.toMatch(/<style|<link|<script|<img|background-color:\s*(white|#fff)/i);
});
