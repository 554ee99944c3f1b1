import type { Audit } from "../audit/types.ts";
import { FORMAT_NAMES, render } from "../render/registry.ts";
import type { Sheet } from "../render/sheet.ts";
import { renderSheet } from "../render/terminal/sheet.ts";
import type { Host } from "./host.ts";
import { type OutputTarget, parseTargets, write, writeOutputs } from "./output.ts";

/** A page, and for whom: a screen reader or a terminal that only prints takes plain lines. */
type Page = Host & { readonly spoken?: boolean };

/** Draws an audit to every target and writes them. Throws ProblemsError. */
export async function drawAudit(host: Page, audit: Audit, targets: readonly OutputTarget[]): Promise<void> {
  const texts = await Promise.all(
    targets.map(async (target) => {
      const { format, path } = target;
      const isShown = path === null;
      const page = { width: host.width, height: isShown ? host.height : null, color: isShown && host.color.out };
      return { target, text: await render(audit, { format, ...page, spoken: isShown && host.spoken === true }) };
    }),
  );
  await writeOutputs(host, texts);
}

/** The `-o` values, checked (terminal when there is none); called before any work, so that a mistyped format costs nothing. Throws UsageError. */
export function targetsOf(output: readonly string[]): readonly OutputTarget[] {
  return parseTargets(output.length === 0 ? ["terminal"] : output, FORMAT_NAMES);
}

/** Draws a sheet (the answer of a command that is not a report) to standard output. */
export async function drawSheet(host: Host, sheet: Sheet): Promise<void> {
  await write(host.stdout, await renderSheet(sheet, { width: host.width, color: host.color.out }));
}
