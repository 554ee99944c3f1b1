import { ProblemsError } from "../../problems/problem.ts";
import { EXIT, UsageError } from "../exit.ts";
import { PAGE_FORMATS } from "../formats.ts";
import type { Host } from "../host.ts";
import { parseTargets } from "../output.ts";
import { writePages } from "../pages.ts";
import { refuseOverwriting, refuseTwice } from "../paths.ts";
import { dayOf, monthsFrom } from "../plan/dates.ts";
import { needsPlan, readCompared, type TwoFiles } from "../plan/kept.ts";
import { reviewOf } from "../plan/review.ts";
import { reviewJson, reviewSheet } from "../plan/review-sheet.ts";
import { readTracked } from "../plan/tracked.ts";

export interface ReviewFlags {
  readonly output?: readonly string[];
  readonly tracked?: string;
  readonly months?: string;
  readonly start?: string;
  readonly on?: string;
}

/** `plan review`: the steps of the earlier plan against what has changed since. Ends with 4 where nothing of the change is shown. */
export async function runPlanReview(host: Host, files: TwoFiles, flags: ReviewFlags): Promise<number> {
  const targets = parseTargets(flags.output ?? ["terminal"], PAGE_FORMATS);
  const months = monthsOf(flags);
  const { tracked } = flags;
  if (tracked !== undefined) refuseTwice([files.before, files.after, tracked]);
  refuseOverwriting([files.before, files.after, tracked ?? "-"], targets);
  const comparison = await readCompared(host, files);
  if (comparison.kind === "gap") throw otherAudience(files.after);
  needsPlan(comparison.before);
  const name = tracked === "-" ? "<stdin>" : (tracked ?? "");
  const kept = tracked === undefined ? null : await readTracked({ name, open: () => host.open(tracked) });
  const review = reviewOf({ comparison, tracked: kept, months });
  await writePages(host, { sheet: () => reviewSheet(review), json: () => reviewJson(review) }, targets);
  return comparison.change.reason === null ? EXIT.done : EXIT.nothingToScore;
}

/** Months between the waves, 0 or more; null where nothing is said. Throws UsageError. */
function monthsOf({ months, start, on }: ReviewFlags): number | null {
  if (months !== undefined && (start !== undefined || on !== undefined))
    throw new UsageError("--months and --start with --on say the same twice.", "Give one of them.");
  if (months !== undefined) {
    if (!/^\d{1,3}(\.\d)?$/.test(months))
      throw new UsageError(
        `--months ${months}: that is no number of months.`,
        "Months between the two surveys: --months 6",
      );
    return Number(months);
  }
  if (start === undefined && on === undefined) return null;
  if (start === undefined || on === undefined)
    throw new UsageError(
      "--start and --on go together.",
      "When the plan began and when the later survey was: --start 2026-01-15 --on 2026-09-01",
    );
  const passed = monthsFrom(dayOf(start, "--start"), dayOf(on, "--on"));
  if (passed < 0) throw new UsageError("--on is earlier than --start.", "--on is the day of the later survey.");
  return passed;
}

function otherAudience(file: string): ProblemsError {
  return new ProblemsError([
    {
      code: "PL004",
      severity: "error",
      message:
        "The two audits are of different audiences: what lies between them is a gap, and no change since the plan.",
      help: "Review a plan with a later survey of the same people; trust-audit compare shows the gap.",
      place: { file },
    },
  ]);
}
