import { type Problem, ProblemsError } from "../../problems/problem.ts";
import { readFrameworkFile } from "../../shelf/files.ts";
import { isProfileFile, readProfileFile } from "../../shelf/profiles.ts";
import { createShelf, type ShelfCatalogue } from "../../shelf/shelf.ts";
import { isStrategyFile, readStrategyFiles } from "../../shelf/strategies.ts";
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
  const catalogue = await createShelf(host.root).profileCatalogue();
  const strategies = await checkStrategies(files, catalogue);
  let failed = false;
  for (const file of files) {
    const { problems, summary } = strategies.get(file) ?? (await check(file, catalogue));
    const bad = problems.some((problem) => failsAt === "warning" || problem.severity === "error");
    failed ||= bad;
    if (problems.length > 0 && (bad || !host.quiet)) await write(host.stderr, await problemsText(host, problems));
    if (!bad) await write(host.stdout, `${file}: ${summary}\n`);
  }
  return failed ? EXIT.unreadable : EXIT.done;
}

interface Checked {
  readonly problems: readonly Problem[];
  readonly summary: string;
}

/** Those of the files that are strategies, together: one may be the prerequisite of another. */
async function checkStrategies(files: readonly string[], { strategies }: ShelfCatalogue) {
  const own: string[] = [];
  for (const file of files) if (await isStrategy(file)) own.push(file);
  const read = own.length === 0 ? new Map() : await readStrategyFiles(own, strategies);
  return new Map(
    [...read].map(([file, { strategy, problems }]): readonly [string, Checked] => {
      const size = strategy === null ? "" : `, level ${strategy.level}, effort ${strategy.effort}`;
      return [file, { problems, summary: `sound (${strategy?.id}, a strategy${size})` }];
    }),
  );
}

/** A file that cannot be read is nothing of the kind: that is told when its turn comes. */
async function isStrategy(file: string): Promise<boolean> {
  return isStrategyFile(file).catch((error: unknown) => {
    if (error instanceof ProblemsError) return false;
    throw error;
  });
}

async function check(file: string, catalogue: ShelfCatalogue): Promise<Checked> {
  try {
    return (await isProfileFile(file)) ? await checkProfile(file, catalogue) : await checkFramework(file, catalogue);
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return { problems: error.problems, summary: "" };
  }
}

async function checkFramework(file: string, { strategies }: ShelfCatalogue) {
  const { framework, problems } = await readFrameworkFile(file, strategies, { wording: true });
  const size = framework === null ? "" : `, ${framework.items.length} items, ${framework.dimensions.length} dimensions`;
  return { problems, summary: `sound (${framework?.id} ${framework?.version}${size})` };
}

async function checkProfile(file: string, catalogue: ShelfCatalogue) {
  const { profile, problems } = await readProfileFile(file, catalogue, { wording: true });
  return { problems, summary: `sound (${profile?.id} ${profile?.version}, ${profile?.kind} profile)` };
}
