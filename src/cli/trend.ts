import type { ScoreName, Trend, TrendWave } from "../audit/trend.ts";
import type { CompositeResult, DimensionResult } from "../audit/types.ts";
import { restyled } from "../render/restyled.ts";
import { trendBlocks } from "../render/sections/trend.ts";
import { comingsAndGoings, trendGroupBlocks } from "../render/sections/trend-groups.ts";
import type { Fact, Sheet } from "../render/sheet.ts";
import { type HouseStyle, PLAIN_STYLE } from "../render/style.ts";
import { basisWords, listWords, markWords, mostWords, plural } from "../render/words.ts";
import { version } from "../version.ts";

interface TrendOptions {
  /** The leading score of groups, too. */
  readonly byGroup: boolean;
  /** Absent: our own. */
  readonly style?: HouseStyle;
}

/** The trend as a page. Several audiences are not averaged, so that theirs is told group by group whatever was asked. */
export function trendSheet(own: Trend, { byGroup, style = PLAIN_STYLE }: TrendOptions): Sheet {
  const trend = restyledTrend(own, style);
  const latest = latestOf(trend);
  const { framework, tool, asked } = latest;
  return {
    title: `${style.title ?? framework.title}: trend`,
    maker: `${tool.name} ${version}`,
    mark: trend.waves.map(({ audit }) => markWords(audit)).find((mark) => mark !== null) ?? null,
    blocks: [
      { kind: "facts", rows: trendFacts(trend) },
      ...trendBlocks(trend, framework),
      ...(byGroup || asked.audienceColumn !== null ? trendGroupBlocks(trend, framework.reading) : []),
      ...comingsAndGoings(trend),
    ],
  };
}

/** With the house style's words for the bands of every wave. */
function restyledTrend(trend: Trend, style: HouseStyle): Trend {
  const waves = trend.waves.map((wave) => ({ ...wave, audit: restyled(wave.audit, style) }));
  const scores = trend.scores.map((score) => ({
    ...score,
    points: score.points.map((point, at) => ({ ...point, result: point.result && resultIn(waves[at], score) })),
  }));
  return { ...trend, waves, scores };
}

function resultIn(wave: TrendWave | undefined, { of, id }: ScoreName): CompositeResult | DimensionResult | null {
  const overall = wave?.audit.overall ?? null;
  const scores = of === "composite" ? overall?.composites : overall?.dimensions;
  return scores?.find((score) => score.id === id) ?? null;
}

/** The trend as data; docs/command-line.md names the keys. */
export function trendJson(trend: Trend): object {
  const { id, version: of, title, reading, hash } = latestOf(trend).framework;
  const { waves, scores, groups, steps, mind } = trend;
  return {
    format: "trust-audit/trend",
    formatVersion: 1,
    tool: { name: "trust-audit", version },
    framework: { id, version: of, title, reading, hash },
    waves: waves.map(waveJson),
    scores: scores.map((score) => ({
      ...{ of: score.of, id: score.id, title: score.title },
      points: score.points.map(({ index, follows, sinceFirst, sinceBefore }) => ({
        ...{ index, follows, sinceFirst, sinceBefore },
      })),
    })),
    groups: groups.map((group) => ({
      ...{ grouping: group.grouping, path: group.path, label: group.label },
      points: group.points.map((point) => point?.index ?? null),
      sinceFirst: group.sinceFirst,
      sinceBefore: group.sinceBefore,
    })),
    steps,
    mind,
    splits: trend.whole?.splits ?? [],
  };
}

function waveJson({ name, audit }: TrendWave): object {
  const { framework, asked, overall } = audit;
  return {
    name,
    people: overall === null ? null : (asked.people ?? overall.people),
    subset: asked.subset,
    version: framework.version,
    hash: framework.hash,
  };
}

function latestOf({ waves }: Trend): TrendWave["audit"] {
  const latest = waves.at(-1);
  if (latest === undefined) throw new Error("a trend of no waves");
  return latest.audit;
}

function trendFacts({ waves, steps, mind }: Trend): readonly Fact[] {
  const [first, last] = [waves[0], waves.at(-1)];
  const silent = waves.filter(({ audit }) => audit.overall === null).map(({ name }) => name);
  return [
    { label: "Waves", text: `${plural(waves.length, "audit", "audits")}, in the order given` },
    ...(first === undefined ? [] : [waveFact("First", first)]),
    ...(last === undefined ? [] : [waveFact("Latest", last)]),
    ...(silent.length === 0
      ? []
      : [{ label: "Nothing shown", text: `${mostWords(silent)}: too few answers to show any`, tone: "fair" as const }]),
    ...steps.flatMap((step, at) => stepFacts(step, waves[at + 1]?.name ?? "")),
    ...mind.map((text) => ({ label: "Mind", text, tone: "fair" as const })),
  ];
}

function waveFact(label: string, { name, audit: { asked, framework, overall } }: TrendWave): Fact {
  const basis = overall === null ? "nothing is shown" : basisWords(framework.unit, asked.people ?? overall.people);
  return { label, text: `${name}: ${basis}${asked.subset === null ? "" : ` (${asked.subset})`}` };
}

/** Where the way of scoring, or what people read, has changed. */
function stepFacts({ broken, leftOut, reworded }: Trend["steps"][number], name: string): readonly Fact[] {
  if (broken !== null) return [{ label: "Break", text: `before ${name}: ${broken}`, tone: "fair" }];
  const reasons = new Map<string, string[]>();
  for (const { title, reason } of leftOut) reasons.set(reason, [...(reasons.get(reason) ?? []), title]);
  return [
    ...[...reasons].map(([reason, titles]): Fact => {
      const told = reason.replace("the second audit", name).replace("the first audit", "the audit before");
      return { label: "Break", text: `before ${name}: ${mostWords(titles)}: ${told}`, tone: "fair" };
    }),
    ...(reworded.length === 0 ? [] : [rewordedFact(reworded, name)]),
  ];
}

function rewordedFact(reworded: readonly ScoreName[], name: string): Fact {
  const titles = listWords([...new Set(reworded.map(({ title }) => title))], "and");
  return { label: "Reworded", text: `from ${name} on, ${titles}: what people read has changed`, tone: "fair" };
}
