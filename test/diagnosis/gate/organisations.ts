/**
 * Stable organisations, surveyed month after month against a fixed baseline, through the program's own functions: how often
 * a gate cries wolf in a year, and how soon it notices a real drop.
 */
import { createPairedPlan, emptyPaired, foldJoiner, foldLeaver, foldPair } from "../../../src/aggregate/paired.ts";
import type { CellResult, PlainChange } from "../../../src/audit/types.ts";
import type { GateMode } from "../../../src/audit/verdict.ts";
import { changeReading } from "../../../src/diagnosis/gate/changes.ts";
import { judge } from "../../../src/diagnosis/gate/judge.ts";
import { releasePaired } from "../../../src/disclosure/release-paired.ts";
import { createDraws, type Draws } from "../../../src/numeric/draws.ts";
import { estimateCell } from "../../../src/statistics/cell.ts";
import { changeBetween } from "../../../src/statistics/change.ts";
import { estimatePairedChange } from "../../../src/statistics/paired.ts";
import { createCounter, type Person } from "../../reference/cells.ts";
import { codedScale, dimension, framework, item } from "../../statistics/small-framework.ts";

const ITEMS = ["a1", "a2", "a3", "a4", "a5"];
const ID = "trust";
const counter = createCounter(
  framework({
    scales: new Map([["agree", codedScale("agree", [1, 5])]]),
    items: ITEMS.map((id) => item(id, { dimension: ID })),
    dimensions: [dimension(ID, ITEMS)],
    composites: [],
    outcomes: [],
  }),
  { only: "scores" },
);
const UNITS = counter.program.dimensions[0]?.unitsPerPoint ?? 1;
const pairedPlan = createPairedPlan(counter.program);
const somebody = counter.person([3, 3, 3, 3, 3]);

/** Scores are normal, in points on 1–5: the ends are three standard deviations away. */
const MEAN = 3;
const SD = 0.66;
const INDEX_POINTS = 25;
/** Correlation of a person's answers in two months: the part of the variance that stays with the person. */
const RETEST = 0.6;
/** The margin of the gate and the real drop, in standard deviations. */
const MARGIN = 0.25;
const DROP = 0.5;
const MONTHS = 12;
/** Waves within which a drop is to be noticed. */
const WITHIN = 2;
const MIN_GROUP = 5;

export const KINDS = ["anonymous", "paired"] as const;
export const MODES = ["regression", "confident", "point"] as const;

export interface Design {
  readonly people: number;
  /** Share of them who answer each month, drawn anew. */
  readonly response: number;
  /** Other people answer each month, out of very many. */
  readonly isOthers?: boolean;
}

export interface Counts {
  /** Organisations with a false alarm in the year, and those whose drop was noticed in time. */
  readonly alarmed: number;
  readonly caught: number;
}

export type Study = Readonly<Record<(typeof KINDS)[number], Readonly<Record<GateMode, Counts>>>>;

export const DESIGNS: readonly Design[] = [
  ...[20, 40, 80].flatMap((people) => [1, 0.7].map((response) => ({ people, response }))),
  ...[20, 40, 80].map((people) => ({ people, response: 1, isOthers: true })),
];

/** Same design, same organisations: each has a stream of draws of its own, so that a part of them are the first of all. */
export async function studyOf(design: Design, organisations: number): Promise<Study> {
  const counts = KINDS.map(() => MODES.map(() => ({ alarmed: 0, caught: 0 })));
  for (let at = 0; at < organisations; at += 1) {
    const year = await yearOf(design, createDraws(1000 * design.people + Math.round(100 * design.response), at));
    for (const [k, kind] of year.entries())
      for (const [m, { alarmed, caught }] of kind.entries()) {
        const count = counts[k]?.[m];
        if (count === undefined) continue;
        count.alarmed += Number(alarmed);
        count.caught += Number(caught);
      }
  }
  const modes = (k: number) => Object.fromEntries(MODES.map((mode, m) => [mode, counts[k]?.[m]]));
  return Object.fromEntries(KINDS.map((kind, k) => [kind, modes(k)])) as Study;
}

/** Who answered in one month, by their place in the organisation; null: did not. */
type Wave = readonly (Person | null)[];

/** Per kind and mode: whether a year without any change raised an alarm, and whether the drop after it was noticed. */
async function yearOf({ people, response, isOthers = false }: Design, draws: Draws) {
  const everybody = () => Array.from({ length: people }, () => Math.sqrt(RETEST) * draws.normal());
  const stable = everybody();
  const wave = (shift: number): Wave => {
    const answering = chosen(people, Math.round(people * response), draws);
    return (isOthers ? everybody() : stable).map((own, at) => {
      const z = own + Math.sqrt(1 - RETEST) * draws.normal() + shift;
      return answering.has(at) ? person(MEAN + SD * z) : null;
    });
  };
  const baseline = wave(0);
  const before = await cellOf(baseline);
  const failures = async (shift: number, months: number) => {
    const failed: (readonly (readonly boolean[])[])[] = [];
    for (let month = 0; month < months; month += 1)
      failed.push(await judgedWave({ baseline: isOthers ? null : baseline, before }, wave(shift)));
    return (k: number, m: number) => failed.some((one) => one[k]?.[m] === true);
  };
  const [isAlarmed, isCaught] = [await failures(0, MONTHS), await failures(-DROP, WITHIN)];
  return KINDS.map((_kind, k) => MODES.map((_mode, m) => ({ alarmed: isAlarmed(k, m), caught: isCaught(k, m) })));
}

/** Per kind and mode whether the gate fails. */
async function judgedWave(
  { baseline, before }: { readonly baseline: Wave | null; readonly before: CellResult },
  now: Wave,
): Promise<readonly (readonly boolean[])[]> {
  const names = { before: "baseline", after: "now" };
  const [independent] = changeBetween({ before, after: await cellOf(now), names });
  const paired = baseline === null ? null : await pairedChange(baseline, now);
  const anonymous = { change: independent, kind: "independent" } as const;
  const changes = [anonymous, paired === null ? anonymous : ({ change: paired, kind: "paired" } as const)];
  const limit = MARGIN * SD * INDEX_POINTS;
  return changes.map(({ change, kind }) => {
    if (change === undefined) throw new Error("no change to judge");
    const reading = changeReading(change, { kind, direction: "drop", statistic: "index" });
    return MODES.map((mode) => judge(reading, { operator: "<=", limit, mode }).verdict === "fail");
  });
}

/** Null where it may not be shown, for few joined and left, or is of too few: the gate then judges two groups of people. */
async function pairedChange(baseline: Wave, now: Wave): Promise<PlainChange | null> {
  const aggregate = emptyPaired(pairedPlan);
  for (const [at, before] of baseline.entries()) {
    const after = now[at] ?? null;
    if (before !== null && after !== null) foldPair(aggregate, before.scored.scores, after.scored.scores);
    else if (before !== null) foldLeaver(aggregate, before.scored.scores);
    else if (after !== null) foldJoiner(aggregate, after.scored.scores);
  }
  const { framework: of } = counter;
  const total = counter.cell(now.filter((one) => one !== null));
  const { paired, hidden, reason } = releasePaired(aggregate, { total, framework: of, minGroup: MIN_GROUP });
  if (reason !== null) return null;
  const [change] = await estimatePairedChange({ framework: of, paired, hidden, seed: 1, level: 0.95 });
  return change?.index.kind === "estimate" && change.says !== "too few to say" ? change : null;
}

function cellOf(wave: Wave): Promise<CellResult> {
  const { framework: of, plan } = counter;
  const released = counter.cell(wave.filter((one) => one !== null));
  return estimateCell({ framework: of, plan, released, headcount: null, unit: "person", seed: 1 });
}

/** Somebody with this score: to the nearest sixtieth of a point, as scores are kept. */
function person(score: number): Person {
  const units = Math.round(UNITS * Math.min(5, Math.max(1, score)));
  return { ...somebody, scored: { ...somebody.scored, scores: Float64Array.of(units) } };
}

/** So many of the places, each set as likely as any other. */
function chosen(from: number, many: number, draws: Draws): ReadonlySet<number> {
  const places = Array.from({ length: from }, (_, at) => at);
  for (let at = 0; at < many; at += 1) {
    const other = at + draws.below(from - at);
    [places[at], places[other]] = [places[other] ?? 0, places[at] ?? 0];
  }
  return new Set(places.slice(0, many));
}
