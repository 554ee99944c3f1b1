import { Command } from "commander";
import { type CommandContext, collect, examples } from "../../cli/context.ts";
import { formatWords, PAGE_FORMATS } from "../../cli/formats.ts";

/** `frameworks diff A B`: what has changed, and which scores still mean the same. Always ends with 0. */
export function diffCommand({ host }: CommandContext): Command {
  return new Command("diff")
    .description("Say what differs between two frameworks, and which scores may still be compared.")
    .argument("<id|path>", "the earlier one: a bundled id or a YAML file")
    .argument("<id|path>", "the later one")
    .option("-o, --output <format[:path]>", formatWords(PAGE_FORMATS), collect)
    .addHelpText(
      "after",
      examples([
        ["trust-audit frameworks diff team-2025.yaml team-2026.yaml", "before you compare two years"],
        ["trust-audit frameworks diff trust-equation own.yaml -o json", "as data"],
      ]),
    )
    .action(async (before: string, after: string, flags: { output?: readonly string[] }) => {
      const { runDiff } = await import("../../cli/run/diff.ts");
      await runDiff(host, { before, after }, flags.output ?? []);
    });
}
