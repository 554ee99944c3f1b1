import { hasErrors, inReadingOrder } from "../problems/order.ts";
import type { Problem } from "../problems/problem.ts";
import { compileFramework } from "./compile.ts";
import type { Complaint } from "./complaint.ts";
import type { FrameworkDocument } from "./document.ts";
import type { LintInput } from "./lint/context.ts";
import { lintFramework } from "./lint/lint.ts";
import { validateFramework } from "./schema/validate.ts";
import type { Framework, Strategy } from "./types.ts";
import { problemsOf } from "./yaml/locate.ts";
import { parseYaml } from "./yaml/parse.ts";

export interface FrameworkText {
  readonly text: string;
  /** As the reader of a message should see it. */
  readonly file: string;
  /** Strategies that findings and the plan may name; without it nothing is said about them. */
  readonly catalogue?: readonly Strategy[];
  /** SHA-256 of the text, hex. */
  readonly hash: string;
  /** Also says what could be worded more plainly (FW150–FW159): for whoever writes the framework. */
  readonly wording?: boolean;
}

/** Framework and document are null when a problem is an error; warnings stand beside them. */
export interface FrameworkReading {
  readonly framework: Framework | null;
  readonly document: FrameworkDocument | null;
  readonly problems: readonly Problem[];
}

/**
 * Reads a framework: YAML → schema → lint → compiled. All problems at once, in the order of the file. The linter also
 * runs beside errors of the schema as long as ids, references, numbers and lists have their shape.
 */
export async function readFramework(input: FrameworkText): Promise<FrameworkReading> {
  const { text, file, catalogue, hash, wording = false } = input;
  const { value, source, problems } = parseYaml({ text, file });
  if (source === null) return { framework: null, document: null, problems };
  const { complaints, salvaged, beside } = await validateFramework(value);
  const linted =
    salvaged === null
      ? []
      : await lint({ document: salvaged.value as FrameworkDocument, doubts: salvaged.doubts, catalogue }, wording);
  const found = inReadingOrder([...problems, ...problemsOf([...complaints, ...beside(linted)], source)]);
  if (hasErrors(found)) return { framework: null, document: null, problems: found };
  const document = value as FrameworkDocument;
  return { framework: compileFramework(document, hash), document, problems: found };
}

/** What is said of wording counts syllables by rules and lists of its own: loaded only where it is asked for. */
async function lint(input: LintInput, wording: boolean): Promise<readonly Complaint[]> {
  const found = lintFramework(input);
  if (!wording) return found;
  const { lintWording } = await import("./lint/wording-items.ts");
  return [...found, ...lintWording(input)];
}
