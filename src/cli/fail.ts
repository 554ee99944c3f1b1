import { ProblemsError } from "../problems/problem.ts";
import { ClosedPipe, EXIT, UsageError } from "./exit.ts";
import type { Host } from "./host.ts";
import { write } from "./output.ts";

/** The one place that turns an error into words on stderr and an exit code. */
export async function fail(host: Host, error: unknown): Promise<number> {
  if (error instanceof ClosedPipe) return EXIT.done;
  if (error instanceof UsageError) {
    await write(host.stderr, `error: ${error.message}\n${error.help === undefined ? "" : `${error.help}\n`}`);
    return EXIT.usage;
  }
  if (error instanceof ProblemsError) {
    await write(host.stderr, await problemsText(host, error.problems));
    return error.exitCode;
  }
  const shown = error instanceof Error ? error : new Error(String(error));
  const detail = host.debug ? `\n${shown.stack ?? ""}\n` : "\nRun again with --debug for the details to report.\n";
  await write(host.stderr, `This is a defect in trust-audit, not in your data: ${shown.message}${detail}`);
  return EXIT.defect;
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
