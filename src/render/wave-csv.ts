/** What a comparison or a trend publishes, in long form: the columns of an audit's own, behind the wave they are of. */
import type { Trend } from "../audit/trend.ts";
import type { CellResult, Change, ChangeResult } from "../audit/types.ts";
import { csvText } from "../interview/csv.ts";
import { cleanDeep } from "./clean.ts";
import { cellRows } from "./estimates/cells.ts";
import { cellText, ROW_HEADERS, rowCells } from "./estimates/columns.ts";
import { changeRows } from "./estimates/groups.ts";
import { about, type EstimateRow, EVERYONE, estimateRow, wholly } from "./estimates/row.ts";

interface WaveRow {
  readonly wave: string;
  readonly row: EstimateRow;
}

function longText(rows: readonly WaveRow[]): string {
  return csvText({
    headers: ["wave", ...ROW_HEADERS],
    rows: cleanDeep(rows).map(({ wave, row }) => [wave, ...rowCells(row)].map(cellText)),
  });
}

/** Both sides, then what lies between them. */
export function changeCsv(
  change: ChangeResult,
  sides: readonly { readonly name: string; readonly overall: CellResult | null }[],
): string {
  return longText([
    ...sides.flatMap(({ name, overall }) => (overall === null ? [] : ofWave(name, cellRows(overall, EVERYONE)))),
    ...ofWave(change.after, changeRows(change)),
  ]);
}

/** Every score of every wave with its changes, then groups. */
export function trendCsv({ waves, scores, groups }: Trend): string {
  const nameOf = (wave: number) => waves[wave]?.name ?? "";
  const scored = scores.flatMap((score) =>
    score.points.flatMap(({ index, sinceFirst, sinceBefore }, at) => {
      const told = (since: typeof sinceFirst, statistic: string) =>
        since === null ? [] : [changeRow(since.change, { than: nameOf(since.wave), statistic })];
      return ofWave(nameOf(at), [
        estimateRow(about(EVERYONE, score.of, score), "index", index),
        ...told(sinceFirst, "change of the index since the first wave"),
        ...told(sinceBefore, "change of the index since the wave before"),
      ]);
    }),
  );
  const grouped = groups.flatMap(({ grouping, path, label, points }) =>
    points.flatMap((point, at) =>
      point === null
        ? []
        : ofWave(nameOf(at), [
            estimateRow(
              about({ scope: "group", grouping, group: label, path }, "composite", point),
              "index",
              point.index,
            ),
          ]),
    ),
  );
  return longText([...scored, ...grouped]);
}

function ofWave(wave: string, rows: readonly EstimateRow[]): readonly WaveRow[] {
  return rows.map((row) => ({ wave, row }));
}

function changeRow(
  change: Change,
  { than, statistic }: { readonly than: string; readonly statistic: string },
): EstimateRow {
  const of = { ...about(wholly("change"), change.of, change), than };
  return { ...estimateRow(of, statistic, change.index), says: change.says };
}
