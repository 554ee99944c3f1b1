import { plainLayout } from "../../response/table-head.ts";
import type { Dialect } from "./dialect.ts";

/** Spreadsheets, hand-made tables, surveys of this program: one row of headers, whatever they are. */
export const plain: Dialect = {
  name: "plain",
  looks: "one header row",
  layout: ({ rows }) =>
    plainLayout(
      (rows[0]?.cells ?? []).map((cell) => cell.trim()),
      "one header row, no mark of a survey tool",
    ),
};
