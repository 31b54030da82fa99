import { expect, test } from "vitest";
import { textOfWritten } from "./plain-text.ts";

test.each([
  ["<p>Hello Cy,</p><p>one<br>two</p>", "Hello Cy,\n\none\ntwo"],
  ["<p>a</p><ul><li><p>one</p></li><li><p>two</p></li></ul><p>b</p>", "a\n\n- one\n- two\n\nb"],
  ["<ol><li><p>one</p></li><li><p>two</p></li></ol>", "1. one\n2. two"],
  ["<blockquote><p>you said</p></blockquote><p>yes</p>", "> you said\n\nyes"],
  ["<pre><code>a  b\n  c</code></pre>", "a  b\n  c"],
  ['<p>see <a href="https://desk.test/x">the page</a></p>', "see the page <https://desk.test/x>"],
  ['<p><a href="https://desk.test/">https://desk.test/</a></p>', "https://desk.test/"],
  ["<p>5 &lt; 6 &amp; <strong>bold</strong>&nbsp;</p>", "5 < 6 & bold"],
  ["", ""],
])("%s", (html, text) => {
  expect(textOfWritten(html)).toBe(text);
});
