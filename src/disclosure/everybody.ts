import type { Framework } from "../framework/types.ts";
import type { Context } from "./context.ts";
import { createExposureCheck } from "./exposure.ts";
import { cellOf, groupingsOf, type Published, placedTotal } from "./groupings.ts";
import { createJudge } from "./judge.ts";
import { coreCounts } from "./table.ts";

/** Several audiences: how a report of everybody would be made, whoever is looked at now. */
export interface Everybody {
  /** The segment that tells the audiences apart. */
  readonly column: string;
  /** As all who answered were asked. */
  readonly framework: Framework;
}

/**
 * What a report of everybody (of the wave) shows without being asked: all of them, and the audiences apart. A part of them is
 * held against each of these cells, for an audience less the part may be one person. Null where no audiences are told apart.
 */
export function publishedOf(context: Context, everybody: Everybody | null): Published | null {
  if (everybody === null) return null;
  const { plan, minGroup, rules, view } = context;
  const { column, framework } = everybody;
  const wide: Context = {
    ...{ plan, framework, minGroup, rules, counts: coreCounts(plan, framework) },
    view: { ...view, atoms: [...view.atoms, ...view.rest], rest: [] },
    // What of the sums over several answers is withheld is known by the sums themselves.
    judge: createJudge({ plan, framework, subsets: context.judge.subsets }, { minGroup, rules }),
  };
  const check = createExposureCheck(wide);
  const total = cellOf(wide, wide.view.atoms);
  if (wide.counts.size(total) < minGroup) return { rows: [], check };
  const everyone = placedTotal(wide, total, wide.judge.ofTotal(total, null));
  const asked = [{ text: column, kind: "single", columns: [column] }] as const;
  const groupings = groupingsOf(wide, { asked, everyone, beside: null });
  return { rows: [everyone, ...groupings.flatMap(({ rows }) => rows)], check };
}
