import type { ChangeResult } from "../audit/types.ts";
import { release } from "../disclosure/release.ts";
import { releasePaired } from "../disclosure/release-paired.ts";
import type { Released } from "../disclosure/types.ts";
import type { SurveyReading } from "../engines/survey.ts";
import type { Framework } from "../framework/types.ts";
import type { Waves } from "../response/asked/waves.ts";
import { estimateSurvey, type SurveyResults } from "../statistics/survey.ts";
import { changeOfWaves, pairedChange } from "../statistics/waves.ts";
import type { ScoreSettings } from "./settings.ts";

interface Settled {
  readonly framework: Framework;
  readonly read: SurveyReading;
}

/** What may be known of one wave, or of everybody. */
export function releaseOf(
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
    everybody: read.everybody,
  });
}

/** What has changed since the wave before; null where there is none. */
export async function changeOf(
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
    const before = await estimateSurvey({
      ...{ framework, released: earlier, headcounts: new Map(), seed },
      ...{ only: "scores", audienceColumn: read.asked.audienceColumn },
    });
    const { unit } = framework;
    return changeOfWaves({ name: waves.before, unit, ...before }, { name: waves.latest, unit, ...found });
  }
  if (previous === null || read.paired === null || released.total === null) return null;
  const { total, minGroup } = released;
  const pairs = releasePaired(read.paired, { total, framework, minGroup });
  return pairedChange({ framework, pairs, seed, before: previous, isApart: found.isApart });
}
