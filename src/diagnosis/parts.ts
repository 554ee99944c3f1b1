import type { Audit } from "../audit/types.ts";
import { inTime } from "../response/asked/wave-order.ts";
import { tokensOf } from "../response/asked/where-tokens.ts";

/**
 * How the parts of the people that two audits are of stand to each other: the same; waves of one column (`--wave`); by their
 * filters or by one of the two only, what may be waves; other parts, whose difference is no change.
 */
export type Parts = "same" | "waves" | "perhaps waves" | "other";

export function partsOf(before: Audit, after: Audit): Parts {
  if (before.asked.subset === after.asked.subset) return "same";
  const filters = [before, after].map(filterOf);
  const [old, now] = filters[0] === filters[1] ? [new Map(), new Map()] : filters.map(termsOf);
  if (old == null || now == null) return "other";
  const [first, second] = [withWave(old, before), withWave(now, after)];
  const columns = [...new Set([...first.keys(), ...second.keys()])];
  const differing = columns.filter((column) => first.get(column) !== second.get(column));
  const [column, ...more] = differing;
  if (column === undefined) return "same";
  if (more.length > 0) return "other";
  const [from, to] = [first.get(column), second.get(column)];
  const isWave = [before, after].map(({ options }) => options.wave === column);
  // A whole export may well be one wave of another.
  if (from === undefined || to === undefined) return isWave.includes(true) ? "perhaps waves" : "other";
  if (!isWave.includes(false)) return "waves";
  return inTime([from, to]) === null ? "other" : "perhaps waves";
}

function filterOf({ options }: Audit): string {
  return options.where?.trim() ?? "";
}

/** Columns and their values where a filter is `a = x and b = y`; null of any other. */
function termsOf(filter: string): ReadonlyMap<string, string> | null {
  const read = tokensOf(filter);
  if ("problem" in read) return null;
  const terms = new Map<string, string>();
  const tokens = [...read.tokens];
  while (tokens[0] !== undefined && tokens[0].kind !== "end") {
    const [column, equals, value, next] = tokens.splice(0, 4);
    const isTerm = isName(column) && equals?.kind === "=" && isName(value);
    const isLast = next?.kind === "end";
    if (!isTerm || !(isLast || next?.text.toLowerCase() === "and") || terms.has(column.text)) return null;
    terms.set(column.text, value.text);
    if (isLast) break;
  }
  return terms;
}

type Piece = { readonly kind: string; readonly text: string } | undefined;

function isName(token: Piece): token is { readonly kind: "word" | "quoted"; readonly text: string } {
  return token?.kind === "word" || token?.kind === "quoted";
}

/** And the wave that an audit is of, which stands behind its filter. */
function withWave(
  terms: ReadonlyMap<string, string>,
  { options: { wave }, asked }: Audit,
): ReadonlyMap<string, string> {
  if (wave === null || asked.subset === null) return terms;
  const sign = `${wave} = `;
  const at = asked.subset.lastIndexOf(sign);
  return at < 0 ? terms : new Map([...terms, [wave, asked.subset.slice(at + sign.length)]]);
}
