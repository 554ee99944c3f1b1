import type { Problem } from "../../problems/problem.ts";
import { quote } from "../../problems/quote.ts";
import { toldApart } from "../answers/told-apart.ts";
import type { AnswerTable } from "../source-plan.ts";
import type { SeenText, Testimony } from "./contradictions.ts";

/** ANS014, one for each scale: texts that the files of a run, together, tell apart and the scale does not. */
export function mergedTexts(testimonies: readonly Testimony[]): readonly Problem[] {
  const scales = new Map<AnswerTable["codes"], readonly Testimony[]>();
  for (const one of testimonies) scales.set(one.table.codes, [...(scales.get(one.table.codes) ?? []), one]);
  return [...scales.values()].flatMap((own) => mergedOn(own) ?? []);
}

/** testimonies: of one scale. */
function mergedOn(testimonies: readonly Testimony[]): Problem | null {
  const merged = [...textsOf(testimonies)].flatMap(([code, seen]) => {
    const own = toldApart(testimonies[0]?.table.languages, [...seen.keys()]);
    const apart = [...seen].flatMap(([label, text]) => (own.has(label) ? [text] : []));
    return apart.length === 0 ? [] : [{ code, apart }];
  });
  const last = merged[0]?.apart.at(-1);
  if (last === undefined) return null;
  const several = new Set(merged.flatMap(({ apart }) => apart.map(({ spot }) => spot.file))).size > 1;
  const shown = ({ cell, spot }: SeenText): string => (several ? `${quote(cell)} (${spot.file})` : quote(cell));
  const each = merged
    .sort((a, b) => a.code - b.code)
    .map(({ code, apart }) => `${apart.map(shown).join(" and ")} as ${code}`);
  return {
    code: "ANS014",
    severity: "error",
    message: `Different answers would be read as one on the scale ${testimonies[0]?.table.scale}: ${each.join("; ")}.`,
    help: "If the question was asked with more answers than this scale has, give the framework a scale with all of them. If two texts are one answer, write them alike, or say so in a mapping (`trust-audit map`).",
    place: last.spot,
    kept: "Different answers would be read as one.",
  };
}

/** Code → label → where it was met first, over all files. */
function textsOf(testimonies: readonly Testimony[]): ReadonlyMap<number, ReadonlyMap<string, SeenText>> {
  const texts = new Map<number, Map<string, SeenText>>();
  for (const [code, seen] of testimonies.flatMap((one) => [...one.texts])) {
    const before = texts.get(code) ?? new Map<string, SeenText>();
    texts.set(code, before);
    for (const [label, text] of seen) if (!before.has(label)) before.set(label, text);
  }
  return texts;
}
