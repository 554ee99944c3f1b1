import type { Readable } from "node:stream";
import type { Aggregate } from "./aggregate/types.ts";
import type { Audit, CellResult, ItemResult } from "./audit/types.ts";
import { diagnose } from "./diagnosis/diagnose.ts";
import { release } from "./disclosure/release.ts";
import type { Released, ReleasedCell } from "./disclosure/types.ts";
import { openInputs } from "./engines/inputs.ts";
import type { Reading } from "./engines/reading.ts";
import { streamEngine } from "./engines/stream.ts";
import type { Framework } from "./framework/types.ts";
import { type Problem, ProblemsError } from "./problems/problem.ts";
import { buildAudit } from "./report/build.ts";
import { buildRoom } from "./report/room.ts";
import { settleUnit } from "./response/asked/assessment.ts";
import { assignHeadcounts, type Headcounts } from "./response/asked/headcounts.ts";
import type { Mapping } from "./response/mapping/types.ts";
import { mappingText } from "./response/plan/source.ts";
import { createAnswerProblems } from "./response/rows/problems.ts";
import type { ReadingRules } from "./response/source-plan.ts";
import type { DialectName } from "./response/table-head.ts";
import { hashOf } from "./shelf/files.ts";
import type { Shelf } from "./shelf/shelf.ts";
import { createExplainSink, type Explanation } from "./sinks/explain.ts";
import type { RespondentSink } from "./sinks/types.ts";
import { readHeadcountFile } from "./sources/csv/headcount.ts";
import type { TableInput, TableSource } from "./sources/table/source.ts";
import { estimateCell } from "./statistics/cell.ts";
import { estimateItems } from "./statistics/items.ts";
import { nothingCareless } from "./statistics/patterns.ts";
import { estimateQuality } from "./statistics/quality.ts";
import { version } from "./version.ts";

/** What to score and how: every name and number already checked. */
export interface ScoreSettings {
  /** A bundled id or a path. */
  readonly framework: string;
  readonly by: string | null;
  readonly id: string | null;
  readonly audience: string | null;
  readonly form: string | null;
  readonly headcount: number | { readonly file: string } | null;
  readonly minGroup: number;
  readonly dialect: DialectName | null;
  /** Of workbooks: a sheet's name or number; null: the first. */
  readonly sheet: string | null;
  readonly rules: ReadingRules;
  /** Decides columns and answers; null: headers and framework do. */
  readonly mapping?: Mapping | null;
  readonly effort: number | null;
  readonly seed: number;
  /** Data row, from 1. */
  readonly explain: number | null;
}

export interface ScoreDoors {
  readonly shelf: Shelf;
  open(name: string): Readable;
}

export interface ScoreResult {
  readonly audit: Audit;
  readonly warnings: readonly Problem[];
  /** Only when asked for. Not anonymous. */
  readonly explanation: Explanation | null;
}

/** The main job: framework + exports → Audit. Throws ProblemsError with everything that is wrong. */
export async function score(
  settings: ScoreSettings & { readonly inputs: readonly TableInput[] },
  doors: ScoreDoors,
): Promise<ScoreResult> {
  const loaded = await doors.shelf.framework(settings.framework);
  const headcounts = await headcountsOf(settings, doors);
  const { sources, reading: asked } = await openInputs(loaded.framework, settings);
  const sink = settings.explain === null ? null : createExplainSink(asked.framework, asked.program, settings.explain);
  const { aggregate, warnings } = await fold(asked, sources, sink);
  const settled = settle(asked, aggregate);
  const { framework } = settled;
  const released = release({ aggregate, framework, by: settings.by, minGroup: settings.minGroup });
  const estimates = await estimate(framework, released, { headcounts, seed: settings.seed });
  const timed = asked.plan.files.some(({ head }) => head.duration !== null);
  const told = [
    ...loaded.warnings,
    ...sources.flatMap((source) => source.problems),
    ...asked.warnings,
    ...settled.warnings,
    ...warnings,
    ...estimates.warnings,
    ...nothingCareless(framework, { plan: released.plan, timed, asked: settings.rules.exclude.includes("careless") }),
  ];
  const found = {
    ...estimates,
    items: itemsOf(framework, released, { audience: asked.audience, overall: estimates.overall }),
    room:
      settled.isRoom && estimates.overall !== null
        ? buildRoom(framework, { notes: asked.roomNotes, audience: asked.audience })
        : null,
  };
  const audit = buildAudit({
    version,
    framework,
    form: asked.form,
    program: asked.program,
    plan: asked.plan,
    mappingHash: hashOf(mappingText(asked.plan)),
    settings,
    audience: asked.audience,
    ledger: aggregate.ledger,
    released,
    ...found,
    quality: estimateQuality(released, { framework, repeatedIds: aggregate.ledger.repeatedIds, timed }),
    diagnosis: diagnose({
      framework,
      ...found,
      strategies: await doors.shelf.strategies(),
      audience: asked.audience,
      effort: settings.effort,
    }),
    warnings: told,
  });
  return { audit, warnings: told, explanation: sink === null ? null : explained(sink.explanation(), settings) };
}

/** The framework with the unit that these rows have, now that all of them are counted. */
function settle(
  { framework, claim }: Reading,
  { ledger }: Aggregate,
): { readonly framework: Framework; readonly isRoom: boolean; readonly warnings: readonly Problem[] } {
  const { unit, problems } = settleUnit(framework.unit, { claim, ...ledger });
  return {
    framework: unit === framework.unit ? framework : { ...framework, unit },
    isRoom: unit === "consensus" && ledger.scored === 1,
    warnings: problems,
  };
}

function itemsOf(
  framework: Framework,
  { plan, total }: Released,
  { audience, overall }: { readonly audience: string; readonly overall: CellResult | null },
): readonly ItemResult[] {
  if (total === null) return [];
  return estimateItems({ framework, plan, released: total, audience, headcount: overall?.headcount ?? null });
}

async function fold(
  { plan, program }: Reading,
  sources: readonly TableSource[],
  sink: RespondentSink | null,
): Promise<{ aggregate: Aggregate; warnings: readonly Problem[] }> {
  const problems = createAnswerProblems(plan);
  const aggregate = await streamEngine({ plan, program, sources, problems, sink });
  const found = problems.problems();
  if (found.some((problem) => problem.severity === "error")) throw new ProblemsError(found);
  return { aggregate, warnings: found };
}

/** Everyone, then the shown groups: each with its headcount where one is known. */
async function estimate(
  framework: Framework,
  released: Released,
  by: { readonly headcounts: Headcounts | null; readonly seed: number },
) {
  const groups = released.grouping?.cells ?? [];
  const cells: readonly ReleasedCell[] = released.total === null ? [] : [released.total, ...groups];
  const { headcounts, problems } = assignHeadcounts(by.headcounts, cells);
  if (problems.some((problem) => problem.severity === "error")) throw new ProblemsError(problems);
  const results: readonly CellResult[] = await Promise.all(
    cells.map((cell, at) =>
      estimateCell({
        framework,
        plan: released.plan,
        released: cell,
        headcount: headcounts[at] ?? null,
        unit: framework.unit,
        seed: by.seed,
      }),
    ),
  );
  const [overall = null, ...shown] = results;
  return { overall, groups: shown, warnings: problems };
}

async function headcountsOf({ headcount }: ScoreSettings, doors: ScoreDoors): Promise<Headcounts | null> {
  if (headcount === null) return null;
  if (typeof headcount === "number") return { total: headcount, groups: null };
  return readHeadcountFile({ name: headcount.file, open: () => doors.open(headcount.file) });
}

function explained(explanation: Explanation | null, { explain }: ScoreSettings): Explanation {
  if (explanation !== null) return explanation;
  throw new ProblemsError([
    {
      code: "SC002",
      severity: "error",
      message: `Data row ${explain} was not scored: there is no such row, or it was excluded.`,
      help: "Data rows count from 1, the first below the header, through all files in the order given; blank lines do not count.",
    },
  ]);
}
