import { readAudit } from "../../audit/read.ts";
import type { Audit } from "../../audit/types.ts";
import { type Comparison, comparisonOf, incomparable, type Kept } from "../../diagnosis/comparison.ts";
import { type Problem, ProblemsError } from "../../problems/problem.ts";
import { namesOf } from "../comparison.ts";
import { UsageError } from "../exit.ts";
import type { Host } from "../host.ts";
import { readStream } from "../input.ts";
import { placeOf } from "../place.ts";

/** A kept audit as it was read. */
export interface KeptText extends Kept {
  /** Of the file, letter by letter. */
  readonly text: string;
}

interface Reading {
  readonly kept: KeptText | null;
  readonly problems: readonly Problem[];
}

/** Reads one kept audit. Throws ProblemsError. */
export async function readKept(host: Host, file: string): Promise<KeptText> {
  const { kept, problems } = await reading(host, file, file === "-" ? "<stdin>" : file);
  if (kept === null) throw new ProblemsError(problems);
  return kept;
}

/** Two files of audits, by what the user called them. */
export interface TwoFiles {
  readonly before: string;
  readonly after: string;
}

/** Reads two kept audits and compares them. Throws UsageError where they are one file, ProblemsError with everything wrong with either. */
export async function readCompared(host: Host, { before, after }: TwoFiles): Promise<Comparison> {
  const places = [before, after].map((file) => (file === "-" ? "-" : placeOf(file)));
  if (places[0] === places[1])
    throw new UsageError(
      "Both audits are the same file.",
      "Give the earlier audit and the later one: trust-audit compare 2025.json 2026.json",
    );
  const [beforeName, afterName] = namesOf(before, after);
  const readings = await Promise.all([reading(host, before, beforeName), reading(host, after, afterName)]);
  const [old, now] = readings.map(({ kept }) => kept);
  if (old == null || now == null) throw new ProblemsError(readings.flatMap(({ problems }) => problems));
  const against = incomparable(old, now);
  if (against.length > 0) throw new ProblemsError(against);
  return comparisonOf(old, now);
}

async function reading(host: Host, file: string, name: string): Promise<Reading> {
  try {
    const text = await readStream(host.open(file), name);
    const { audit, problems } = await readAudit({ text, file: name });
    return { kept: audit === null ? null : { name, audit, text }, problems };
  } catch (error) {
    if (error instanceof ProblemsError) return { kept: null, problems: error.problems };
    throw error;
  }
}

/** Throws ProblemsError (PL001, exit 4) where the audit has no plan to carry out. */
export function needsPlan({ name, audit }: { readonly name: string; readonly audit: Audit }): void {
  const { steps, reason } = audit.plan;
  if (steps.length > 0) return;
  const why = reason ?? "no strategy answers its scores";
  throw new ProblemsError(
    [
      {
        code: "PL001",
        severity: "error",
        message: `${name} holds no plan: ${why.charAt(0).toLowerCase()}${why.slice(1).replace(/\.$/, "")}.`,
        help: "A plan answers scores below their target: trust-audit report shows what the audit holds.",
        place: { file: name },
      },
    ],
    4,
  );
}
