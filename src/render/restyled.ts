import type { Audit, AuditBand, BandResult, CellResult } from "../audit/types.ts";
import type { HouseStyle } from "./style.ts";

/** The audit with the house style's words for its bands, wherever it calls them by name; ids, limits and numbers stay. */
export function restyled(audit: Audit, { bands }: Pick<HouseStyle, "bands">): Audit {
  if (bands.size === 0) return audit;
  const words = wordsOf(audit, bands);
  const band = (one: BandResult | null): BandResult | null =>
    one === null
      ? null
      : {
          ...one,
          label: bands.get(one.id) ?? one.label,
          couldBe: one.couldBe.map((label) => words.get(label) ?? label),
        };
  const judged = <Scored extends { readonly band: BandResult | null }>(one: Scored): Scored => ({
    ...one,
    band: band(one.band),
  });
  const cell = (one: CellResult): CellResult => ({
    ...one,
    composites: one.composites.map(judged),
    dimensions: one.dimensions.map(judged),
  });
  const { framework } = audit;
  const own = framework.bands.map((one) => ({ ...one, label: bands.get(one.id) ?? one.label }));
  return {
    ...audit,
    framework: { ...framework, bands: own },
    overall: audit.overall === null ? null : cell(audit.overall),
    groupings: audit.groupings.map((grouping) => ({ ...grouping, cells: grouping.cells.map(cell) })),
    method: audit.method.map((note) => (note.topic === LIMITS ? { ...note, text: limits(note.text, words) } : note)),
  };
}

/** The method note that says where bands begin. */
const LIMITS = "Bands and targets";

/** The framework's word → the house style's. A word that stands for several bands changes only where all of them do alike. */
function wordsOf(audit: Audit, bands: HouseStyle["bands"]): ReadonlyMap<string, string> {
  const own = bandsIn(audit).map(({ id, label }) => [label, bands.get(id) ?? label] as const);
  return new Map(own.filter(([label, word]) => own.every(([other, said]) => other !== label || said === word)));
}

/** Ids and words of the bands that an audit knows. */
export function bandsIn({ framework, overall, groupings }: Audit): readonly Pick<AuditBand, "id" | "label">[] {
  if (framework.bands.length > 0) return framework.bands;
  const cells = [...(overall === null ? [] : [overall]), ...groupings.flatMap((grouping) => grouping.cells)];
  const met = cells.flatMap(({ composites, dimensions }) =>
    [...composites, ...dimensions].flatMap(({ band }) => band ?? []),
  );
  return [...new Map(met.map(({ id, label }) => [`${id} ${label}`, { id, label }])).values()];
}

/** "critical below 35, weak from 35": a word is one only behind another or the colon, and before a limit or the end. */
function limits(text: string, words: ReadonlyMap<string, string>): string {
  if (words.size === 0) return text;
  // The longest first: one word may be the beginning of another, and any may hold a comma, a colon or a full stop.
  const known = [...words.keys()].sort((a, b) => b.length - a.length).map(literally);
  const word = new RegExp(`(?<=: |, )(?:${known.join("|")})(?= (?:below|above|from|up to) \\d| throughout)`, "g");
  return text.replace(word, (label) => words.get(label) ?? label);
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
