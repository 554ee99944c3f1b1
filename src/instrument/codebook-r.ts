import { offeredTexts } from "./answer-form.ts";
import { type AnswerForm, type Instrument, itemsOf } from "./instrument.ts";

/**
 * An R script (base R only) that labels a table whose columns are named by item ids: `codes` as numbers, `labelled` as
 * factors, `keyed` with reverse-keyed items turned round. ASCII, so that no locale can spoil it.
 */
export function codebookR(instrument: Instrument): string {
  const { framework, audience, form } = instrument;
  const forms = new Map(instrument.parts.map(({ answers }) => [answers.scale.id, answers]));
  return [
    `# Labels for answers to ${framework.id} ${framework.version}, audience ${audience}, form ${form ?? "full"}. Base R only.`,
    "# Set answers_file to your table, with item ids as its header, and source() this script.",
    "# Then: codes (numbers), labelled (factors), keyed (numbers, reverse-keyed items turned round), items (the codebook).",
    'if (!exists("answers_file")) answers_file <- "answers.csv"',
    "",
    itemsTable(instrument),
    "",
    `scales <- list(\n${[...forms].map(([id, answers]) => `  ${quoted(id)} = ${scaleList(answers)}`).join(",\n")}\n)`,
    `missing_words <- tolower(${vector(missingWords([...forms.values()]))})`,
    "",
    LABELLING,
  ].join("\n");
}

function itemsTable(instrument: Instrument): string {
  const rows = instrument.parts.flatMap(({ items, answers }) => items.map((item) => ({ ...item, answers })));
  const columns: readonly (readonly [string, readonly string[]])[] = [
    ["id", rows.map(({ id }) => quoted(id))],
    ["label", rows.map(({ text }) => quoted(text))],
    ["scale", rows.map(({ answers }) => quoted(answers.scale.id))],
    ["dimension", rows.map(({ dimension }) => (dimension === null ? "NA_character_" : quoted(dimension.id)))],
    ["reverse", itemsOf(instrument).map(({ reverse }) => (reverse ? "TRUE" : "FALSE"))],
  ];
  const lines = columns.map(([name, cells]) => `  ${name} = c(\n    ${cells.join(",\n    ")}\n  )`);
  return `items <- data.frame(\n${lines.join(",\n")},\n  stringsAsFactors = FALSE\n)`;
}

function scaleList(answers: AnswerForm): string {
  if (answers.kind === "figure")
    return `list(codes = NULL, labels = NULL, texts = NULL, ends = c(${answers.worst}, ${answers.best}))`;
  const { choices } = answers;
  const codes = choices.map(({ code }) => code);
  const list = [
    `codes = c(${codes.join(", ")})`,
    `labels = ${vector(choices.map(({ label }) => label))}`,
    `texts = ${vector(choices.map(({ text }) => text))}`,
    `ends = c(${codes[0] ?? 0}, ${codes.at(-1) ?? 0})`,
  ];
  return `list(${list.join(", ")})`;
}

function missingWords(forms: readonly AnswerForm[]): readonly string[] {
  const aside = forms.flatMap((form) => (form.kind === "figure" ? [] : offeredTexts(form).slice(form.choices.length)));
  return [...new Set(["not applicable", "n/a", "don't know", "cannot say", ...aside])];
}

const LABELLING = `answers <- read.csv(answers_file, check.names = FALSE, colClasses = "character",
                    na.strings = "", strip.white = TRUE, fileEncoding = "UTF-8-BOM")
absent <- setdiff(items$id, names(answers))
if (length(absent) > 0) stop("No column for: ", paste(absent, collapse = ", "))

code_of <- function(text, scale) {
  text <- trimws(text)
  number <- suppressWarnings(as.numeric(text))
  if (is.null(scale$codes)) return(number)
  at <- match(tolower(text), tolower(scale$labels))
  at <- ifelse(is.na(at), match(tolower(text), tolower(scale$texts)), at)
  ifelse(is.na(at), ifelse(number %in% scale$codes, number, NA), scale$codes[at])
}

codes <- answers
labelled <- answers
keyed <- answers
for (i in seq_len(nrow(items))) {
  id <- items$id[i]
  scale <- scales[[items$scale[i]]]
  text <- answers[[id]]
  code <- code_of(text, scale)
  lost <- sum(is.na(code) & !is.na(text) & !(tolower(trimws(text)) %in% missing_words))
  if (lost > 0) warning(id, ": ", lost, " answers could not be read and are NA.")
  codes[[id]] <- code
  keyed[[id]] <- if (items$reverse[i]) sum(scale$ends) - code else code
  labelled[[id]] <- if (is.null(scale$codes)) code else factor(code, levels = scale$codes, labels = scale$labels, ordered = TRUE)
  for (name in c("codes", "labelled", "keyed")) {
    table <- get(name)
    attr(table[[id]], "label") <- items$label[i]
    assign(name, table)
  }
}
`;

function vector(texts: readonly string[]): string {
  return `c(${texts.map(quoted).join(", ")})`;
}

/** A string of R in ASCII. */
function quoted(text: string): string {
  const body = [...text].map((sign) => {
    if (sign === '"' || sign === "\\") return `\\${sign}`;
    const point = sign.codePointAt(0) ?? 0;
    if (point >= 0x20 && point < 0x7f) return sign;
    const hex = point.toString(16).toUpperCase();
    return point > 0xffff ? `\\U${hex.padStart(8, "0")}` : `\\u${hex.padStart(4, "0")}`;
  });
  return `"${body.join("")}"`;
}
