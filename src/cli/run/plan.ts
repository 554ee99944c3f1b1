import { createHash } from "node:crypto";
import type { Audit } from "../../audit/types.ts";
import { cleanDeep } from "../../render/clean.ts";
import { restyled } from "../../render/restyled.ts";
import { planSection } from "../../render/sections/plan.ts";
import type { Sheet } from "../../render/sheet.ts";
import type { HouseStyle } from "../../render/style.ts";
import { markWords } from "../../render/words.ts";
import { version } from "../../version.ts";
import { EXIT, UsageError } from "../exit.ts";
import { PAGE_FORMATS } from "../formats.ts";
import type { Host } from "../host.ts";
import { type OutputTarget, parseTargets, writeOutputs } from "../output.ts";
import { writePages } from "../pages.ts";
import { refuseOverwriting } from "../paths.ts";
import { planCalendar } from "../plan/calendar.ts";
import { planChecklist } from "../plan/checklist.ts";
import { type Day, dayOf } from "../plan/dates.ts";
import { type KeptText, needsPlan, readKept } from "../plan/kept.ts";
import { planTable } from "../plan/table.ts";
import { readProject } from "../project/project.ts";
import { styleOf } from "../project/style.ts";
import { refuseOverProject } from "../project/unwritten.ts";

/** What `plan export -o` takes. */
const EXPORTS = ["markdown", "md", "csv", "ics"] as const;

/** `plan show`: the plan section alone. Ends with 4 where there is no plan, which it says. */
export async function runPlanShow(host: Host, file: string, output: readonly string[]): Promise<number> {
  const targets = parseTargets(output.length === 0 ? ["terminal"] : output, PAGE_FORMATS);
  refuseOverwriting([file], targets);
  const project = await readProject(host);
  await refuseOverProject(project, targets);
  const style = await styleOf(project);
  const { audit } = await readKept(host, file);
  await writePages(
    host,
    { sheet: () => planSheet(restyled(audit, style), style), json: () => planJson(audit), style },
    targets,
  );
  return audit.plan.steps.length > 0 ? EXIT.done : EXIT.nothingToScore;
}

function planSheet(audit: Audit, style: HouseStyle): Sheet {
  const { framework, tool } = audit;
  return {
    title: `${style.title ?? framework.title}: plan`,
    maker: `${tool.name} ${version}`,
    mark: markWords(audit),
    blocks: planSection(audit),
  };
}

function planJson({ framework, plan, findings }: Audit): object {
  const { id, version: of, title, reading, hash } = framework;
  const named = new Set(plan.steps.flatMap((step) => step.findings));
  return {
    format: "trust-audit/plan",
    formatVersion: 1,
    tool: { name: "trust-audit", version },
    framework: { id, version: of, title, reading, hash },
    plan,
    findings: findings.filter((finding) => named.has(finding.id)),
  };
}

export interface ExportFlags {
  readonly output?: readonly string[];
  readonly start?: string;
}

/** `plan export`: the plan as a checklist, a table to track, a calendar. Throws UsageError for a calendar without a start. */
export async function runPlanExport(host: Host, file: string, flags: ExportFlags): Promise<void> {
  const targets = parseTargets(flags.output ?? ["markdown"], EXPORTS);
  refuseOverwriting([file], targets);
  const start = flags.start === undefined ? null : dayOf(flags.start, "--start");
  if (start === null && targets.some(({ format }) => format === "ics"))
    throw new UsageError(
      "A calendar needs to know when the plan begins.",
      "Say it with --start, year-month-day: --start 2026-12-01",
    );
  const kept = await readKept(host, file);
  needsPlan(kept);
  await writeOutputs(
    host,
    targets.map((target) => ({ target, text: exported(kept, target, start) })),
  );
}

/** Texts of an audit may come from anyone: no control character of theirs gets into a calendar or a table. */
function exported({ audit, text }: KeptText, { format }: OutputTarget, start: Day | null): string {
  const clean = { ...audit, framework: cleanDeep(audit.framework), plan: cleanDeep(audit.plan) };
  if (format === "csv") return planTable(clean.plan.steps, start);
  if (format !== "ics" || start === null) return planChecklist(clean, start);
  const hash = createHash("sha256").update(text).digest("hex");
  return planCalendar({ steps: clean.plan.steps, framework: clean.framework.title, start, hash });
}
