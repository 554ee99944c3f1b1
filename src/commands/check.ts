import { Command, Option } from "commander";
import type { CheckFlags } from "../cli/check/sources.ts";
import { type CommandContext, collect, examples } from "../cli/context.ts";
import { formatWords, VERDICT_FORMATS } from "../cli/formats.ts";

/** `check AUDIT.json`: gates over a kept audit, for pipelines. */
export function checkCommand(context: CommandContext): Command {
  return new Command("check")
    .description("Hold a kept audit against gates: pass (0), fail (1) or not enough data (4).")
    .argument("[audit]", "an audit as JSON; - reads standard input; absent: the project's own")
    .option("--gate <gate>", "what must hold, e.g. 'trust.index >= 55'; repeatable", collect)
    .addOption(
      new Option("--mode <mode>", "how all gates judge (default: each by its kind)").choices([
        "point",
        "confident",
        "regression",
      ]),
    )
    .option("--baseline <audit>", "the audit that drop() and rise() are told from")
    .option("--move-baseline <reason>", "make this audit the baseline, and record why")
    .option("--day <date>", "the day that is recorded (with --move-baseline), e.g. 2026-12-01")
    .option("--require-news", "no new answers is not enough data (4)")
    .option("-o, --output <format[:path]>", formatWords(VERDICT_FORMATS), collect)
    .addHelpText(
      "after",
      examples([
        ["trust-audit check audit.json --gate 'trust.index>=55' --gate 'n>=30'", "two gates"],
        ["trust-audit check audit.json --gate 'any(dimension).index>=40'", "every dimension"],
        [
          "trust-audit check audit.json --baseline baseline.json --gate 'drop(trust.index) <= 5'",
          "no drop beyond 5 points and beyond chance",
        ],
        [
          "trust-audit check audit.json --baseline baseline.json --move-baseline 'new questionnaire'",
          "this audit becomes the baseline",
        ],
      ]),
    )
    .action(async (file: string | undefined, flags: CheckFlags) => {
      const { runCheck } = await import("../cli/run/check.ts");
      context.finish(await runCheck(context.host, file, flags));
    });
}
