import type { Published } from "../../src/audit/estimate.ts";
import type { ReliabilityResult } from "../../src/audit/types.ts";
import type { ReleasedCell } from "../../src/disclosure/types.ts";
import type { Framework } from "../../src/framework/types.ts";
import { estimateReliability } from "../../src/statistics/reliability.ts";
import { type Row, releasedTotal } from "./released-total.ts";
import { codedScale, dimension, framework, item } from "./small-framework.ts";

interface Of {
  readonly released?: Partial<ReleasedCell>;
  readonly weights?: readonly number[];
  readonly only?: "scores";
}

export function reliabilityOf(of: Framework, rows: readonly Row[], { released = {}, weights, only }: Of = {}) {
  const total = releasedTotal(of, rows, { weights: weights ?? null, only: only ?? null });
  return estimateReliability({
    framework: of,
    plan: total.plan,
    released: { ...total.released, ...released },
    sampling: { unit: of.unit, headcount: null, level: 0.95 },
    seed: 1,
  });
}

const LONG = codedScale("long", [0, 100]);
export const wholeNumbers = (names: readonly string[], reversed: readonly string[] = []): Framework =>
  framework({
    scales: new Map([["long", LONG]]),
    items: names.map((name) => item(name, { scale: "long", dimension: "d", reverse: reversed.includes(name) })),
    dimensions: [dimension("d", names, { min: 0, max: 100 })],
  });

export async function only(of: Framework, rows: readonly Row[], how: Of = {}): Promise<ReliabilityResult> {
  const [result] = await reliabilityOf(of, rows, how);
  if (result === undefined) throw new Error("no result");
  return result;
}

export function shown(number: Published | undefined): number {
  if (number?.kind !== "estimate") throw new Error(`no estimate but ${JSON.stringify(number)}`);
  return number.value;
}

export const repeated = (rows: readonly Row[], times: number): readonly Row[] =>
  Array.from({ length: times }, () => rows).flat();
