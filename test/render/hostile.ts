/** Names as people and attackers write them. */
export const HOSTILE = [
  "<script>alert(1)</script>",
  "a | b || c",
  "\u001b[2J\u001b[31mred\u001b]0;title\u0007",
  "\u202eright to left\u2066",
  "N".repeat(5000),
  "👩‍👩‍👧‍👦 family 🇬🇧 café 日本語 한국어",
  "**bold** _em_ `code` [link](http://example.org) ![x](y)",
  "# heading\n- item\n1. one",
  "__proto__",
] as const;

/** A copy with every text at these keys replaced by a hostile one, in turn. */
export function poison<T>(value: T, keys: ReadonlySet<string>, texts: readonly string[] = HOSTILE): T {
  let turn = 0;
  const walk = (inner: unknown, key: string): unknown => {
    if (typeof inner === "string" && keys.has(key)) return texts[turn++ % texts.length];
    if (Array.isArray(inner)) return inner.map((element) => walk(element, key));
    if (typeof inner !== "object" || inner === null) return inner;
    return Object.fromEntries(Object.entries(inner).map(([name, next]) => [name, walk(next, name)]));
  };
  return walk(value, "") as T;
}

export const USER_TEXTS = new Set([
  "title",
  "label",
  "name",
  "text",
  "says",
  "ask",
  "column",
  "header",
  "message",
  "because",
  "firstStep",
  "purpose",
  "provenance",
  "reason",
  "by",
  "about",
  "meaning",
  "couldBe",
  "watch",
  "caveats",
]);
