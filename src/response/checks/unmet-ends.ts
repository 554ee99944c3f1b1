import type { Problem } from "../../problems/problem.ts";
import { quote } from "../../problems/quote.ts";
import type { CountedColumn, ScaleColumns } from "./scale-columns.ts";

const FEWEST_PEOPLE = 30;
const FEWEST_ITEMS = 5;
/** On a longer scale people seldom go to its ends. */
const MOST_CODES = 7;

/**
 * ANS019, a warning: numbers in which an end of the scale never occurs, though many people answered many questions: they may
 * have answered on a shorter or shifted one. Null where both ends occur, and where words say what was answered.
 */
export function unmetEndsProblem(scale: ScaleColumns): Problem | null {
  const { file, people, columns } = scale;
  const [first] = columns;
  const codes = first?.counted.codes ?? [];
  if (codes.length > MOST_CODES) return unmetHalf(scale);
  const isLong = people >= FEWEST_PEOPLE && columns.length >= FEWEST_ITEMS;
  if (first === undefined || codes.length < 3 || !isLong) return null;
  if (first.table.closed === true || columns.some(({ hasWords, numbers }) => hasWords || numbers.size === 0))
    return null;
  const [low, high] = [codes[0] ?? 0, codes.at(-1) ?? 0];
  const unmet = [low, high].filter((code) => columns.every((column) => given(column, code) === 0));
  if (unmet.length === 0) return null;
  return {
    code: "ANS019",
    severity: "warning",
    message: `Nobody chose ${unmet.map((code) => named(first, code)).join(" or ")} in any of ${columns.length} items on the scale ${first.table.scale}.`,
    help: `Check that the export uses the scale ${low} to ${high}.`,
    place: { file },
    kept: `An end of the scale ${first.table.scale} occurs in no answer.`,
  };
}

/** On a long scale: nobody went past its middle, as where 0 to 10 was asked as 1 to 5. */
function unmetHalf({ file, people, columns }: ScaleColumns): Problem | null {
  const [first] = columns;
  if (first === undefined || people < FEWEST_PEOPLE || first.table.closed === true) return null;
  if (columns.some(({ hasWords, numbers }) => hasWords || numbers.size === 0)) return null;
  const { codes } = first.counted;
  const [low, high] = [codes[0] ?? 0, codes.at(-1) ?? 0];
  const beyond = codes.filter((code) => code > (low + high) / 2);
  if (beyond.some((code) => columns.some((column) => given(column, code) > 0))) return null;
  return {
    code: "ANS019",
    severity: "warning",
    message: `Nobody chose more than ${Math.floor((low + high) / 2)} on the scale ${first.table.scale}, which goes from ${low} to ${high}.`,
    help: `Check that the question was asked from ${low} to ${high}.`,
    place: { file },
    kept: `The upper half of the scale ${first.table.scale} occurs in no answer.`,
  };
}

function given({ counted: { codes, counts } }: CountedColumn, code: number): number {
  return counts[codes.indexOf(code)] ?? 0;
}

function named({ table: { codes, shown } }: CountedColumn, code: number): string {
  const label = shown.find((text) => codes.get(text.toLowerCase()) === code);
  return label === undefined || label === String(code) ? String(code) : `${code} (${quote(label)})`;
}
