/** Whether audiences are told apart, and the means of each beside its scores. */
import type { Audit, CellResult, DimensionResult } from "../../audit/types.ts";
import { chance, mean, published, share, short, withInterval } from "../numbers.ts";
import type { Block, TableRow } from "../sheet.ts";
import { audienceGrouping } from "./audiences.ts";
import { applicable, NOT_APPLICABLE } from "./columns.ts";
import { companionBlocks } from "./companions.ts";
import { READING_WORDS } from "./reading.ts";

/** The cells of the audiences that are told apart; empty where everybody speaks together. */
export function heardApart(audit: Audit): readonly CellResult[] {
  const grouping = audienceGrouping(audit);
  if (audit.asked.audiences.length < 2 || grouping === null || grouping.withheld) return [];
  const groups = grouping.cells.filter(({ kind }) => kind === "group");
  return groups.some((cell) => cell.dimensions.some(isShown)) ? groups : [];
}

function isShown({ index }: DimensionResult): boolean {
  return index.kind === "estimate";
}

/** Why several audiences stand together, and what to do about it; nothing with one, or where they are told apart. */
export function pooledBlocks(audit: Audit): readonly Block[] {
  const { asked } = audit;
  if (asked.audienceColumn === null || asked.audiences.length < 2 || heardApart(audit).length > 0) return [];
  return [{ kind: "paragraph", text: POOLED }];
}

const POOLED =
  "The audiences are taken together here, as single ones are too small to be shown. Ask more people of each; or let those of a small one agree on one sheet (survey --consensus) and hold it against the others with compare.";

/** Means and favourable shares of every audience: the map has shown the scores. */
export function audienceMeans(audit: Audit, cells: readonly CellResult[]): readonly Block[] {
  const people = audit.framework.unit === "person";
  const { offTarget } = READING_WORDS[audit.framework.reading];
  const ends = endsOf(cells);
  const known = cells.flatMap(({ dimensions }) => dimensions);
  return [
    { kind: "heading", level: 3, text: "Means and favourable shares, by audience" },
    applicable({
      kind: "table",
      columns: [
        { title: "Dimension", wrapTo: 16 },
        { title: ends === null ? "Mean" : `Mean, ${ends}`, wrapTo: 14 },
        { title: "SD", align: "right" },
        { title: "Favourable", wrapTo: 12 },
        { title: `Chance ${offTarget}`, align: "right", wrapTo: 6 },
      ],
      rows: cells.flatMap(({ label, dimensions }): readonly TableRow[] => [
        { heading: label },
        ...dimensions.map((one) => row(one, { people, tellEnds: ends === null })),
      ]),
    }),
    ...companionBlocks(known.filter(({ id }, at) => known.findIndex((one) => one.id === id) === at)),
  ];
}

/** "1 to 5" where all share their ends. */
function endsOf(cells: readonly CellResult[]): string | null {
  const ends = new Set(cells.flatMap(({ dimensions }) => dimensions.map(endsWords)));
  const [only] = ends;
  return ends.size === 1 && only !== undefined ? only : null;
}

function endsWords({ min, max }: DimensionResult): string {
  return `${short(min)} to ${short(max)}`;
}

function row(dimension: DimensionResult, { people, tellEnds }: { people: boolean; tellEnds: boolean }): TableRow {
  const { title, mean: average, sd, favourable, belowTarget } = dimension;
  const ends = tellEnds && average.kind === "estimate" ? ` of ${endsWords(dimension)}` : "";
  return [
    title,
    withInterval(average, mean) + ends,
    people ? published(sd, mean) : NOT_APPLICABLE,
    withInterval(favourable, share),
    belowTarget === null || !people ? NOT_APPLICABLE : chance(belowTarget),
  ];
}
