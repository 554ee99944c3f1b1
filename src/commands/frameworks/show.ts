import { Command } from "commander";
import { type CommandContext, examples } from "../../cli/context.ts";

/** `frameworks show ID`: purpose, items, dimensions, composites, sources; of a profile or a strategy every field. */
export function showCommand({ host }: CommandContext): Command {
  return new Command("show")
    .description(
      "Show a framework, a profile or a strategy: what it asks and how it is scored, what it weighs, what to do.",
    )
    .argument("<id|path>", "a bundled id or a YAML file")
    .option("--audience <name>", "wording for this audience (default: the first)")
    .option("--sample-size", "say instead how many answers are needed, and for what")
    .addHelpText(
      "after",
      examples([
        ["trust-audit frameworks show trust-equation", "everything in it"],
        ["trust-audit frameworks show trust-equation --audience customers", "as customers read it"],
        ["trust-audit frameworks show trust-equation --sample-size", "how many people to ask"],
        ["trust-audit frameworks show promise-ledger", "a strategy of the plan"],
      ]),
    )
    .action(async (reference: string, flags: { audience?: string; sampleSize?: boolean }) => {
      const { runShow } = await import("../../cli/run/verbs.ts");
      await runShow(host, reference, flags);
    });
}
