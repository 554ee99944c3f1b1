import type { Framework, Scale, Unit } from "../framework/types.ts";
import { blocksOf } from "../interview/blocks.ts";
import type { InterviewPlan, ItemQuestion } from "../interview/types.ts";
import { answerForm } from "./answer-form.ts";
import type { Instrument, InstrumentItem, InstrumentPart } from "./instrument.ts";
import { oneLine } from "./plain-text.ts";

/** What this program says itself is in English. */
const ENGLISH = "en";

/** The questionnaire of a plan, with what codebooks tell of its items. language: of the framework's texts, in two letters. */
export function buildInstrument(plan: InterviewPlan, framework: Framework, language: string = ENGLISH): Instrument {
  const english = language === ENGLISH;
  const { setup, audience, title, items } = plan;
  return {
    framework: { id: setup.framework.id, version: setup.framework.version },
    language,
    audience,
    form: setup.form,
    title: oneLine(title),
    intro: introOf(plan, english),
    closing: english ? "Thank you. Your answers have been recorded." : "",
    segments: setup.segments.map(({ name, options }) => ({ name: oneLine(name), options: options.map(oneLine) })),
    parts: blocksOf(items).map((run) => (english ? partOf(run, framework) : wordless(partOf(run, framework)))),
  };
}

const ANSWERS: Readonly<Record<Unit, string>> = {
  person: "Please do not write your name. Taking part is up to you, and so is every question.",
  self: "These are your answers about yourself.",
  consensus: "Fill it in once for all of you: talk each question over and choose what you agree on.",
  organisation: "Fill it in once, for the whole organisation.",
};

function introOf({ purpose, intro, unit, minutes, items }: InterviewPlan, english: boolean): readonly string[] {
  const time = `${items.length} question${items.length === 1 ? "" : "s"}, about ${minutes} minute${minutes === 1 ? "" : "s"}.`;
  return [purpose, intro ?? "", english ? `${ANSWERS[unit]} ${time}` : ""].map(oneLine).filter((text) => text !== "");
}

function partOf(run: readonly ItemQuestion[], framework: Framework): InstrumentPart {
  const items = run.map((question) => itemOf(question, framework));
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError("a part of the questionnaire without an item");
  const noun = run.some(({ text }) => text.trimEnd().endsWith("?")) ? "Question" : "Statement";
  const title = first.number === last.number ? `${noun} ${first.number}` : `${noun}s ${first.number} to ${last.number}`;
  return { title, prompt: promptOf(first.scale, run.length), answers: answerForm(first.scale), items };
}

/** Numbers need no language. */
function wordless(part: InstrumentPart): InstrumentPart {
  const [first, last] = [part.items[0]?.number, part.items.at(-1)?.number];
  const answers = part.answers.kind === "figure" ? { ...part.answers, hint: part.answers.unit } : part.answers;
  return { ...part, title: first === last ? `${first}` : `${first}–${last}`, prompt: "", answers };
}

function promptOf({ kind }: Scale, count: number): string {
  if (kind === "figure") return "Please write a number.";
  return count === 1 ? "Please choose one answer." : "Please choose one answer in each line.";
}

function itemOf({ id, number, text }: ItemQuestion, framework: Framework): InstrumentItem {
  const item = framework.items.find((one) => one.id === id);
  const dimension = framework.dimensions.find((one) => one.id === item?.dimension);
  return {
    id,
    number,
    text: oneLine(text),
    reverse: item?.reverse ?? false,
    weight: item?.weight ?? 1,
    dimension: dimension === undefined ? null : { id: dimension.id, title: oneLine(dimension.title) },
  };
}
