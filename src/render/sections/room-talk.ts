import type { Audit, Discussion, Spread } from "../../audit/types.ts";
import { count, mean, short } from "../numbers.ts";
import type { Block, Fact } from "../sheet.ts";

/** What to talk about: where answers differ most, and three questions. */
export function talkSection({ discussion }: Audit): readonly Block[] {
  if (discussion === null) return [];
  return [
    { kind: "heading", level: 2, text: "To talk about" },
    { kind: "facts", rows: [...spreadFacts(discussion), ...questionFacts(discussion)] },
  ];
}

/** One fact a question, numbered. */
export function questionFacts({ questions }: Discussion): readonly Fact[] {
  return questions.map(({ text }, at) => ({ label: count(at + 1), text }));
}

/**
 * Where answers differ most, or why nothing is said of it.
 * @param longest signs of the question's title that are shown; null: all
 */
export function spreadFacts({ spread, noSpread }: Discussion, longest: number | null = null): readonly Fact[] {
  if (spread === null) return noSpread === null ? [] : [{ label: "Spread", text: noSpread, tone: "quiet" }];
  return [{ label: "Spread", text: spreadWords(spread, longest) }];
}

/** "widest on "The people …" (SD 1.21 on a scale of 1 to 5, n 239)" */
function spreadWords({ audience, of, title, sd, min, max, n }: Spread, longest: number | null): string {
  const basis = of === "hands" ? `${count(n)} hands` : `n ${count(n)}`;
  const whole = title.replace(/\.$/, "");
  const name = longest === null ? whole : begun(whole, longest);
  const whose = audience === null ? "" : ` of ${audience.title}`;
  return `widest${whose} on "${name}" (SD ${mean(sd)} on a scale of ${short(min)} to ${short(max)}, ${basis})`;
}

/** As many whole words as `longest` signs hold, and "…" for the rest. */
function begun(text: string, longest: number): string {
  const signs = [...text];
  if (signs.length <= longest) return text;
  return `${signs
    .slice(0, longest)
    .join("")
    .replace(/\s+\S*$/, "")}…`;
}
