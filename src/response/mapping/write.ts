import type { DraftAnswers, DraftCode, DraftColumn, MappingDraft } from "./draft.ts";
import { comment, quoted, scalar } from "./scalar.ts";
import type { MappedColumn } from "./types.ts";

/** Longer keys must be announced in YAML. */
const LONGEST_KEY = 1000;

/** The mapping as commented YAML, ending with a newline. What is open stands there as a comment with a TODO. */
export function writeMapping(draft: MappingDraft): string {
  const { framework, dialect, reason, sheet, audience, form } = draft;
  const lines = [
    `# How ${comment(draft.file)} is read for the framework "${comment(framework.title)}".`,
    "# Check it, keep it beside the data, and use it with:",
    "#   trust-audit score FILE -f FRAMEWORK --map THIS-FILE",
    "# A later export with other columns or other answers is refused, and the change is named.",
    "# Texts that cannot be read and were met less than 5 times may be somebody's own words: none stands here undecided.",
    "format: 1",
    `framework: ${scalar(framework.id)}`,
    `framework_version: ${quoted(framework.version)}`,
    `dialect: ${scalar(dialect)} # ${comment(reason)}`,
    ...(sheet === null ? [] : [`sheet: ${quoted(sheet)}`]),
    ...(audience === null ? [] : [`audience: ${scalar(audience)} # whose wording the report shows`]),
    ...(form === null ? [] : [`form: ${scalar(form)}`]),
    "",
    "# Every column but the personal ones, which are known again and dropped. use: item, segment (for --by, which may call it",
    "# by a `name:`), id, time, survey (a column that a survey of trust-audit writes) or ignore.",
    ...list("columns", draft.columns.flatMap(columnLines)),
    ...draft.missing.map(({ id, text }) => `  # TODO: no column for item ${id}: ${comment(text)}`),
    "",
    "# What each text means: a code of the scale, not-applicable, dont-know or unanswered. An empty cell is unanswered; any other",
    "# text is refused. Case and spaces do not count.",
    ...list("answers", draft.answers.flatMap(answersLines)),
  ];
  return `${lines.join("\n")}\n`;
}

/** A list in which nothing but comments stands is an empty one. */
function list(key: string, lines: readonly string[]): readonly string[] {
  return [lines.every((line) => /^\s*#/.test(line)) ? `${key}: []` : `${key}:`, ...lines];
}

function columnLines({ column, note, open }: DraftColumn): readonly string[] {
  const lines = entryLines(column);
  const [first = "", ...rest] = lines;
  if (open === null) return note === null ? lines : [`${first} # ${comment(note)}`, ...rest];
  return [`  # TODO: decide on this column. ${comment(note ?? "")}`, ...lines.map((line) => `  # ${line.slice(2)}`)];
}

function entryLines({ header, occurrence, use, item, question, name }: MappedColumn): readonly string[] {
  return [
    `  - header: ${quoted(header)}`,
    ...(occurrence === 1 ? [] : [`    occurrence: ${occurrence}`]),
    `    use: ${use}`,
    ...(item === null ? [] : [`    item: ${scalar(item)}`]),
    ...(question === null ? [] : [`    question: ${quoted(question)}`]),
    ...(name === null ? [] : [`    name: ${quoted(name)}`]),
  ];
}

function answersLines({
  scale,
  items,
  points,
  codes,
  numbersOnly = false,
  withheld = 0,
}: DraftAnswers): readonly string[] {
  const labels = new Map(points.map(({ code, label }) => [code, label]));
  const isEmpty = codes.every(({ code }) => code === null);
  return [
    `  - scale: ${scalar(scale)}`,
    `    items: ${items === null ? "all" : `[${items.map(scalar).join(", ")}]`}`,
    `    codes:${isEmpty ? " {}" : ""}`,
    ...(numbersOnly
      ? ["      # Numbers only: check against the survey that they are read as", `      # ${comment(endsOf(points))}.`]
      : []),
    ...codes.flatMap((code) => codeLines(code, labels)),
    ...(withheld === 0
      ? []
      : [`      # TODO: ${withheldWords(withheld)}`, "      # run map at a terminal, or inspect."]),
  ];
}

function withheldWords(withheld: number): string {
  const many = withheld === 1 ? "1 text met less than 5 times is" : `${withheld} texts met less than 5 times are`;
  return `${many} not written here, since such may be somebody's own words:`;
}

/** `1 = Strongly disagree ... 5 = Strongly agree`: what the numbers of a scale run from and to. */
export function endsOf(points: DraftAnswers["points"]): string {
  const ends = [points[0], points.at(-1)].flatMap((point) => point ?? []);
  return ends.map(({ code, label }) => (label === null ? String(code) : `${code} = ${label}`)).join(" ... ");
}

/** The code of the nearest label; without one a missing answer is the most cautious. */
function guessOf(nearest: string | null, labels: ReadonlyMap<number, string | null>): number | "unanswered" {
  const near = [...labels].find(([code, label]) => nearest !== null && (label ?? String(code)) === nearest);
  return near?.[0] ?? "unanswered";
}

function codeLines(
  { text, code, count, nearest }: DraftCode,
  labels: ReadonlyMap<number, string | null>,
): readonly string[] {
  // How often would be the answers of whoever answered, where few did.
  const met = count === 0 ? "not met" : "met";
  if (code === null) {
    const near = nearest === null ? "" : `; nearest: ${comment(nearest)}`;
    return [
      `      # TODO: decide on this answer, ${met}${near}.`,
      `      # ${quoted(text)}: ${guessOf(nearest, labels)}`,
    ];
  }
  const label = typeof code === "number" ? (labels.get(code) ?? null) : null;
  const isSame = label === null || label.toLowerCase() === text.toLowerCase();
  const behind = ` # ${isSame ? "" : `${comment(label)}; `}${met}`;
  const key = quoted(text);
  return key.length > LONGEST_KEY ? [`      ? ${key}`, `      : ${code}${behind}`] : [`      ${key}: ${code}${behind}`];
}
