import { type AsideCodes, asideCodes } from "./answer-form.ts";
import type { AnswerForm, Instrument } from "./instrument.ts";
import { byteLength, cutBytes, oneLine } from "./plain-text.ts";
import { spssNames } from "./spss-names.ts";

/** In bytes. */
const MOST = { line: 251, variableLabel: 255, valueLabel: 120 };

/** One variable, and how its item is answered. */
interface Variable {
  readonly name: string;
  readonly label: string;
  readonly answers: AnswerForm;
}

/**
 * SPSS syntax that labels a dataset already open, by the names of its variables: columns that are read by their place could
 * be taken for each other in silence.
 */
export function codebookSpss(instrument: Instrument): string {
  const { framework, audience, form } = instrument;
  const aside = asideCodes(
    instrument.parts.map(({ answers }) => answers),
    "below",
  );
  const variables = variablesOf(instrument);
  const head = [
    "* Encoding: UTF-8.",
    `* ${framework.id} ${framework.version}, audience ${audience}, form ${form ?? "full"}.`,
    "* Open the answers as numbers first, with item ids as the names of the variables, then run this.",
    `* Not applicable is ${aside.notApplicable} and do not know is ${aside.dontKnow}: write them so where the file has words.`,
    ...renamed(instrument, variables),
  ];
  return `${[...head, ...commands(variables, aside)].join("\n")}\n`;
}

function commands(variables: readonly Variable[], aside: AsideCodes): readonly string[] {
  const names = wrapped(variables.map(({ name }) => name));
  const scales = new Map(variables.map(({ answers }) => [answers.scale.id, answers]));
  const missing = `(${aside.dontKnow}, ${aside.notApplicable})`;
  return [
    "VARIABLE LABELS",
    ...slashed(variables.map(({ name, label }) => labelled(` ${name}`, cutBytes(label, MOST.variableLabel)))),
    "VALUE LABELS",
    ...slashed(
      [...scales].map(([id, answers]) =>
        valueLabels(
          variables.filter((one) => one.answers.scale.id === id),
          answers,
          aside,
        ),
      ),
    ),
    "MISSING VALUES",
    ...names,
    ` ${missing}.`,
    ...[...scales.values()].flatMap((answers) => {
      const own = wrapped(variables.filter((one) => one.answers.scale.id === answers.scale.id).map(({ name }) => name));
      return ["VARIABLE LEVEL", ...own, ` (${answers.kind === "figure" ? "SCALE" : "ORDINAL"}).`];
    }),
  ];
}

function variablesOf({ parts }: Instrument): readonly Variable[] {
  const rows = parts.flatMap(({ items, answers }) => items.map((item) => ({ item, answers })));
  const names = spssNames(rows.map(({ item }) => item.id));
  return rows.map(({ item, answers }, at) => ({
    name: names[at] ?? "",
    label: `${item.reverse ? "(R) " : ""}${item.text}`,
    answers,
  }));
}

/** Which names differ from the items' ids; (R) is explained where it is used. */
function renamed({ parts }: Instrument, variables: readonly Variable[]): readonly string[] {
  const items = parts.flatMap((part) => part.items);
  const other = items.flatMap(({ id }, at) => {
    const name = variables[at]?.name ?? id;
    return name === id ? [] : [`* The item ${id} is called ${name} here.`];
  });
  return [...(items.some(({ reverse }) => reverse) ? ["* (R) marks items keyed the other way round."] : []), ...other];
}

function valueLabels(variables: readonly Variable[], answers: AnswerForm, aside: AsideCodes): readonly string[] {
  const words = [
    { code: aside.notApplicable, label: "Not applicable" },
    { code: aside.dontKnow, label: "Don't know" },
  ];
  const labels = answers.kind === "figure" ? words : [...answers.choices, ...words];
  return [
    ...wrapped(variables.map(({ name }) => name)),
    ...labels.flatMap(({ code, label }) => labelled(`  ${code}`, cutBytes(label, MOST.valueLabel))),
  ];
}

/** Entries of a command with a slash before each but the first, and the full stop behind the last. */
function slashed(entries: readonly (readonly string[])[]): readonly string[] {
  const lines = entries.flatMap(([first = "", ...others], at) => [
    at === 0 ? first : ` /${first.trimStart()}`,
    ...others,
  ]);
  return lines.map((line, at) => (at === lines.length - 1 ? `${line}.` : line));
}

/** What is labelled and its label: on one line where they fit. */
function labelled(what: string, label: string): readonly string[] {
  const [piece = "", ...others] = literal(label);
  const line = `${what} ${piece.trimStart()}`;
  return others.length === 0 && byteLength(line) < MOST.line ? [line] : [what, piece, ...others];
}

/** A string in as many lines as it needs, joined by +. A quotation mark within is doubled. */
function literal(text: string): readonly string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const sign of oneLine(text).replaceAll("'", "''").match(/''|./gsu) ?? []) {
    if (byteLength(piece) + byteLength(sign) > MOST.line - 12) {
      pieces.push(piece);
      piece = "";
    }
    piece += sign;
  }
  return [...pieces, piece].map((one, at) => `   ${at === 0 ? "" : "+ "}'${one}'`);
}

/** Names on as few lines as they fit. */
function wrapped(names: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const name of names) {
    const last = lines.at(-1);
    if (last === undefined || last.length + name.length + 1 > 100) lines.push(` ${name}`);
    else lines[lines.length - 1] = `${last} ${name}`;
  }
  return lines;
}
