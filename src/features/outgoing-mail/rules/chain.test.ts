import fc from "fast-check";
import { expect, test } from "vitest";
import { chainOf } from "./chain.ts";

const root = "<root@x>";

test.each<[string, string[], { messageId: string; references: string[] } | undefined, string[]]>([
  ["the first mail follows the root", [root], undefined, [root]],
  ["the first mail follows what the recipient wrote", [root, "<his-1@y>"], undefined, [root, "<his-1@y>"]],
  ["the second follows the first", [root], { messageId: "<1@x>", references: [root] }, [root, "<1@x>"]],
  ["the third names both", [root], { messageId: "<2@x>", references: [root, "<1@x>"] }, [root, "<1@x>", "<2@x>"]],
  [
    "what the recipient has written since then is answered",
    [root, "<his-1@y>", "<his-2@y>"],
    { messageId: "<2@x>", references: [root, "<his-1@y>", "<1@x>"] },
    [root, "<his-1@y>", "<1@x>", "<2@x>", "<his-2@y>"],
  ],
  [
    "what has been answered before is not answered again",
    [root, "<his-1@y>"],
    { messageId: "<1@x>", references: [root, "<his-1@y>"] },
    [root, "<his-1@y>", "<1@x>"],
  ],
])("%s", (_what, references, previous, expected) => {
  expect(chainOf({ references, inReplyTo: references.at(-1) ?? null }, previous)).toEqual({
    references: expected,
    inReplyTo: expected.at(-1),
  });
});

test("the root stays first and the parent last, however many there are, and none stands twice", () => {
  const ids = fc.uniqueArray(
    fc.integer({ min: 1, max: 99 }).map((id) => `<${id}@x>`),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(ids, ids, (own, before) => {
      const previous = { messageId: "<previous@x>", references: [root, ...before] };
      const { references, inReplyTo } = chainOf({ references: [root, ...own], inReplyTo: null }, previous);
      expect(references[0]).toBe(root);
      expect(references.length).toBeLessThanOrEqual(10);
      expect(new Set(references).size).toBe(references.length);
      const news = own.filter((id) => !before.includes(id));
      expect(inReplyTo).toBe(news.at(-1) ?? "<previous@x>");
    }),
  );
});
