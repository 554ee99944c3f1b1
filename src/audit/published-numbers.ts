import type { Audit } from "./types.ts";

/** Words and names: a later version may put them otherwise, and a file may be called anything, without a number changing. */
const WORDS = new Set([
  ...["title", "label", "about", "formula", "meaning", "text", "unit", "method", "caveats", "noInterval", "reason"],
  ...["companions", "terms", "block"],
]);
/** Where it comes from and how it was asked for: what that did to the numbers, the numbers say. */
const MAKING = new Set(["format", "formatVersion", "tool", "source", "options", "method", "warnings"]);

/** All that an audit shows but its words: two audits with the same show the same numbers and draw the same conclusions. */
export function publishedNumbers(audit: Audit): unknown {
  return bareRecord(audit, MAKING);
}

/** What other than answers goes into numbers of everyone, or comes of them. */
const BESIDE_ANSWERS = new Set([
  ...["headcount", "responseRate", "interval", "judged", "favourableJudged", "bounds", "detectable", "precision"],
  ...["band", "target", "belowTarget"],
]);

/** What everyone answered, as far as it is shown: another headcount, breakdown or option leaves it as it is. */
export function publishedAnswers({ framework, asked, overall, items, quality }: Audit): unknown {
  const { audience, form, subset, people } = asked;
  const asking = { framework: framework.hash, audience: audience.id, form: form?.id, subset, people };
  return bare({ ...asking, overall, items, quality }, BESIDE_ANSWERS);
}

/** What is empty counts as not there, so that a later version may keep more of an old audit. */
function bare(value: unknown, without: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((one) => bare(one, without));
  return typeof value === "object" && value !== null ? bareRecord(value, without) : value;
}

function bareRecord(value: object, without: ReadonlySet<string>): object {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      if (WORDS.has(key) || without.has(key)) return [];
      const kept = bare(inner, without);
      return isEmpty(kept) ? [] : [[key, kept] as const];
    }),
  );
}

function isEmpty(value: unknown): boolean {
  return value == null || (typeof value === "object" && Object.keys(value).length === 0);
}
