import { diffFrameworks, type FrameworkDiff } from "../../framework/diff.ts";
import { createShelf } from "../../shelf/shelf.ts";
import { version } from "../../version.ts";
import { UsageError } from "../exit.ts";
import { PAGE_FORMATS } from "../formats.ts";
import { diffSheet, raiseVersion } from "../framework-diff.ts";
import type { Host } from "../host.ts";
import { parseTargets } from "../output.ts";
import { writePages } from "../pages.ts";
import { refuseOverwriting } from "../paths.ts";

/** `frameworks diff`: what became of a framework, and which scores still mean the same. Warnings are `validate`'s business. */
export async function runDiff(
  host: Host,
  references: { readonly before: string; readonly after: string },
  output: readonly string[],
): Promise<void> {
  const targets = parseTargets(output.length === 0 ? ["terminal"] : output, PAGE_FORMATS);
  const both = [references.before, references.after];
  if (both[0] === both[1])
    throw new UsageError(
      "Both are the same framework.",
      "Give two: trust-audit frameworks diff old.yaml new.yaml, or one of your own and a bundled id.",
    );
  refuseOverwriting(both, targets);
  const shelf = createShelf(host.root);
  const { framework: before } = await shelf.framework(references.before);
  const { framework: after } = await shelf.framework(references.after);
  const diff = diffFrameworks(before, after);
  await writePages(host, { sheet: () => diffSheet(diff, references), json: () => diffJson(diff) }, targets);
}

function diffJson(diff: FrameworkDiff): object {
  return {
    format: "trust-audit/framework-diff",
    formatVersion: 1,
    tool: { name: "trust-audit", version },
    advice: raiseVersion(diff),
    ...diff,
  };
}
