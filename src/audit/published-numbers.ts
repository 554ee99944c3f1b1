import type { Audit } from "./types.ts";

/** Words and names: a later version may put them otherwise, and a file may be called anything, without a number changing. */
const WORDS = new Set([
  ...["title", "label", "about", "formula", "meaning", "text", "unit", "method", "caveats", "noInterval", "reason"],
  ...["companions", "terms", "block", "words"],
]);

/** What an audit shows, without its words: two audits with the same are of the same answers, asked and broken down alike. */
export function publishedNumbers(audit: Audit): unknown {
  const { framework, asked, overall, groupings, items, quality, disclosure } = audit;
  return {
    framework: framework.hash,
    subset: asked.subset,
    people: asked.people,
    headcount: asked.headcount,
    minGroup: disclosure.minGroup,
    overall: bare(overall),
    groupings: groupings.map((grouping) => ({ by: grouping.text, ...bareRecord(grouping) })),
    items: bare(items),
    quality: bare(quality),
  };
}

function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  return typeof value === "object" && value !== null ? bareRecord(value) : value;
}

function bareRecord(value: object): object {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (WORDS.has(key) ? [] : [[key, bare(inner)] as const])),
  );
}
