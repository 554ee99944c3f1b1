import type { Framework } from "../framework/types.ts";
import { type Problem, ProblemsError } from "../problems/problem.ts";
import type { DialectName } from "../response/table-head.ts";
import { openTable } from "../sources/table/open.ts";
import type { TableInput, TableSource } from "../sources/table/source.ts";
import { planReading, type Reading, type ReadingRequest } from "./reading.ts";

export interface InputsRequest extends ReadingRequest {
  readonly inputs: readonly TableInput[];
  readonly dialect: DialectName | null;
}

/** Opened exports, not yet read, and how they will be. */
export interface OpenedInputs {
  readonly sources: readonly TableSource[];
  readonly reading: Reading;
}

/**
 * Opens every file and plans how it is read, before a row of any is taken. What is wrong with any head, and with the
 * columns of those that could be opened, is told together; then every file is closed. Throws ProblemsError.
 */
export async function openInputs(framework: Framework, request: InputsRequest): Promise<OpenedInputs> {
  const options = { dialect: request.dialect ?? undefined };
  const opened = await Promise.allSettled(request.inputs.map((input) => openTable(input, options)));
  const sources = opened.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const failures = opened.flatMap((one): readonly unknown[] => (one.status === "rejected" ? [one.reason] : []));
  try {
    const problems = failures.flatMap(problemsOf);
    const reading = sources.length === 0 ? null : plan(framework, sources, { request, problems });
    if (reading === null || problems.length > 0) throw new ProblemsError(problems);
    return { sources, reading };
  } catch (error) {
    for (const source of sources) source.close();
    throw error;
  }
}

function plan(
  framework: Framework,
  sources: readonly TableSource[],
  { request, problems }: { readonly request: ReadingRequest; readonly problems: Problem[] },
): Reading | null {
  const heads = sources.map((source) => source.head);
  try {
    return planReading(framework, heads, request);
  } catch (error) {
    problems.push(...problemsOf(error));
    return null;
  }
}

/** What is no problem of the user's goes on as it is. */
function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof ProblemsError) return error.problems;
  throw error;
}
