import type { RowRule } from "../../response/table-head.ts";
import { plainLayout } from "../../response/table-head.ts";
import type { Dialect } from "./dialect.ts";
import { leftOverMarks } from "./left-over-marks.ts";

/** Spreadsheets, hand-made tables, surveys of this program: one row of headers, whatever they are. */
export const plain: Dialect = {
  name: "plain",
  looks: "one header row",
  layout: ({ rows }, asked) => {
    const headers = (rows[0]?.cells ?? []).map((cell) => cell.trim());
    const rowRules = asked
      ? []
      : leftOverMarks(
          headers,
          rows.slice(1).map(({ cells }) => cells),
        );
    return { ...plainLayout(headers, reasonFor(headers, rowRules)), rowRules };
  },
};

function reasonFor(headers: readonly string[], rules: readonly RowRule[]): string {
  if (rules.length === 0) return "one header row, no mark of a survey tool";
  const names = [...new Set(rules.map(({ column }) => `"${headers[column] ?? ""}"`))];
  return `rows are left out by ${names.join(", ")}`;
}
