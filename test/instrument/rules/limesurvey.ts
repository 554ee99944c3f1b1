import { type AskedQuestion, shown } from "../asked.ts";

/**
 * Rules of LimeSurvey, from the manual ("Tab Separated Value survey structure",
 * https://www.limesurvey.org/manual/Tab_Separated_Value_survey_structure) and, where the manual is silent, from the source of
 * LimeSurvey (https://github.com/LimeSurvey/LimeSurvey): application/models/Question.php, application/models/Answer.php and
 * TSVImportSurvey in application/helpers/admin/import_helper.php.
 */
const LIMESURVEY = {
  /** Manual: one row a survey setting, language setting, group, question, subquestion, answer. */
  classes: ["S", "SL", "G", "Q", "SQ", "A"],
  /** Manual: what each row may fill in; every further column is an attribute of a question. */
  columns: [
    "class",
    "type/scale",
    "name",
    "relevance",
    "text",
    "help",
    "language",
    "validation",
    "mandatory",
    "other",
    "default",
    "same_default",
  ],
  attributes: ["numbers_only"],
  /** Question.php: the types used here are array, list and short free text. */
  types: ["F", "L", "S"],
  /** Question.php: title, min 1, max 20, must start with a letter and be alphanumeric; unique in the survey. */
  questionCode: /^[a-zA-Z][a-zA-Z0-9]{0,19}$/,
  reserved: ["LANG", "SID", "SAVEDID", "TOKEN", "QID", "GID", "SGQ", "self", "that", "this"],
  /** Question.php: alphanumeric, max 20, unique within the question whatever the case, not `time`. */
  subquestionCode: /^[a-zA-Z0-9]{1,20}$/,
  /** Answer.php: alphanumeric, 1 to 5, unique within the question. */
  answerCode: /^[a-zA-Z0-9]{1,5}$/,
  /** Question.php: Y or N; Y, S or N. */
  other: ["", "Y", "N"],
  mandatory: ["", "Y", "S", "N"],
  /** Manual ("ExpressionScript - Presentation"): what stands in braces is run, and a backslash escapes. */
  runs: /[{}\\]/,
} as const;

type Row = Readonly<Record<string, string>>;

/** The rows as PHP's fgetcsv reads them, tab and quotation mark; a value in quotation marks of its own loses them. */
export function limesurveyRows(text: string): readonly Row[] {
  if (!text.startsWith("\ufeff")) throw new Error("no byte order mark");
  const [header = [], ...lines] = text
    .slice(1)
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.split("\t").map(unquoted));
  return lines.map((cells) => {
    if (cells.length !== header.length) throw new Error(`${cells.length} cells: ${cells.join("|")}`);
    return Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ""]));
  });
}

function unquoted(cell: string): string {
  if (!cell.startsWith('"')) return cell;
  if (!/^"(?:[^"]|"")*"$/.test(cell)) throw new Error(`not quoted well: ${cell}`);
  const value = cell.slice(1, -1).replaceAll('""', '"');
  return /^".*"$/.test(value) ? value.slice(1, -1).replaceAll('""', '"') : value;
}

const KNOWN: readonly string[] = [...LIMESURVEY.columns, ...LIMESURVEY.attributes];
const isNone = (allowed: readonly string[], value: string | undefined): boolean => !allowed.includes(value ?? "");

/** Class of row (null: every one), what is wrong, and when. */
const RULES: readonly (readonly [string | null, string, (row: Row) => boolean])[] = [
  [null, "class", (row) => isNone(LIMESURVEY.classes, row["class"])],
  [null, "column", (row) => Object.keys(row).some((column) => isNone(KNOWN, column))],
  [null, "a text that runs", (row) => LIMESURVEY.runs.test(row["text"] ?? "")],
  [null, "other", (row) => isNone(LIMESURVEY.other, row["other"])],
  [null, "mandatory", (row) => isNone(LIMESURVEY.mandatory, row["mandatory"])],
  ["Q", "type", (row) => isNone(LIMESURVEY.types, row["type/scale"])],
  ["Q", "question code", (row) => !LIMESURVEY.questionCode.test(row["name"] ?? "")],
  ["Q", "reserved code", (row) => !isNone(LIMESURVEY.reserved, row["name"])],
  ["SQ", "subquestion code", (row) => !LIMESURVEY.subquestionCode.test(row["name"] ?? "") || row["name"] === "time"],
  ["A", "answer code", (row) => !LIMESURVEY.answerCode.test(row["name"] ?? "")],
];

/** What is against the rules, in words. */
export function limesurveyFaults(rows: readonly Row[]): readonly string[] {
  const faults = rows.flatMap((row) =>
    RULES.filter(([kind, , broken]) => (kind === null || kind === row["class"]) && broken(row)).map(
      ([, fault]) => `${fault}: ${row["class"]} ${row["name"]}`,
    ),
  );
  const questions = rows.filter((row) => row["class"] === "Q");
  return [
    ...faults,
    ...twice(questions),
    ...questions.flatMap((question) => twice(ownRows(rows, question, "SQ"))),
    ...questions.flatMap((question) => twice(ownRows(rows, question, "A"))),
    ...(rows.findIndex((row) => row["class"] === "Q") < rows.findIndex((row) => row["class"] === "G")
      ? ["a question before any group"]
      : []),
  ];
}

function twice(rows: readonly Row[]): readonly string[] {
  const names = rows.map((row) => (row["name"] ?? "").toLowerCase());
  return names.filter((name, at) => names.indexOf(name) !== at).map((name) => `twice: ${name}`);
}

/** Rows of a class that belong to the question, by their place. */
function ownRows(rows: readonly Row[], question: Row, kind: string): readonly Row[] {
  const start = rows.indexOf(question) + 1;
  const length = rows.slice(start).findIndex((row) => ["Q", "G"].includes(row["class"] ?? ""));
  return rows.slice(start, length < 0 ? undefined : start + length).filter((row) => row["class"] === kind);
}

/** The questions in order: `Q1[C1]` for a line of an array, else the question's code. */
export function limesurveyQuestions(rows: readonly Row[]): readonly AskedQuestion[] {
  return rows
    .filter((row) => row["class"] === "Q")
    .flatMap((question) => {
      const answers = ownRows(rows, question, "A");
      const choices = answers.map((row) => ({ code: row["name"] ?? "", text: shown(row["text"] ?? "") }));
      const column = (header: string, row: Row): AskedQuestion => ({
        header,
        wording: shown(row["text"] ?? ""),
        choices: question["type/scale"] === "S" ? null : choices,
      });
      if (question["type/scale"] !== "F") return [column(question["name"] ?? "", question)];
      return ownRows(rows, question, "SQ").map((row) => ({
        ...column(`${question["name"]}[${row["name"]}]`, row),
        full: `${shown(question["text"] ?? "")} [${shown(row["text"] ?? "")}]`,
      }));
    });
}
