import { statSync } from "node:fs";
import { type Problem, ProblemsError } from "../problems/problem.ts";
import type { RespondentTable } from "../sinks/respondents.ts";
import { UsageError } from "./exit.ts";
import type { Host } from "./host.ts";
import { notWritten, type OutputTarget } from "./output.ts";
import { placeOf } from "./place.ts";
import { createDraft } from "./respondents-draft.ts";
import { keyOf } from "./respondents-key.ts";

interface RespondentFlags {
  readonly respondents?: string;
  readonly key?: string;
  readonly id?: string;
  readonly explain?: string;
}

/** A file of scored respondents on its way. End it with `keep` or `discard`. */
export interface RespondentFile {
  readonly table: RespondentTable;
  /** Puts it in its place; why that could not be: problems (OUT001). */
  keep(): readonly Problem[];
  /** Leaves nothing of it. */
  discard(): void;
  /** What whoever keeps it must know. */
  readonly notes: readonly Problem[];
}

/**
 * Refuses what cannot be before anything is read. read: files that this run reads, but for the key; "-" is none.
 * Throws UsageError.
 */
export function checkRespondents(
  { respondents, key, id, explain }: RespondentFlags,
  { read, targets }: { readonly read: readonly string[]; readonly targets: readonly OutputTarget[] },
): void {
  if (respondents === undefined) {
    if (key === undefined) return;
    throw new UsageError("--key is the key to the ids of --respondents, which is not given.", "Leave --key out.");
  }
  if (key !== undefined && id === undefined)
    throw new UsageError("--key needs --id: it turns the ids of that column into codes.", "Name the column of ids.");
  if (explain !== undefined)
    throw new UsageError("--explain and --respondents do not go together.", "Run score once for each.");
  if (respondents === "" || respondents === "-" || !canBeFile(respondents))
    throw new UsageError(
      "--respondents needs the name of a file: one row a person is not for the screen, nor for a pipe.",
      "Give it a name: --respondents people.csv",
    );
  const isSame = (other: string): boolean => other !== "-" && placeOf(other) === placeOf(respondents);
  const clash = read.find(isSame);
  if (clash !== undefined) throw overwriting(clash, "which is read in this run");
  const output = targets.flatMap(({ path }) => path ?? []).find(isSame);
  if (output !== undefined) throw overwriting(output, "which -o writes");
  if (key !== undefined) refuseKeyElsewhere(key, { read, written: [respondents, ...targets.map((one) => one.path)] });
}

/** A key is a file of its own: a report would be written over it, or its bytes be read as answers. */
function refuseKeyElsewhere(
  key: string,
  { read, written }: { readonly read: readonly string[]; readonly written: readonly (string | null)[] },
): void {
  const isKey = (other: string | null): boolean =>
    other !== null && (other === "-" || key === "-" ? other === key : placeOf(other) === placeOf(key));
  if (written.filter((one) => one !== "-").some(isKey))
    throw new UsageError(`${key} is the key, and would be written over.`, "Give the output another name.");
  if (read.some(isKey))
    throw new UsageError(`--key ${key}: this is read as something else, too.`, "Keep the key in a file of its own.");
}

function overwriting(file: string, why: string): UsageError {
  return new UsageError(`--respondents would write over ${file}, ${why}.`, "Give it another name.");
}

/** There is nothing, or a file. */
function canBeFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? true;
}

/** Begins the file, if one is asked for; null: none is. Throws UsageError, ProblemsError (IN001) for the key. */
export async function openRespondents(host: Host, flags: RespondentFlags): Promise<RespondentFile | null> {
  const { respondents: path, id } = flags;
  if (path === undefined) return null;
  const key = id === undefined ? null : await keyOf(host, flags.key);
  const { write, keep, discard } = createDraft(path);
  return {
    table: { write, key },
    notes: [notAnonymous(path), ...(id !== undefined && key === null ? [WITHOUT_IDS] : [])],
    keep: () => {
      const failure = keep();
      return failure === null ? [] : [notWritten(path, failure)];
    },
    discard,
  };
}

/** Keeps the file when the work is done, and nothing of it when that fails. */
export async function withRespondents<Result>(
  file: RespondentFile | null,
  work: (table: RespondentTable | null) => Promise<Result>,
): Promise<{ readonly result: Result; readonly unwritten: readonly Problem[] }> {
  try {
    const result = await work(file?.table ?? null);
    return { result, unwritten: file?.keep() ?? [] };
  } catch (error) {
    file?.discard();
    throw error;
  }
}

/** One output that could not be written does not keep the others back; all that could not are told at the end. Throws ProblemsError. */
export async function alsoUnwritten(unwritten: readonly Problem[], draw: () => Promise<void>): Promise<void> {
  try {
    await draw();
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    throw new ProblemsError([...unwritten, ...error.problems]);
  }
  if (unwritten.length > 0) throw new ProblemsError(unwritten);
}

function notAnonymous(path: string): Problem {
  return {
    code: "RS001",
    severity: "warning",
    message: `${path} has a row for each respondent: it is not anonymous, and no minimum group protects anybody in it.`,
    help: "Only you can read it. Keep it where only those may read it who must, do not pass it on, and delete it when it is no longer needed.",
    place: { file: path },
  };
}

const WITHOUT_IDS: Problem = {
  code: "RS002",
  severity: "warning",
  message: "There is no column of ids in the file of respondents: ids go there only as codes, under a secret key.",
  help: "Give a key of your own with --key FILE or in TRUST_AUDIT_KEY (openssl rand -hex 32 > key.txt); rows can be found by their number until then.",
};
