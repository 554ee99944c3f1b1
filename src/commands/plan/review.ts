import { Command } from "commander";
import { type CommandContext, collect, examples } from "../../cli/context.ts";
import { formatWords, PAGE_FORMATS } from "../../cli/formats.ts";
import type { ReviewFlags } from "../../cli/run/plan-review.ts";

/** `plan review BEFORE AFTER`: the earlier plan against what has changed since. */
export function reviewCommand(context: CommandContext): Command {
  return new Command("review")
    .description(
      "Hold the earlier plan against what has changed since: what moved, what is due, and no claim of causes.",
    )
    .argument("<earlier-audit>", "the audit with the plan, as JSON; - reads standard input")
    .argument("<later-audit>", "an audit of the same people later, as JSON")
    .option("--tracked <file>", "the table of plan export -o csv, as it was kept since")
    .option("--months <n>", "months between the two surveys")
    .option("--start <date>", "instead: the day the plan began, like 2026-01-15")
    .option("--on <date>", "with --start: the day of the later survey")
    .option("-o, --output <format[:path]>", formatWords(PAGE_FORMATS), collect)
    .addHelpText(
      "after",
      examples([
        ["trust-audit plan review 2025.json 2026.json --months 6", "step by step"],
        ["trust-audit plan review 2025.json 2026.json --tracked plan.csv --months 6", "with what was done"],
      ]),
    )
    .action(async (before: string, after: string, flags: ReviewFlags) => {
      const { runPlanReview } = await import("../../cli/run/plan-review.ts");
      context.finish(await runPlanReview(context.host, { before, after }, flags));
    });
}
