import type { Complaint, Path } from "../../framework/complaint.ts";
import { validateMapping } from "../../framework/schema/validate.ts";
import { problemsOf } from "../../framework/yaml/locate.ts";
import { parseYaml } from "../../framework/yaml/parse.ts";
import { inReadingOrder } from "../../problems/order.ts";
import type { Place, Problem } from "../../problems/problem.ts";
import type { AnswersDocument, ColumnDocument, MappingDocument } from "./document.ts";
import { lintMapping } from "./lint.ts";
import type { MappedAnswers, MappedCode, MappedColumn, Mapping } from "./types.ts";

/** Mapping is null when a problem is an error. */
export interface MappingReading {
  readonly mapping: Mapping | null;
  readonly problems: readonly Problem[];
}

/** Reads a mapping: YAML → schema → lint. All problems at once, each at its place. hash: SHA-256 of the text, hex. */
export async function readMapping(input: {
  readonly text: string;
  readonly file: string;
  readonly hash: string;
}): Promise<MappingReading> {
  const { value, source, problems } = parseYaml(input);
  if (source === null) return { mapping: null, problems: problems.map(ofMapping) };
  const { complaints, salvaged } = await validateMapping(value);
  const linted = complaints.length === 0 && salvaged !== null ? lintMapping(value as MappingDocument) : [];
  const found = inReadingOrder([...problems, ...problemsOf([...complaints, ...linted], source)]);
  if (found.length > 0) return { mapping: null, problems: found.map(ofMapping) };
  const placeOf = (path: Path): Place => {
    const complaint: Complaint = { code: "", path, message: "" };
    return problemsOf([complaint], source)[0]?.place ?? { file: input.file };
  };
  return { mapping: { ...decisions(value as MappingDocument), ...input, placeOf }, problems: [] };
}

function decisions(document: MappingDocument): Omit<Mapping, "file" | "hash" | "placeOf"> {
  return {
    framework: { id: document.framework, version: document.framework_version },
    dialect: document.dialect,
    sheet: document.sheet ?? null,
    audience: document.audience ?? null,
    form: document.form ?? null,
    columns: document.columns.map(columnOf),
    answers: document.answers.map(answersOf),
  };
}

function columnOf({ header, occurrence, use, item, question, name }: ColumnDocument): MappedColumn {
  const absent = { item: item ?? null, question: question ?? null, name: name ?? null };
  return { header, occurrence: occurrence ?? 1, use, ...absent };
}

function answersOf({ scale, items, codes }: AnswersDocument): MappedAnswers {
  return {
    scale,
    items: items === "all" ? null : items,
    codes: new Map(Object.entries(codes) as readonly (readonly [string, MappedCode])[]),
  };
}

/** What the reader of YAML says of frameworks, said of a mapping. */
const HELP: Readonly<Record<string, string>> = {
  FW001: "A mapping is a few tens of kilobytes; at most 1 MB is read. Check that this is the right file.",
  FW004: "Have one written: trust-audit map FILE -f FRAMEWORK -o mapping.yaml",
  FW005: "A mapping needs four levels at most; look for stray brackets or dashes.",
  FW006: "Keep one mapping in one file, and remove the line `---` or `...` between them.",
};

function ofMapping(problem: Problem): Problem {
  const message = problem.message.replace("to be a framework", "to be a mapping");
  const help = HELP[problem.code] ?? problem.help?.replace(/A framework begins with .*/, BEGINS);
  return { ...problem, message, ...(help === undefined ? {} : { help }) };
}

const BEGINS = "A mapping begins with lines such as `format: 1` and `framework: trust-equation`.";
