import { appendFile } from "node:fs/promises";
import { ProblemsError } from "../problems/problem.ts";
import type { Host } from "./host.ts";
import { notWritten, type OutputTarget } from "./output.ts";

/** Where GitHub Actions takes the summary of a step from. */
const VARIABLE = "GITHUB_STEP_SUMMARY";

/**
 * Adds to the summary of the step, where there is a target for GitHub and a step to sum up: in Markdown, behind what earlier
 * commands of the step have written. Throws ProblemsError (OUT001).
 */
export async function addStepSummary(
  host: Pick<Host, "env">,
  targets: readonly OutputTarget[],
  text: () => Promise<string>,
): Promise<void> {
  const path = host.env?.[VARIABLE] ?? "";
  if (path === "" || !targets.some(({ format }) => format === "github")) return;
  const summary = await text();
  try {
    await appendFile(path, `${summary}\n`);
  } catch (error) {
    throw new ProblemsError([notWritten(path, error)]);
  }
}
