import { describe, expect, test } from "vitest";
import { examineMail } from "./examine.ts";
import { anyOwnMarks } from "./rules/own-marks.ts";

const examine = (raw: string) =>
  examineMail(Buffer.from(raw.replace(/\r?\n/g, "\r\n")), { envelopeFrom: undefined, own: anyOwnMarks });

const head = "From: Cy <cy@kunde.example>\nTo: support@muster.example\nSubject: Re: Export\nMIME-Version: 1.0\n";
const htmlMail = (html: string) => `${head}Content-Type: text/html; charset=utf-8\n\n${html}`;
const bothMail = (plain: string, html: string) =>
  `${head}Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n${plain}\n--b\nContent-Type: text/html; charset=utf-8\n\n${html}\n--b--\n`;

/** HTML as programs write it, each with the same words. */
const programs: Record<string, { html: string; signature?: string }> = {
  "Outlook on Windows": {
    html: `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0cm} --></style></head><body lang=DE><div class="WordSection1">
<p class="MsoNormal">Es geht wieder.<o:p></o:p></p><p class="MsoNormal">Vielen Dank!<o:p></o:p></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p>
<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b>Von:</b> Ann Meyer &lt;ann@muster.example&gt; <br><b>Gesendet:</b> Dienstag, 3. November 2026 14:05<br><b>An:</b> Cy<br><b>Betreff:</b> Export<o:p></o:p></p></div></div>
<p class="MsoNormal">Welche Version?</p></div></body></html>`,
  },
  "Outlook on Windows in Greek": {
    html: `<div><p class="MsoNormal">Es geht wieder.</p><p class="MsoNormal">Vielen Dank!</p>
<div style="border:none;border-top:solid #B5C4DF 1.0pt;padding:3.0pt 0in 0in 0in"><p class="MsoNormal"><b>Αποστολέας:</b> Ann Meyer</p></div><p class="MsoNormal">Welche Version?</p></div>`,
  },
  "Outlook in the web": {
    html: `<div style="font-family: Calibri">Es geht wieder.</div><div>Vielen Dank!</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri"><b>Lähettäjä:</b> Ann Meyer &lt;ann@muster.example&gt;<br><b>X:</b> y</font></div><div>Welche Version?</div>`,
  },
  Gmail: {
    html: `<div dir="ltr">Es geht wieder.<div>Vielen Dank!</div></div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">Am Di., 3. Nov. 2026 um 14:05 Uhr schrieb Ann Meyer &lt;<a href="mailto:ann@muster.example">ann@muster.example</a>&gt;:<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">Welche Version?</blockquote></div>`,
  },
  "Gmail with a signature": {
    html: `<div dir="ltr">Es geht wieder.<div>Vielen Dank!</div><div><br clear="all"></div><div><div dir="ltr" class="gmail_signature" data-smartmail="gmail_signature"><div>Cy Kunde, Leiter Einkauf</div><div>Kunde GmbH</div></div></div></div><br><div class="gmail_quote"><div class="gmail_attr">On Tue, Nov 3, 2026 at 2:05 PM Ann Meyer &lt;ann@muster.example&gt; wrote:</div><blockquote class="gmail_quote">Welche Version?</blockquote></div>`,
    signature: "Cy Kunde, Leiter Einkauf\nKunde GmbH",
  },
  "Apple Mail": {
    html: `<html><head></head><body>Es geht wieder.<div>Vielen Dank!<br><div><br><blockquote type="cite"><div>Am 03.11.2026 um 14:05 schrieb Ann Meyer &lt;ann@muster.example&gt;:</div><br class="Apple-interchange-newline"><div>Welche Version?</div></blockquote></div><br></div></body></html>`,
  },
  "Apple Mail on a telephone": {
    html: `<html><head></head><body dir="auto">Es geht wieder.<div>Vielen Dank!<br><br><div dir="ltr">Von meinem iPhone gesendet</div><div dir="ltr"><br><blockquote type="cite">Am 03.11.2026 um 14:05 schrieb Ann Meyer &lt;ann@muster.example&gt;:<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">Welche Version?</div></blockquote></div></body></html>`,
    signature: "Von meinem iPhone gesendet",
  },
  Thunderbird: {
    html: `<html><body><p>Es geht wieder.<br>Vielen Dank!</p><div class="moz-cite-prefix">Am 03.11.26 um 14:05 schrieb Ann Meyer:<br></div><blockquote type="cite" cite="mid:1@muster.example">Welche Version?</blockquote><div class="moz-signature">-- <br>Cy Kunde<br>Kunde GmbH</div></body></html>`,
    signature: "-- \nCy Kunde\nKunde GmbH",
  },
  "GMX and web.de": {
    html: `<html><body><div style="font-family: Verdana;font-size: 12.0px;"><div>Es geht wieder.</div><div>Vielen Dank!</div><div>&nbsp;<div name="quote" style="margin:10px 5px 5px 10px; border-left:2px solid #C3D9E5;"><div style="margin:0 0 10px 0;"><b>Gesendet:</b>&nbsp;Dienstag, 03. November 2026 um 14:05 Uhr<br/><b>Von:</b>&nbsp;&quot;Ann Meyer&quot; &lt;ann@muster.example&gt;<br/><b>An:</b>&nbsp;cy@kunde.example<br/><b>Betreff:</b>&nbsp;Export</div><div name="quoted-content">Welche Version?</div></div></div></div></body></html>`,
  },
  Yahoo: {
    html: `<div class="ydp1yahoo-style-wrap"><div>Es geht wieder.</div><div>Vielen Dank!</div></div><div id="yahoo_quoted_1" class="yahoo_quoted"><div><div>Am Dienstag, 3. November 2026 um 14:05:00 MEZ hat Ann Meyer &lt;ann@muster.example&gt; Folgendes geschrieben: </div><div>Welche Version?</div></div></div>`,
  },
  "Outlook on a telephone": {
    html: `<div dir="ltr"><div>Es geht wieder.</div><div>Vielen Dank!</div></div><div id="ms-outlook-mobile-signature">Holen Sie sich <a href="https://aka.ms/o0ukef">Outlook für iOS</a></div><div class="ms-outlook-mobile-reference-message skipProofing"><b>Kopš: </b>Ann Meyer Support &lt;ann@muster.example&gt;<br><b>X: </b>y</div><div>Welche Version?</div>`,
    signature: "Holen Sie sich Outlook für iOS <https://aka.ms/o0ukef>",
  },
  Samsung: {
    html: `<div>Es geht wieder.</div><div>Vielen Dank!</div><div id="composer_signature">Cy Kunde, Einkauf Süd</div><div>-------- Ursprüngliche Nachricht --------</div><div>Von: Ann Meyer &lt;ann@muster.example&gt; </div><div>Datum: 03.11.26  14:05  (GMT+01:00) </div><div>An: Cy </div><div>Betreff: Export </div><div>Welche Version?</div>`,
    signature: "Cy Kunde, Einkauf Süd",
  },
  Spark: {
    html: `<div name="messageBodySection">Es geht wieder.<br />Vielen Dank!</div><div name="messageSignatureSection"><div>Cy Kunde, Einkauf Süd</div></div><div name="messageReplySection">Muster Support am Dienstag<br /><blockquote type="cite" class="spark_quote">Welche Version?</blockquote></div>`,
    signature: "Cy Kunde, Einkauf Süd",
  },
  Zimbra: {
    html: `<div>Es geht wieder.</div><div>Vielen Dank!</div><hr id="zwchr" data-marker="__DIVIDER__"><div data-marker="__HEADERS__"><b>Kopš: </b>Ann Meyer Support<br></div><div data-marker="__QUOTED_TEXT__">Welche Version?</div>`,
  },
  Seznam: {
    html: `Es geht wieder.<br>Vielen Dank!<br><aside>---------- Původní e-mail ----------<br>Od: Ann Meyer &lt;ann@muster.example&gt;<br>Komu: cy@seznam.example<br>Datum: 3. 11. 2026 14:05:12<br>Předmět: Export</aside><br><blockquote>Welche Version?</blockquote>`,
  },
  Roundcube: {
    html: `<p>Es geht wieder.<br />Vielen Dank!</p><div id="_rc_sig">-- <br />Cy Kunde</div><p id="reply-intro">Am 2026-11-03 14:05, schrieb Ann Meyer:</p><blockquote type="cite">Welche Version?</blockquote>`,
    signature: "-- \nCy Kunde",
  },
};

describe.each(Object.entries(programs))("HTML of %s", (_program, { html, signature = "" }) => {
  test("shows what was written and folds the rest", async () => {
    const { reply, parsed } = await examine(htmlMail(html));
    expect(reply.text).toBe("Es geht wieder.\nVielen Dank!");
    expect(reply.signature.replace(/^--\n/, "-- \n")).toBe(signature);
    expect(reply.quoted).toContain("Welche Version?");
    const words = (text: string) =>
      text
        .split(/[\s>]+/)
        .filter(Boolean)
        .toSorted();
    expect(words(`${reply.text} ${reply.quoted} ${reply.signature}`)).toEqual(words(parsed.text));
  });
});

test("HTML tells where old words begin in the text beside it", async () => {
  const plain =
    "Es geht wieder.\n\n________________________________\nLähettäjä: Ann Meyer Supportteam <ann@muster.example>\nWelche Version?";
  const html = `<div>Es geht wieder.</div><hr><div id="divRplyFwdMsg"><b>Lähettäjä:</b> Ann Meyer Supportteam &lt;ann@muster.example&gt;</div><div>Welche Version?</div>`;
  const { reply } = await examine(bothMail(plain, html));
  expect(reply.text).toBe("Es geht wieder.");
  expect(reply.quoted).toMatch(/^_+\nLähettäjä/);
});

test("words that stand in the answer, too, do not take it for the quotation", async () => {
  const html = `<div>Welche Version meinen Sie?</div><div>Es geht.</div><div class="yahoo_quoted">Welche Version meinen Sie?</div>`;
  const { reply } = await examine(bothMail("Welche Version meinen Sie?\nEs geht.\n\nWelche Version meinen Sie?", html));
  expect(reply.text).toBe("Welche Version meinen Sie?\nEs geht.");
});

test("an indented paragraph of one's own is no quotation", async () => {
  const { reply } = await examine(
    htmlMail(
      `<div>Der Fehler:</div><blockquote style="margin:0 0 0 40px;border:none;padding:0px">Export bricht ab</blockquote>`,
    ),
  );
  expect(reply).toEqual({ text: "Der Fehler:\nExport bricht ab", quoted: "", signature: "" });
});
