import { type AskedQuestion, shown } from "../asked.ts";

/**
 * Rules of Qualtrics' Advanced Format, from "Import & Export Surveys", section "Preparing an Advanced Format TXT File"
 * (https://www.qualtrics.com/support/survey-platform/survey-module/survey-tools/import-and-export-surveys/), and an older
 * copy of the same page (http://www.qualtrics.com/university/researchsuite/advanced-building/advanced-options-drop-down/importing-and-exporting-surveys).
 */
const QUALTRICS = {
  /** The first line of the file. */
  first: "[[AdvancedFormat]]",
  tags: [
    /^\[\[AdvancedFormat\]\]$/,
    /^\[\[Block(?::[^[\]]+)?\]\]$/,
    /^\[\[PageBreak\]\]$/,
    /^\[\[Question:(?:DB|TE(?::SingleLine)?|MC:SingleAnswer:(?:Horizontal|Vertical))\]\]$/,
    /^\[\[ID:[A-Za-z][A-Za-z0-9_]*\]\]$/,
    /^\[\[Choices\]\]$/,
    /^\[\[AdvancedChoices\]\]$/,
    /^\[\[Choice(?::-?\d+)?\]\]$/,
  ],
  /** Piped text. */
  runs: /\$\{/,
} as const;

/** What is against the rules, in words. */
export function qualtricsFaults(text: string): readonly string[] {
  const lines = text.split("\n");
  const faults = lines.flatMap((line) => {
    if (QUALTRICS.runs.test(line)) return [`a text that runs: ${line}`];
    if (!/\[\[|\]\]/.test(line)) return [];
    return QUALTRICS.tags.some((tag) => tag.test(line)) ? [] : [`no such tag: ${line}`];
  });
  const ids = lines.filter((line) => line.startsWith("[[ID:")).map((line) => line.toLowerCase());
  return [
    ...(lines[0] === QUALTRICS.first ? [] : ["the first line"]),
    ...faults,
    ...(new Set(ids).size === ids.length ? [] : ["an id twice"]),
  ];
}

/** The questions in order, under their ids; descriptions are none. */
export function qualtricsQuestions(text: string): readonly AskedQuestion[] {
  return text
    .split(/(?=^\[\[(?:Question|Block)[:\]])/m)
    .filter((part) => /^\[\[Question:(?:MC|TE)/.test(part))
    .map((part) => {
      const lines = part.split("\n").filter((line) => line !== "");
      const header = /^\[\[ID:(.*)\]\]$/.exec(lines[1] ?? "")?.[1] ?? "";
      const plain = lines.indexOf("[[Choices]]");
      const coded = lines.indexOf("[[AdvancedChoices]]");
      const choices =
        plain >= 0
          ? lines.slice(plain + 1).map((choice, at) => ({ code: String(at + 1), text: shown(choice) }))
          : coded >= 0
            ? pairs(lines.slice(coded + 1))
            : null;
      return { header, wording: shown(lines[2] ?? ""), choices };
    });
}

function pairs(lines: readonly string[]): readonly { code: string; text: string }[] {
  return lines.flatMap((line, at) => {
    const code = /^\[\[Choice:(-?\d+)\]\]$/.exec(line)?.[1];
    return code === undefined ? [] : [{ code, text: shown(lines[at + 1] ?? "") }];
  });
}
