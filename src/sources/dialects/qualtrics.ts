import type { TableLayout } from "../../response/table-head.ts";
import type { Dialect } from "./dialect.ts";
import { knownColumns, ownColumns } from "./qualtrics-columns.ts";
import { findHeader, type QualtricsHeader } from "./qualtrics-header.ts";
import { keptStatus, qualtricsRules } from "./qualtrics-marks.ts";
import { wordingsOf } from "./qualtrics-wordings.ts";

/**
 * Qualtrics, as CSV, TSV or sheet: names, texts and import ids in three header rows; older exports with names V1, V2 … and
 * one row of titles; and what is left of them after somebody cut rows off or saved them from a spreadsheet.
 */
export const qualtrics: Dialect = {
  name: "qualtrics",
  looks: "a header row of import ids, or columns such as ResponseId, Progress and Finished",
  layout: ({ rows }, asked) => {
    const header = findHeader(
      rows.map(({ cells }) => cells),
      asked,
    );
    return header === null ? null : layoutOf(header);
  },
};

function layoutOf(header: QualtricsHeader): TableLayout {
  const own = ownColumns(header);
  const seconds = own.indexOf("duration");
  return {
    reason: header.reason,
    headerRows: header.headerRows,
    headers: header.names,
    wordings: wordingsOf(header),
    choices: header.names.map(() => null),
    known: knownColumns(header, own),
    rowRules: qualtricsRules(own),
    keptMarks: keptStatus(own),
    // What Qualtrics writes for a question that was seen and not answered, where the export was told to recode it.
    unanswered: ["-99"],
    duration: seconds < 0 ? null : { kind: "seconds", column: seconds },
  };
}
