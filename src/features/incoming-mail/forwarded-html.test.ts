import { expect, test } from "vitest";
import { parseMail } from "../../platform/mail/parse.ts";
import { forwardsIn } from "./rules/forwarded.ts";

const address = `&lt;<a href="mailto:cy@acme.example">cy@acme.example</a>&gt;`;
const note = "Bitte kümmert euch.";
const body = "der Export bricht ab.";

test.each<[string, string, string]>([
  [
    "Outlook",
    "WG: Export",
    `<div class="WordSection1"><p class="MsoNormal">${note}<o:p></o:p></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b>Von:</b> Cy Kunde ${address} <br><b>Gesendet:</b> Dienstag, 3. November 2026 14:05<br><b>An:</b> Ann &lt;ann@desk.example&gt;<br><b>Betreff:</b> Export<o:p></o:p></p></div></div><p class="MsoNormal"><o:p>&nbsp;</o:p></p><p class="MsoNormal">Guten Tag,<o:p></o:p></p><p class="MsoNormal">${body}<o:p></o:p></p></div>`,
  ],
  [
    "Outlook on the web",
    "Fw: Export",
    `<div class="elementToProof">${note}</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri"><b>From:</b> Cy Kunde ${address}<br><b>Sent:</b> Tuesday, November 3, 2026 2:05 PM<br><b>To:</b> Ann &lt;ann@desk.example&gt;<br><b>Subject:</b> Export</font><div>&nbsp;</div></div><div>Guten Tag,</div><div>${body}</div>`,
  ],
  [
    "Thunderbird",
    "Fwd: Export",
    `<p>${note}</p><div class="moz-forward-container"><br><br>-------- Weitergeleitete Nachricht --------<table class="moz-email-headers-table" cellspacing="0" cellpadding="0" border="0"><tbody><tr><th valign="BASELINE" nowrap align="RIGHT">Betreff: </th><td>Export</td></tr><tr><th valign="BASELINE" nowrap align="RIGHT">Datum: </th><td>Tue, 3 Nov 2026 14:05:00 +0100</td></tr><tr><th valign="BASELINE" nowrap align="RIGHT">Von: </th><td>Cy Kunde ${address}</td></tr><tr><th valign="BASELINE" nowrap align="RIGHT">An: </th><td>ann@desk.example</td></tr></tbody></table><br><br>Guten Tag,<br>${body}</div>`,
  ],
  [
    "Gmail",
    "Fwd: Export",
    `<div dir="ltr">${note}<br><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">---------- Forwarded message ---------<br>Von: <strong class="gmail_sendername" dir="auto">Cy Kunde</strong> <span dir="auto">${address}</span><br>Date: Di., 3. Nov. 2026 um 14:05&nbsp;Uhr<br>Subject: Export<br>To:  &lt;<a href="mailto:ann@desk.example">ann@desk.example</a>&gt;<br></div><br><br>Guten Tag,<br>${body}</div></div>`,
  ],
  [
    "Apple Mail",
    "Fwd: Export",
    `<div>${note}<br><div><br><blockquote type="cite"><div>Anfang der weitergeleiteten Nachricht:</div><br class="Apple-interchange-newline"><div style="margin: 0px;"><span style="font-family: Helvetica;"><b>Von: </b></span><span>Cy Kunde ${address}<br></span></div><div style="margin: 0px;"><span><b>Betreff: </b></span><span><b>Export</b><br></span></div><div style="margin: 0px;"><span><b>Datum: </b></span><span>3. November 2026 um 14:05:00 MEZ<br></span></div><div style="margin: 0px;"><span><b>An: </b></span><span>ann@desk.example<br></span></div><br><div>Guten Tag,<br>${body}</div></blockquote></div></div>`,
  ],
])("what %s forwards in HTML alone is read", async (_program, subject, html) => {
  const raw = `From: ann@desk.example\r\nSubject: ${subject}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body>${html}</body></html>`;
  const parsed = await parseMail(Buffer.from(raw));
  const [forward] = forwardsIn(parsed);
  expect(forward, parsed.text).toMatchObject({
    from: { name: "Cy Kunde", address: "cy@acme.example" },
    subject: "Export",
    above: note,
  });
  expect(forward?.text).toMatch(/^Guten Tag,\n+der Export bricht ab\.$/);
});
