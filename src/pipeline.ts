import type { Readable } from "node:stream";
import type { Grouping } from "./audit/grouping.ts";
import type { Audit, CellResult, ChangeResult, ItemResult } from "./audit/types.ts";
import { diagnose } from "./diagnosis/diagnose.ts";
import { release } from "./disclosure/release.ts";
import { releasePaired } from "./disclosure/release-paired.ts";
import type { Released, ReleasedCell } from "./disclosure/types.ts";
import { waveNames } from "./disclosure/view.ts";
import { readSurvey, type SurveyReading } from "./engines/survey.ts";
import type { Framework } from "./framework/types.ts";
import { type Problem, ProblemsError } from "./problems/problem.ts";
import { buildAudit } from "./report/build.ts";
import { buildRoom } from "./report/room.ts";
import { settleUnit } from "./response/asked/assessment.ts";
import { assignHeadcounts, type Headcounts } from "./response/asked/headcounts.ts";
import { segmentColumns } from "./response/asked/segments.ts";
import { latestWaves, type Waves } from "./response/asked/waves.ts";
import type { Mapping } from "./response/mapping/types.ts";
import { mappingText } from "./response/plan/source.ts";
import type { ReadingRules } from "./response/source-plan.ts";
import type { DialectName } from "./response/table-head.ts";
import { hashOf } from "./shelf/files.ts";
import type { Shelf } from "./shelf/shelf.ts";
import type { Explanation } from "./sinks/explain.ts";
import { readHeadcountFile } from "./sources/csv/headcount.ts";
import type { TableInput } from "./sources/table/source.ts";
import { estimateItems } from "./statistics/items.ts";
import { drawIndexes } from "./statistics/mean-draws.ts";
import { nothingCareless } from "./statistics/patterns.ts";
import { estimateQuality } from "./statistics/quality.ts";
import { estimateSurvey, groupOf, type SurveyResults } from "./statistics/survey.ts";
import { changeOfWaves, pairedChange } from "./statistics/waves.ts";
import { version } from "./version.ts";

/** What to score and how: every name and number already checked. */
export interface ScoreSettings {
  /** A bundled id or a path. */
  readonly framework: string;
  readonly by: readonly Grouping[];
  /** Who is scored; null: everybody. */
  readonly where: Where | null;
  /** A column that tells two waves or more apart, or null. */
  readonly wave: string | null;
  /** An earlier export of the same people, told apart by `id`; null: none. */
  readonly previous: string | null;
  /** The column of survey weights, or null. */
  readonly weight: string | null;
  readonly only: "scores" | null;
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
  /** How often the plan is made again from drawn means, to see how firm its order is; 2,000 when left out. */
  readonly draws?: number;
  /** Data row, from 1. */
  readonly explain: number | null;
}

export interface Where {
  /** As the user wrote it. */
  readonly text: string;
  readonly columns: readonly string[];
  test(value: (column: string) => string): boolean;
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

const DRAWS = 2000;

type Settings = ScoreSettings & { readonly inputs: readonly TableInput[] };

/** The main job: framework + exports → Audit. Throws ProblemsError with everything that is wrong. */
export async function score(settings: Settings, doors: ScoreDoors): Promise<ScoreResult> {
  const { seed } = settings;
  const loaded = await doors.shelf.framework(settings.framework);
  const headcounts = await headcountsOf(settings, doors);
  const { previous, explain, only, draws = DRAWS } = settings;
  const previousInput = previous === null ? null : { name: previous, open: () => doors.open(previous) };
  const read = await readSurvey(loaded.framework, { ...settings, segments: segmentColumns(settings), previousInput });
  const { asked, aggregate } = read;
  const settled = settle(read);
  const { framework } = settled;
  const waves = settings.wave === null ? null : latestWaves(settings.wave, waveNames(aggregate, settings));
  const released = releaseOf(settings, { framework, read, wave: waves?.latest });
  const counted = assign(headcounts, released);
  const found = await estimateSurvey({ framework, released, headcounts: counted.headcounts, seed, only });
  const change = await changeOf(settings, { framework, read, released, found, waves });
  const timed = asked.plan.files.some(({ head }) => head.duration !== null);
  const told = [
    ...loaded.warnings,
    ...read.warnings,
    ...settled.warnings,
    ...counted.problems,
    ...nothingCareless(framework, { plan: released.plan, timed, asked: settings.rules.exclude.includes("careless") }),
  ];
  const shown = {
    ...found,
    items: itemsOf(framework, released, { audience: asked.audience, overall: found.overall }),
    room:
      settled.isRoom && found.overall !== null
        ? buildRoom(framework, { notes: asked.roomNotes, audience: asked.audience })
        : null,
  };
  const { total } = released;
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
    ...shown,
    change,
    wave: waves?.latest ?? null,
    quality: estimateQuality(released, { framework, repeatedIds: aggregate.ledger.repeatedIds, timed }),
    diagnosis: diagnose({
      framework,
      ...shown,
      groups: found.groupings.flatMap(({ cells }) => cells),
      draws:
        total === null || only === "scores"
          ? null
          : await drawIndexes(groupOf({ framework, released, seed }, total), draws),
      strategies: await doors.shelf.strategies(),
      audience: asked.audience,
      effort: settings.effort,
    }),
    warnings: told,
  });
  return { audit, warnings: told, explanation: explain === null ? null : explained(read.explanation, explain) };
}

/** The framework with the unit that these rows have, now that all of them are counted. */
function settle({ asked: { framework, claim }, aggregate: { ledger } }: SurveyReading): {
  readonly framework: Framework;
  readonly isRoom: boolean;
  readonly warnings: readonly Problem[];
} {
  const { unit, problems } = settleUnit(framework.unit, { claim, ...ledger });
  return {
    framework: unit === framework.unit ? framework : { ...framework, unit },
    isRoom: unit === "consensus" && ledger.scored === 1,
    warnings: problems,
  };
}

interface Settled {
  readonly framework: Framework;
  readonly read: SurveyReading;
}

/** What may be known of one wave, or of everybody. */
function releaseOf(
  { by, where, wave, minGroup }: ScoreSettings,
  { framework, read, wave: value }: Settled & { readonly wave: string | undefined },
): Released {
  return release({
    aggregate: read.aggregate,
    framework,
    groupings: by,
    where: where?.test.bind(where) ?? null,
    wave: wave === null || value === undefined ? null : { column: wave, value },
    minGroup,
  });
}

/** What has changed since the wave before; null where there is none. */
async function changeOf(
  settings: ScoreSettings,
  {
    framework,
    read,
    released,
    found,
    waves,
  }: Settled & { readonly released: Released; readonly found: SurveyResults; readonly waves: Waves | null },
): Promise<ChangeResult | null> {
  const { previous, seed } = settings;
  if (waves !== null) {
    const earlier = releaseOf(settings, { framework, read, wave: waves.before });
    const before = await estimateSurvey({ framework, released: earlier, headcounts: new Map(), seed, only: "scores" });
    return changeOfWaves({ name: waves.before, ...before }, { name: waves.latest, ...found });
  }
  if (previous === null || read.paired === null || released.total === null) return null;
  const { total, minGroup } = released;
  const pairs = releasePaired(read.paired, { total, framework, minGroup });
  return pairedChange({ framework, pairs, seed, before: previous });
}

function itemsOf(
  framework: Framework,
  { plan, total }: Released,
  { audience, overall }: { readonly audience: string; readonly overall: CellResult | null },
): readonly ItemResult[] {
  if (total === null) return [];
  return estimateItems({ framework, plan, released: total, audience, headcount: overall?.headcount ?? null });
}

/** A number is everyone's; a file names the groups of the only, or of the first, `--by`. Throws ProblemsError. */
function assign(
  headcounts: Headcounts | null,
  { total, groupings: [first] }: Released,
): { readonly headcounts: ReadonlyMap<ReleasedCell, number | null>; readonly problems: readonly Problem[] } {
  const cells = [...(total === null ? [] : [total]), ...(first?.grouping.kind === "single" ? first.cells : [])];
  const named = cells.map(({ kind, path, people }) => ({ kind, label: path[0] ?? "", people }));
  const { headcounts: assigned, problems } = assignHeadcounts(headcounts, named);
  if (problems.some(({ severity }) => severity === "error")) throw new ProblemsError(problems);
  return { headcounts: new Map(cells.map((cell, at) => [cell, assigned[at] ?? null])), problems };
}

async function headcountsOf({ headcount }: ScoreSettings, doors: ScoreDoors): Promise<Headcounts | null> {
  if (headcount === null) return null;
  if (typeof headcount === "number") return { total: headcount, groups: null };
  return readHeadcountFile({ name: headcount.file, open: () => doors.open(headcount.file) });
}

function explained(explanation: Explanation | null, row: number): Explanation {
  if (explanation !== null) return explanation;
  throw new ProblemsError([
    {
      code: "SC002",
      severity: "error",
      message: `Data row ${row} was not scored: there is no such row, or it was excluded.`,
      help: "Data rows count from 1, the first below the header, through all files in the order given; blank lines do not count.",
    },
  ]);
}
