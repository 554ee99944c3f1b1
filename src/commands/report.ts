import { Command } from "commander";
import { type CommandContext, collect, examples } from "../cli/context.ts";
import { EXIT } from "../cli/exit.ts";

/** `report AUDIT.json`: draws a kept audit again. */
export function reportCommand(context: CommandContext): Command {
  return new Command("report")
    .description("Draw a kept audit (-o json:audit.json) again, in any format.")
    .argument("<audit>", "an audit as JSON; - reads standard input")
    .option("-o, --output <format[:path]>", "terminal, markdown, json; repeatable", collect, [])
    .addHelpText(
      "after",
      examples([
        ["trust-audit report audit.json", "the report in the terminal"],
        ["trust-audit report audit.json -o markdown:report.md", "as Markdown"],
      ]),
    )
    .action(async (file: string, flags: { output: readonly string[] }) =>
      context.finish(await run(context, file, flags)),
    );
}

async function run({ host }: CommandContext, file: string, flags: { output: readonly string[] }): Promise<number> {
  const [{ readAudit }, { ProblemsError }, { readStream }, { drawAudit }] = await Promise.all([
    import("../audit/read.ts"),
    import("../problems/problem.ts"),
    import("../cli/input.ts"),
    import("../cli/draw.ts"),
  ]);
  const name = file === "-" ? "<stdin>" : file;
  const { audit, problems } = await readAudit({ text: await readStream(host.open(file), name), file: name });
  if (audit === null) throw new ProblemsError(problems);
  await drawAudit(host, audit, flags.output);
  return audit.overall === null ? EXIT.nothingToScore : EXIT.done;
}
