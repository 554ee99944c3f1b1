import { Command } from "commander";
import { type CommandContext, collect, examples } from "../cli/context.ts";
import { formatWords, WAVE_FORMATS } from "../cli/formats.ts";

/** `compare BEFORE AFTER`: what changed between two kept audits, or the gap between two audiences. */
export function compareCommand(context: CommandContext): Command {
  return new Command("compare")
    .description("Say what has changed between two kept audits of one framework, or what lies between two audiences.")
    .argument("<earlier-audit>", "an audit as JSON; - reads standard input")
    .argument("<later-audit>", "an audit as JSON")
    .option("-o, --output <format[:path]>", formatWords(WAVE_FORMATS), collect)
    .addHelpText(
      "after",
      examples([
        ["trust-audit compare 2025.json 2026.json", "scores, dimensions, groups"],
        ["trust-audit compare 2025.json 2026.json -o html:change.html", "side by side, as a page"],
        ["trust-audit compare leaders.json staff.json", "two audiences: a gap, and no change"],
      ]),
    )
    .action(async (before: string, after: string, flags: { output?: readonly string[] }) => {
      const { runCompare } = await import("../cli/run/compare.ts");
      context.finish(await runCompare(context.host, { before, after }, flags.output ?? []));
    });
}
