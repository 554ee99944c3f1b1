import { type Problem, ProblemsError } from "../../problems/problem.ts";
import { readFrameworkFile } from "../../shelf/files.ts";
import { createShelf } from "../../shelf/shelf.ts";
import { EXIT } from "../exit.ts";
import { problemsText } from "../fail.ts";
import type { Host } from "../host.ts";
import { write } from "../output.ts";

/**
 * Reads every file to the end of its problems, tells them on stderr and one line a sound file on stdout.
 * @param failsAt the mildest severity that makes the exit code 3
 */
export async function checkFrameworks(
  host: Host,
  files: readonly string[],
  failsAt: "error" | "warning",
): Promise<number> {
  const catalogue = await createShelf(host.root).strategies();
  let failed = false;
  for (const file of files) {
    const { problems, summary } = await check(file, catalogue);
    const bad = problems.some((problem) => failsAt === "warning" || problem.severity === "error");
    failed ||= bad;
    if (problems.length > 0 && (bad || !host.quiet)) await write(host.stderr, await problemsText(host, problems));
    if (!bad) await write(host.stdout, `${file}: ${summary}\n`);
  }
  return failed ? EXIT.unreadable : EXIT.done;
}

async function check(file: string, catalogue: Parameters<typeof readFrameworkFile>[1]) {
  try {
    const { framework, problems } = await readFrameworkFile(file, catalogue);
    const size =
      framework === null ? "" : `, ${framework.items.length} items, ${framework.dimensions.length} dimensions`;
    return { problems, summary: `sound (${framework?.id} ${framework?.version}${size})` };
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    const problems: readonly Problem[] = error.problems;
    return { problems, summary: "" };
  }
}
