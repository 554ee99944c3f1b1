import type { RowRule, TableLayout } from "../../response/table-head.ts";
import type { Dialect } from "./dialect.ts";
import { knownColumns, ownColumns } from "./qualtrics-columns.ts";
import { findHeader, type QualtricsHeader } from "./qualtrics-header.ts";
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
    rowRules: rowRules(own),
    // What Qualtrics writes for a question that was seen and not answered, where the export was told to recode it.
    unanswered: ["-99"],
    duration: seconds < 0 ? null : { kind: "seconds", column: seconds },
  };
}

/** Trials, generated tests and synthetic answers: no people. In words, or as Qualtrics numbers them. */
const TRIALS = ["survey preview", "survey test", "survey preview spam", "offline survey preview", "synthetic"];
const TRIAL_NUMBERS = [1, 2, 9, 17, 256];
const SPAM = ["spam", "possible spam", "imported spam", "ex spam"];
const SPAM_NUMBERS = [8, 12, 40];
/** "false" in the languages spreadsheets write it in. */
const FALSE = ["false", "falsch", "faux", "falso", "onwaar", "falsk", "falskt", "usann", "epätosi", "fałsz"].concat(
  "nepravda",
  "hamis",
  "yanlış",
  "ложь",
);

function rowRules(own: readonly (string | null)[]): readonly RowRule[] {
  const rule = (column: string, exclude: RowRule["exclude"], when: RowRule["when"]): readonly RowRule[] => {
    const at = own.indexOf(column);
    return at < 0 ? [] : [{ column: at, exclude, when }];
  };
  return [
    ...rule("status", "preview", { kind: "one of", values: [...TRIALS, ...numbers(TRIAL_NUMBERS)] }),
    // The channel is the same word in every language.
    ...rule("distributionchannel", "preview", { kind: "one of", values: ["preview"] }),
    ...rule("status", "spam", { kind: "one of", values: [...SPAM, ...numbers(SPAM_NUMBERS)] }),
    ...rule("finished", "incomplete", { kind: "one of", values: [...FALSE, ...numbers([0])] }),
    ...rule("progress", "incomplete", { kind: "under", limit: 100 }),
  ];
}

/** As exports write them, and as statistics programs do that read a column with gaps. */
function numbers(values: readonly number[]): readonly string[] {
  return values.flatMap((value) => [String(value), `${value}.0`]);
}
