import type { Complaint, Path } from "../framework/complaint.ts";
import { validateProject } from "../framework/schema/validate.ts";
import { problemsOf } from "../framework/yaml/locate.ts";
import { parseYaml } from "../framework/yaml/parse.ts";
import { inReadingOrder } from "../problems/order.ts";
import type { Place, Problem } from "../problems/problem.ts";
import type { ProjectDocument } from "./document.ts";
import { lintProject } from "./lint.ts";
import { projectOf } from "./settings.ts";
import type { Project } from "./types.ts";

/** Project is null when a problem is an error. */
export interface ProjectReading {
  readonly project: Project | null;
  readonly problems: readonly Problem[];
}

/**
 * Reads a project file: YAML → schema → lint. All problems at once, each at its place. folder: where the file stands, for
 * the paths in it.
 */
export async function readProjectText(input: {
  readonly text: string;
  readonly file: string;
  readonly folder: string;
}): Promise<ProjectReading> {
  const { value, source, problems } = parseYaml(input);
  if (source === null) return { project: null, problems: problems.map(ofProject) };
  const { complaints, salvaged, beside } = await validateProject(value);
  const linted = salvaged === null ? [] : beside(lintProject(salvaged.value as ProjectDocument));
  const found = inReadingOrder([...problems, ...problemsOf([...complaints, ...linted], source)]);
  if (found.length > 0) return { project: null, problems: found.map(ofProject) };
  const { file, folder } = input;
  const placeOf = (path: Path): Place => {
    const complaint: Complaint = { code: "", path, message: "" };
    return problemsOf([complaint], source)[0]?.place ?? { file };
  };
  return { project: projectOf(value as ProjectDocument, { file, folder, placeOf }), problems: [] };
}

/** What the reader of YAML says of frameworks, said of a project file. */
const HELP: Readonly<Record<string, string>> = {
  FW001: "A project file is a few kilobytes; at most 1 MB is read. Check that this is the right file.",
  FW004: "Have one written: trust-audit init. A folder without one needs no empty file.",
  FW005: "A project file needs four levels at most; look for stray brackets or dashes.",
  FW006: "Keep one project in one file, and remove the line `---` or `...` between them.",
  FW012: "Remove it; a project file is plain YAML 1.2. A text that begins so goes in quotation marks.",
};

function ofProject(problem: Problem): Problem {
  const message = problem.message.replace("to be a framework", "to be a project file");
  const help = HELP[problem.code] ?? problem.help?.replace(/A framework begins with .*/, BEGINS);
  return { ...problem, message, ...(help === undefined ? {} : { help }) };
}

const BEGINS = "A project file begins with a line such as `framework: trust-equation`.";
