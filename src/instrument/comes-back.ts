import type { Framework } from "../framework/types.ts";
import { type Problem, ProblemsError } from "../problems/problem.ts";
import { quote } from "../problems/quote.ts";
import { answerTable, codeAnswer } from "../response/answers/answers.ts";
import { createItemIndex } from "../response/columns/item-index.ts";
import { offeredTexts } from "./answer-form.ts";
import { type Instrument, type InstrumentItem, type InstrumentPart, itemsOf } from "./instrument.ts";

export type Heading = (item: InstrumentItem, part: InstrumentPart) => string;

/**
 * What a tool sends back is read by the same rules as every export: before anything is written, each column and each answer
 * is read back here. Throws ProblemsError (EX001–EX003).
 * heading: what the tool will call an item's column.
 */
export function refuseLost(instrument: Instrument, framework: Framework, heading: Heading): void {
  if (itemsOf(instrument).length === 0) throw new ProblemsError([nothingAsked(instrument)]);
  const problems = [...lostColumns(instrument, framework, heading), ...lostAnswers(instrument, framework)];
  if (problems.length > 0) throw new ProblemsError(problems);
}

function nothingAsked({ framework, audience }: Instrument): Problem {
  return {
    code: "EX003",
    severity: "error",
    message: `${framework.id} asks ${audience} nothing.`,
    help: "Choose another audience or form.",
  };
}

function lostColumns(instrument: Instrument, framework: Framework, heading: Heading): readonly Problem[] {
  const index = createItemIndex(framework, instrument.audience);
  const columns = instrument.parts.flatMap((part) => part.items.map((item) => ({ item, header: heading(item, part) })));
  return columns.flatMap(({ item, header }): readonly Problem[] => {
    const found = index(header)?.items.map(({ id }) => id) ?? [];
    if (found.length === 1 && found[0] === item.id) return [];
    const others = found.filter((id) => id !== item.id);
    const read = others.length === 0 ? "no item" : `${others.join(", ")}${found.includes(item.id) ? " too" : ""}`;
    return [
      {
        code: "EX001",
        severity: "error",
        message: `The column of ${item.id}, ${quote(header)}, would be read back as ${read}.`,
        help: "This tool tells its columns by their wording. Word the items differently, or choose a shape that names columns by item id: limesurvey-tsv, qualtrics-txt, csv-template.",
      },
    ];
  });
}

function lostAnswers(instrument: Instrument, framework: Framework): readonly Problem[] {
  const asked = new Map(instrument.parts.map(({ answers }) => [answers.scale.id, answers]));
  return [...asked].flatMap(([id, answers]): readonly Problem[] => {
    const scale = framework.scales.get(id);
    if (answers.kind === "figure" || scale === undefined) return [];
    const table = answerTable("", scale);
    const texts = offeredTexts(answers);
    const lost = answers.choices.filter(
      ({ text, code }) =>
        [text, String(code)].some((cell) => codeAnswer(table, cell) !== code) ||
        texts.filter((one) => one === text).length > 1,
    );
    return lost.map(({ text, code }) => ({
      code: "EX002",
      severity: "error",
      message: `The answer ${quote(text)} of the scale "${id}" would not be read back as ${code}.`,
      help: "Give the points of the scale labels that differ from each other, from the codes of other points and from the words for not applicable.",
    }));
  });
}
