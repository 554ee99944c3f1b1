import { createInterface } from "node:readline";
import type { ContextQuestion } from "../../framework/types.ts";
import type { ContextAnswer } from "../../interview/types.ts";
import { cleanText } from "../../render/clean.ts";
import type { Desk } from "../desk.ts";

/** The way to leave a question open: it can be answered when the survey is scored. */
const OPEN = "I don't know yet";

/** Whoever runs the survey says it once, before anybody sits down; it is no part of anybody's answers. */
export async function askContext(
  desk: Desk,
  questions: readonly ContextQuestion[],
): Promise<readonly ContextAnswer[] | "interrupted"> {
  const what = questions.length === 1 ? "1 question" : `${questions.length} questions`;
  desk.output.write(`\nFirst, ${what} about the whole survey.\nThe answer steers the advice, and never a score.\n\n`);
  return desk.plain ? askInLines(desk, questions) : askByArrows(desk, questions);
}

async function askByArrows(
  desk: Desk,
  questions: readonly ContextQuestion[],
): Promise<readonly ContextAnswer[] | "interrupted"> {
  const { choose } = await import("../prompts/choose.ts");
  const answers: ContextAnswer[] = [];
  for (const { id, title, options } of questions) {
    const choices = options.map((option) => ({ name: cleanText(option.title), value: option.id }));
    const chosen = await choose<string | null>(desk, cleanText(title), [...choices, { name: OPEN, value: null }]);
    if (chosen === "interrupted") return chosen;
    if (chosen !== null) answers.push({ question: id, option: chosen });
  }
  return answers;
}

/** One reader for all of them: lines typed ahead are not lost between two questions. */
function askInLines(
  { input, output }: Desk,
  questions: readonly ContextQuestion[],
): Promise<readonly ContextAnswer[] | "interrupted"> {
  const open = [...questions];
  const answers: ContextAnswer[] = [];
  const lines = createInterface({ input, terminal: false });
  return new Promise((resolve) => {
    const show = () => output.write(`${textOf(open[0])}\n> `);
    // Nothing is under way yet: a terminal that is gone, and Ctrl-C, end it with nothing kept.
    lines.on("error", () => lines.close());
    lines.once("close", () => resolve(open.length === 0 ? answers : "interrupted"));
    lines.on("line", (line) => {
      const [question] = open;
      if (question === undefined) return;
      const chosen = chosenIn(question, line);
      if (chosen === undefined) {
        output.write(`Type a number from 1 to ${question.options.length + 1}.\n> `);
        return;
      }
      if (chosen !== null) answers.push({ question: question.id, option: chosen });
      open.shift();
      output.write("\n");
      if (open.length === 0) lines.close();
      else show();
    });
    show();
  });
}

function textOf(question: ContextQuestion | undefined): string {
  if (question === undefined) return "";
  const options = [...question.options.map(({ title }) => title), `${OPEN} (or Enter)`];
  return [question.title, ...options.map((option, at) => `${at + 1}. ${option}`)]
    .map((line) => cleanText(line))
    .join("\n");
}

/** Id of the option; null: left open; undefined: it is no number of these. */
function chosenIn({ options }: ContextQuestion, line: string): string | null | undefined {
  const text = line.trim();
  if (text === "" || text === String(options.length + 1)) return null;
  return /^\d+$/.test(text) ? options[Number(text) - 1]?.id : undefined;
}
