import type { CellResult, ItemResult } from "./audit/types.ts";
import { diagnose } from "./diagnosis/diagnose.ts";
import type { Released } from "./disclosure/types.ts";
import { waveNames } from "./disclosure/view.ts";
import { readSurvey } from "./engines/survey.ts";
import type { Framework } from "./framework/types.ts";
import { changeOf, releaseOf } from "./pipeline/change.ts";
import { checkFigures, contextOf } from "./pipeline/context.ts";
import { assign, headcountsOf } from "./pipeline/headcounts.ts";
import type { ScoreDoors, ScoreResult, ScoreSettings } from "./pipeline/settings.ts";
import { systemsOf, withAudiences } from "./pipeline/systems.ts";
import { settle } from "./pipeline/unit.ts";
import { ProblemsError } from "./problems/problem.ts";
import { buildAudit } from "./report/build.ts";
import { buildRoom } from "./report/room.ts";
import { segmentColumns } from "./response/asked/segments.ts";
import { latestWaves } from "./response/asked/waves.ts";
import { mappingText } from "./response/plan/source.ts";
import { hashOf } from "./shelf/files.ts";
import { frameworkUnder } from "./shelf/under.ts";
import type { Explanation } from "./sinks/explain.ts";
import type { TableInput } from "./sources/table/source.ts";
import { estimateItems } from "./statistics/items.ts";
import { nothingCareless } from "./statistics/patterns.ts";
import { estimateQuality } from "./statistics/quality.ts";
import { estimateSurvey } from "./statistics/survey.ts";
import { version } from "./version.ts";

export type * from "./pipeline/settings.ts";

const DRAWS = 2000;

type Settings = ScoreSettings & { readonly inputs: readonly TableInput[] };

/** The main job: framework + exports → Audit. Throws ProblemsError with everything that is wrong. */
export async function score(settings: Settings, doors: ScoreDoors): Promise<ScoreResult> {
  const { seed } = settings;
  const { framework: full, profiles, added, context, warnings } = await chosen(settings, doors);
  const headcounts = await headcountsOf(settings, doors);
  const { previous, explain, only, draws = DRAWS } = settings;
  const previousInput = previous === null ? null : { name: previous, open: () => doors.open(previous) };
  const segments = segmentColumns(settings);
  const { respondents = null, onProgress } = doors;
  const read = await readSurvey(full, { ...settings, segments, previousInput, respondents, onProgress });
  const { asked, aggregate } = read;
  const { audienceColumn } = asked;
  const settled = settle(read);
  const { framework } = settled;
  const waves = settings.wave === null ? null : latestWaves(settings.wave, waveNames(aggregate, settings));
  const grouped = { ...settings, by: withAudiences(settings.by, audienceColumn) };
  const released = releaseOf(grouped, { framework, read, wave: waves?.latest });
  const counted = assign(headcounts, released);
  const found = await estimateSurvey({
    ...{ framework, released, headcounts: counted.headcounts, seed, only, audienceColumn },
  });
  const change = await changeOf(grouped, { framework, read, released, found, waves });
  const systems = await systemsOf({
    ...{ framework, released, found, audienceColumn, seed },
    draws: only === "scores" ? 0 : draws,
  });
  const timed = asked.plan.files.some(({ head }) => head.duration !== null);
  const told = [
    ...warnings,
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
  const audit = buildAudit({
    ...{ version, framework, form: asked.form, program: asked.program, plan: asked.plan },
    mappingHash: hashOf(mappingText(asked.plan)),
    hash: hashOf,
    settings: { ...settings, profiles: profiles.map(({ text }) => text) },
    ...{ audience: asked.audience, audienceColumn, context },
    ...{ ledger: aggregate.ledger, released, systems, change },
    ...shown,
    wave: waves?.latest ?? null,
    quality: estimateQuality(released, { framework, repeatedIds: aggregate.ledger.repeatedIds, timed }),
    diagnosis: diagnose({
      framework,
      ...shown,
      ...systems,
      ...{ profiles, added, context },
      groups: found.groupings.flatMap(({ cells }) => cells),
      strategies: await doors.shelf.strategies(),
      figures: settings.figures,
      effort: settings.effort,
    }),
    warnings: told,
  });
  const explanation = explain === null ? null : explained(read.explanation, explain);
  return { audit, warnings: told, explanation, engine: read.engine };
}

/** The framework under its profiles, and what else was said of the survey as a whole. Throws ProblemsError. */
async function chosen(settings: ScoreSettings, { shelf }: ScoreDoors) {
  const under = await frameworkUnder(shelf, settings.framework, settings.profiles);
  checkFigures(under.framework, settings.figures);
  return { ...under, context: contextOf(under.framework, settings.context) };
}

function itemsOf(
  framework: Framework,
  { plan, total }: Released,
  { audience, overall }: { readonly audience: string; readonly overall: CellResult | null },
): readonly ItemResult[] {
  if (total === null) return [];
  return estimateItems({ framework, plan, released: total, audience, headcount: overall?.headcount ?? null });
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
