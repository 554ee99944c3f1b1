import type { CauseLoop, Causes, CellResult, SymptomCauses } from "../audit/types.ts";
import type { CauseLink, Framework } from "../framework/types.ts";
import { findLoops } from "./loops.ts";
import { type Standing, standings } from "./standing.ts";

type Low = ReadonlyMap<string, Standing>;

/**
 * What may lie behind the low dimensions, along the framework's declared links (theory, not a finding from these data).
 * Low is an index below 50 and below target: to be merely short of a target is no symptom. A symptom is a low dimension
 * that some link leads to; its causes are the low ones at the other end, by pull = strength × gap to the target (index
 * points)/100. A symptom without such a cause keeps an empty list. All members of a loop are low.
 * Null where the framework declares no links.
 */
export function findCauses(framework: Framework, overall: CellResult): Causes | null {
  if (framework.links.length === 0) return null;
  const low = new Map(standings(overall).flatMap((one) => (one.low ? [[one.dimension, one] as const] : [])));
  return { symptoms: symptoms(framework.links, low), loops: loops(framework.links, low) };
}

function symptoms(links: readonly CauseLink[], low: Low): readonly SymptomCauses[] {
  return [...low.values()]
    .map((symptom) => ({ symptom, incoming: links.filter((link) => link.to === symptom.dimension) }))
    .filter(({ incoming }) => incoming.length > 0)
    .map(({ symptom, incoming }) => ({
      dimension: symptom.dimension,
      title: symptom.title,
      index: symptom.index,
      causes: causesAmong(incoming, low),
    }))
    .sort((a, b) => a.index - b.index);
}

function causesAmong(incoming: readonly CauseLink[], low: Low): SymptomCauses["causes"] {
  return incoming
    .flatMap(({ from, strength, because }) => {
      const cause = low.get(from);
      if (cause === undefined) return [];
      const { dimension, title, index, gap } = cause;
      return [{ dimension, title, index, strength, because, pull: strength * gap }];
    })
    .sort((a, b) => b.pull - a.pull);
}

function loops(links: readonly CauseLink[], low: Low): readonly CauseLoop[] {
  return findLoops(links, [...low.keys()]).map((circle) => ({
    members: circle.flatMap(({ from }) => {
      const member = low.get(from);
      return member === undefined ? [] : [{ dimension: from, title: member.title, index: member.index }];
    }),
    because: circle.map((link) => link.because),
  }));
}
