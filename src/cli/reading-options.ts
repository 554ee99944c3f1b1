import { DIALECTS, MARKED_ROWS } from "../response/table-head.ts";

/** An option as a command adds it. */
interface OptionWords {
  readonly flags: string;
  readonly says: string;
  readonly choices?: readonly string[];
  /** What it is where it is left out; of several choices the first. */
  readonly hasDefault?: boolean;
  readonly repeatable?: boolean;
}

/** The options of verbs that look at exports as `score` would read them. */
export const READING_OPTIONS: readonly OptionWords[] = [
  { flags: "--by <column>", says: "the grouping column", repeatable: true },
  { flags: "--id <column>", says: "respondent id: finds repeated rows; never printed or stored" },
  { flags: "--audience <name>", says: "who answered (default: told by the wording of the columns)" },
  { flags: "--form <id>", says: "a shorter form of the framework (default: told by the columns)" },
  { flags: "--dialect <name>", says: "survey tool that wrote the file (default: detected)", choices: DIALECTS },
  { flags: "--sheet <name|number>", says: "sheet of an Excel workbook (default: the first)" },
  choice("--on-unknown <what>", "an answer that cannot be read", ["error", "missing"]),
  choice("--on-ragged <what>", "a row with too many or too few cells", ["error", "skip"]),
  choice("--on-duplicate <what>", "one id with different answers", ["keep", "first", "error"]),
  {
    flags: "--include <rows>",
    says: "rows that the survey tool marks, all the same; repeatable",
    choices: MARKED_ROWS,
    repeatable: true,
  },
  { flags: "--exclude <rows>", says: "leave out rows that look careless", choices: ["careless"], repeatable: true },
  { flags: "--accept-guesses", says: "take columns matched by similar text only" },
];

/** Those that say what a column or a text is; the others say what becomes of rows and answers that cannot be read. */
export const MAPPING_OPTIONS: readonly OptionWords[] = READING_OPTIONS.filter(
  ({ flags }) => !/^--(?:on-|exclude )/.test(flags),
);

function choice(flags: string, says: string, choices: readonly string[]): OptionWords {
  return { flags, says, choices, hasDefault: true };
}
