import type { Audit } from "../audit/types.ts";
import { render } from "../render/registry.ts";
import { restyled } from "../render/restyled.ts";
import type { Sheet } from "../render/sheet.ts";
import { type HouseStyle, PLAIN_STYLE } from "../render/style.ts";
import { renderSheet } from "../render/terminal/sheet.ts";
import { AUDIT_FORMATS } from "./formats.ts";
import type { Host } from "./host.ts";
import { type OutputTarget, parseTargets, write, writeOutputs } from "./output.ts";
import { addStepSummary } from "./step-summary.ts";

/** A page, and for whom: a screen reader or a terminal that only prints takes plain lines. */
type Page = Host & { readonly spoken?: boolean };

/** Draws an audit to every target and writes them. Throws ProblemsError. */
export async function drawAudit(
  host: Page,
  audit: Audit,
  { targets, style = PLAIN_STYLE }: { readonly targets: readonly OutputTarget[]; readonly style?: HouseStyle },
): Promise<void> {
  const summary = async () => {
    const { auditJobSummary } = await import("../render/github.ts");
    return auditJobSummary(restyled(audit, style), style);
  };
  // First, so that a reader of standard output who goes away does not take it along.
  try {
    await addStepSummary(host, targets, summary);
  } finally {
    await writeOutputs(
      host,
      targets.map((target) => ({ target, text: () => drawn(host, audit, { target, style }) })),
    );
  }
}

async function drawn(
  host: Page,
  audit: Audit,
  { target: { format, path }, style }: { readonly target: OutputTarget; readonly style: HouseStyle },
): Promise<string | Uint8Array> {
  const isShown = path === null;
  const page = { width: host.width, height: isShown ? host.height : null, color: isShown && host.color.out, style };
  const text = (name: string) => render(audit, { format: name, ...page, spoken: isShown && host.spoken === true });
  if (format === "xlsx") return (await import("../render/xlsx.ts")).renderXlsx(restyled(audit, style), style);
  if (format !== "pdf") return text(format);
  // By a browser of this machine, from the HTML.
  const { printed } = await import("./pdf.ts");
  return printed(await text("html"), host);
}

/** The `-o` values, checked (terminal when there is none); called before any work, so that a mistyped format costs nothing. Throws UsageError. */
export function targetsOf(output: readonly string[]): readonly OutputTarget[] {
  return parseTargets(output.length === 0 ? ["terminal"] : output, AUDIT_FORMATS);
}

/** Draws a sheet (the answer of a command that is not a report) to standard output. */
export async function drawSheet(host: Host, sheet: Sheet): Promise<void> {
  await write(host.stdout, await renderSheet(sheet, { width: host.width, color: host.color.out }));
}
