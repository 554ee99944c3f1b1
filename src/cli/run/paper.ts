import { paperSheet } from "../../interview/paper/build.ts";
import type { PaperSheet } from "../../interview/paper/sheet.ts";
import { planInterview } from "../../interview/plan.ts";
import { renderPaperHtml } from "../../render/paper/html.ts";
import { renderPaperMarkdown } from "../../render/paper/markdown.ts";
import { createShelf } from "../../shelf/shelf.ts";
import { notes } from "../fail.ts";
import type { Host } from "../host.ts";
import { parseTargets, writeOutputs } from "../output.ts";
import { refuseOverwriting } from "../paths.ts";
import { parseSegments } from "../survey/segments.ts";
import { setupOf } from "../survey/setup.ts";

/** Flags of `frameworks export` as commander gives them. */
export interface PaperFlags {
  readonly audience?: string;
  readonly form?: string;
  readonly segment?: readonly string[];
  readonly output?: readonly string[];
}

const FORMATS: Readonly<Record<string, (sheet: PaperSheet) => string>> = {
  markdown: renderPaperMarkdown,
  md: renderPaperMarkdown,
  html: renderPaperHtml,
};

/** `frameworks export ID --to paper`: the sheet that people fill in by hand and `survey --entry` takes. */
export async function runPaper(host: Host, reference: string, flags: PaperFlags): Promise<void> {
  const targets = parseTargets(flags.output ?? ["markdown"], Object.keys(FORMATS));
  const segments = parseSegments(flags.segment ?? []);
  const { framework, file, warnings } = await createShelf(host.root).framework(reference);
  refuseOverwriting([file], targets);
  const asking = { framework: reference, audience: flags.audience ?? null, form: flags.form ?? null, segments };
  const seating = framework.unit === "person" ? ({ kind: "sheets" } as const) : ({ kind: "one" } as const);
  const sheet = paperSheet(planInterview(framework, setupOf(framework, asking, { seating, shuffle: null })));
  await notes(host, warnings);
  await writeOutputs(
    host,
    targets.map((target) => ({ target, text: FORMATS[target.format]?.(sheet) ?? "" })),
  );
}
