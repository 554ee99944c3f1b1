import { paperSheet } from "../../interview/paper/build.ts";
import type { PaperSheet } from "../../interview/paper/sheet.ts";
import { renderPaperHtml } from "../../render/paper/html.ts";
import { renderPaperMarkdown } from "../../render/paper/markdown.ts";
import { notes } from "../fail.ts";
import type { Host } from "../host.ts";
import { parseTargets, writeOutputs } from "../output.ts";
import { refuseOverwriting } from "../paths.ts";
import { type ExportFlags, exported } from "../survey/exported.ts";

const FORMATS: Readonly<Record<string, (sheet: PaperSheet) => string>> = {
  markdown: renderPaperMarkdown,
  md: renderPaperMarkdown,
  html: renderPaperHtml,
};

/** `frameworks export ID --to paper`: the sheet that people fill in by hand and `survey --entry` takes. */
export async function runPaper(host: Host, reference: string, flags: ExportFlags): Promise<void> {
  const targets = parseTargets(flags.output ?? ["markdown"], Object.keys(FORMATS));
  const { plan, file, warnings } = await exported(host, reference, flags);
  refuseOverwriting([file], targets);
  const sheet = paperSheet(plan);
  await notes(host, warnings);
  await writeOutputs(
    host,
    targets.map((target) => ({ target, text: FORMATS[target.format]?.(sheet) ?? "" })),
  );
}
