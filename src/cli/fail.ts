import { ProblemsError } from "../problems/problem.ts";
import { ClosedPipe, EXIT, UsageError } from "./exit.ts";
import type { Host } from "./host.ts";
import { write } from "./output.ts";

/** The one place that turns an error into words on stderr and an exit code. */
export async function fail(host: Host, error: unknown): Promise<number> {
  if (error instanceof ClosedPipe) return EXIT.done;
  const { code, words } = await verdict(host, error);
  // Whether anybody can read the words does not change what happened.
  await write(host.stderr, words).catch(() => undefined);
  return code;
}

async function verdict(host: Host, error: unknown): Promise<{ code: number; words: string }> {
  if (error instanceof UsageError)
    return { code: EXIT.usage, words: `error: ${error.message}\n${error.help === undefined ? "" : `${error.help}\n`}` };
  if (error instanceof ProblemsError) return { code: error.exitCode, words: await problemsText(host, error.problems) };
  const shown = error instanceof Error ? error : new Error(String(error));
  const detail = host.debug ? `\n${shown.stack ?? ""}\n` : "\nRun again with --debug for the details to report.\n";
  return { code: EXIT.defect, words: `This is a defect in trust-audit, not in your data: ${shown.message}${detail}` };
}

/** Warnings for stderr, unless the user asked for quiet. */
export async function notes(host: Host, warnings: ProblemsError["problems"]): Promise<void> {
  if (warnings.length === 0 || host.quiet) return;
  // Nobody listens to the notes: no reason to keep the result back.
  await write(host.stderr, await problemsText(host, warnings)).catch(() => undefined);
}

export async function problemsText(host: Host, problems: ProblemsError["problems"]): Promise<string> {
  const { renderProblems } = await import("../render/terminal/problems.ts");
  return renderProblems(problems, { color: host.color.err, width: host.width });
}
