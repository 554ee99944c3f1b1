import type { Column, CsvStyle, ExportStyle, Layout, Writer } from "./layout.ts";
import { createPeople, type PeopleOptions, type Person } from "./people.ts";
import { responsesOf } from "./responses.ts";
import type { Survey } from "./survey.ts";
import { googleForms } from "./writers/google-forms.ts";
import { limesurvey } from "./writers/limesurvey.ts";
import { microsoftForms } from "./writers/microsoft-forms.ts";
import { plain } from "./writers/plain.ts";
import { qualtrics } from "./writers/qualtrics.ts";
import { surveymonkey } from "./writers/surveymonkey.ts";
import { typeform } from "./writers/typeform.ts";

/** By the name of the survey tool. */
export const WRITERS = {
  plain,
  qualtrics,
  surveymonkey,
  "google-forms": googleForms,
  limesurvey,
  typeform,
  "microsoft-forms": microsoftForms,
} as const satisfies Readonly<Record<string, Writer>>;

export interface Simulation extends ExportStyle {
  /** Who finished: rows of no use come on top. At least 1. */
  readonly people: number;
  readonly writer: Writer;
  readonly crowd: PeopleOptions;
}

/** Planted rows are of other people, so that the real ones stay the same whichever tool writes them. */
const OTHERS = 0x51ab;

/**
 * The text of an export, in pieces of a line each: the same survey and simulation give the same text. People are the same
 * for every writer.
 * @param createCrowd where the people come from; left out, all are asked alike
 */
export function* exportLines(
  survey: Survey,
  simulation: Simulation,
  createCrowd: (options: PeopleOptions) => () => Person = (options) => createPeople(survey, options),
): Generator<string> {
  const { writer, people, answers, clean } = simulation;
  const layout = writer.layout(survey, { answers, clean });
  const crowd = { ...simulation.crowd, reasons: simulation.crowd.reasons && !speechless(simulation) };
  const others = createCrowd({ ...crowd, seed: crowd.seed ^ OTHERS });
  const rows = responsesOf({ people, seed: crowd.seed, plants: layout.plants }, createCrowd(crowd), others);
  yield* headerLines(layout);
  for (const response of rows) yield line(layout, ({ cell }) => cell(response));
  if (layout.csv.blankEnd) yield layout.csv.newline;
}

/** Nobody can say "not applicable" where the tool writes numbers only. */
function speechless({ writer, answers }: Simulation): boolean {
  return answers === "codes" && writer.numbersOnly;
}

function* headerLines(layout: Layout): Generator<string> {
  const rows = Math.max(1, ...layout.columns.map(({ header }) => header.length));
  for (let row = 0; row < rows; row += 1)
    yield `${row === 0 && layout.csv.bom ? "\uFEFF" : ""}${line(layout, ({ header }) => header[row] ?? "")}`;
}

function line({ columns, csv }: Layout, textOf: (column: Column) => string): string {
  return `${columns.map((one) => cellText(textOf(one), csv)).join(",")}${csv.newline}`;
}

function cellText(text: string, { quoted }: CsvStyle): string {
  return quoted === "all" || /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
