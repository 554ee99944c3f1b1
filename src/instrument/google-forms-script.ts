import { offeredTexts } from "./answer-form.ts";
import { figureHelp } from "./headings.ts";
import type {
  AnswerForm,
  ChoiceForm,
  Instrument,
  InstrumentItem,
  InstrumentPart,
  InstrumentSegment,
} from "./instrument.ts";

/** More columns than this do not fit a grid: there it is a list to open. */
const MOST_COLUMNS = 11;
/** Bounds of Google's linear scale. */
const SCALE = { lowest: [0, 1], leastHigh: 3, mostHigh: 10 };

/**
 * An Apps Script that makes the form in the account of whoever runs it. Its exports name a grid's columns `Title [wording]`
 * and every other column by its wording.
 */
export function googleFormsScript(instrument: Instrument): string {
  const { framework, audience, form } = instrument;
  const body = [
    `var form = FormApp.create(${quoted(instrument.title)});`,
    `form.setDescription(${quoted(instrument.intro.join("\n\n"))});`,
    ...(instrument.closing === "" ? [] : [`form.setConfirmationMessage(${quoted(instrument.closing)});`]),
    "// Nobody is asked to sign in, and no address is kept.",
    "form.setCollectEmail(false);",
    "form.setLimitOneResponsePerUser(false);",
    "form.setAllowResponseEdits(false);",
    "form.setPublishingSummary(false);",
    "form.setShuffleQuestions(false);",
    "form.setProgressBar(true);",
    ...instrument.segments.flatMap(segmentLines),
    ...instrument.parts.flatMap((part) => partLines(part, instrument.language)),
    'Logger.log("To edit: " + form.getEditUrl());',
    'Logger.log("To answer: " + form.getPublishedUrl());',
  ];
  return [
    "// Paste this into a new project at script.google.com, choose makeForm and press Run; the log then shows two addresses.",
    `// ${framework.id} ${framework.version}, audience ${audience}, form ${form ?? "full"}. Leave the wording as it is: answers are recognised by it.`,
    "function makeForm() {",
    ...body.map((line) => `  ${line}`),
    "}",
    "",
  ].join("\n");
}

function segmentLines({ name, options }: InstrumentSegment): readonly string[] {
  return options.length === 0
    ? itemLines("addTextItem", name, [])
    : itemLines("addMultipleChoiceItem", name, [`.setChoiceValues(${list(options)})`]);
}

/** What Google calls an item's column. */
export function googleHeading({ text }: InstrumentItem, { title, answers }: InstrumentPart): string {
  return isGrid(answers) ? `${title} [${text}]` : text;
}

function isGrid(answers: AnswerForm): boolean {
  if (answers.kind === "figure" || linearScale(answers) !== null) return false;
  return offeredTexts(answers).length <= MOST_COLUMNS;
}

function partLines(part: InstrumentPart, language: string): readonly string[] {
  const { answers, items, title, prompt } = part;
  if (answers.kind === "figure")
    return items.flatMap(({ text }) =>
      itemLines("addTextItem", text, [`.setHelpText(${quoted(figureHelp(answers, language))})`]),
    );
  const scale = linearScale(answers);
  if (scale !== null) return items.flatMap(({ text }) => itemLines("addScaleItem", text, scale));
  const offered = list(offeredTexts(answers));
  if (!isGrid(answers))
    return items.flatMap(({ text }) => itemLines("addListItem", text, [`.setChoiceValues(${offered})`]));
  return itemLines("addGridItem", title, [
    `.setHelpText(${quoted(prompt)})`,
    `.setRows(${list(items.map(({ text }) => text))})`,
    `.setColumns(${offered})`,
  ]);
}

/** Null: Google has no such scale. */
function linearScale({ ruler, choices }: ChoiceForm): readonly string[] | null {
  const low = choices[0]?.code ?? Number.NaN;
  const high = choices.at(-1)?.code ?? Number.NaN;
  const fits = SCALE.lowest.includes(low) && high >= SCALE.leastHigh && high <= SCALE.mostHigh;
  if (ruler === null || !fits) return null;
  return [`.setBounds(${low}, ${high})`, `.setLabels(${quoted(ruler.low)}, ${quoted(ruler.high)})`];
}

function itemLines(method: string, title: string, calls: readonly string[]): readonly string[] {
  return [
    `form.${method}()`,
    ...[`.setTitle(${quoted(title)})`, ...calls].map((call) => `  ${call}`),
    "  .setRequired(false);",
  ];
}

function list(texts: readonly string[]): string {
  return `[${texts.map(quoted).join(", ")}]`;
}

/** A string of JavaScript that ends neither a line nor a script. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[<\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
