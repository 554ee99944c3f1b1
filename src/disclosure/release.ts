import type { Aggregate } from "../aggregate/types.ts";
import type { Grouping } from "../audit/grouping.ts";
import type { Framework } from "../framework/types.ts";
import type { Context } from "./context.ts";
import { type Everybody, publishedOf } from "./everybody.ts";
import { cellOf, groupingsOf, type Published, placedTotal, withExposed } from "./groupings.ts";
import { createJudge, type Judge, type Judged } from "./judge.ts";
import type { Placed } from "./levels.ts";
import { ALL_RULES, MINIMUM_MIN_GROUP, type Rules } from "./policy.ts";
import { redactRow, redactTotal, wholeCell } from "./redact.ts";
import { coreCounts } from "./table.ts";
import type { Released, ReleasedCell, ReleasedGrouping } from "./types.ts";
import { type ViewRequest, viewOf } from "./view.ts";

interface ReleaseInput extends ViewRequest {
  readonly aggregate: Aggregate;
  /** As it was asked: items and dimensions of the aggregate's plan. */
  readonly framework: Framework;
  /** In the order asked for: an earlier one is shown rather than a later. */
  readonly groupings: readonly Grouping[];
  /** People; at least 3. Of no meaning where one row is one assessment. */
  readonly minGroup: number;
  /** Where several audiences answered: everybody's report has them apart, unasked. Left out or null: one audience. */
  readonly everybody?: Everybody | null;
}

/**
 * Decides what may be known, once, before any statistic: the pooled aggregate that everything below takes as input.
 * Cells hold only sums that may be published, so no later mistake can print what is hidden. Where one row is one
 * assessment (any unit but `person`) nothing is hidden.
 * Throws when `minGroup` is under 3 or the aggregate has no segment that is asked for: both are checked at the door.
 */
export function release(input: ReleaseInput): Released {
  return releaseUnder(input, ALL_RULES);
}

/** `release` with rules that can be switched off one by one: the seam through which the attack proves each of them. */
export function releaseUnder(input: ReleaseInput, rules: Rules): Released {
  const { aggregate, framework, minGroup } = input;
  const { plan } = aggregate;
  const isOfPeople = framework.unit === "person";
  if (isOfPeople && (!Number.isInteger(minGroup) || minGroup < MINIMUM_MIN_GROUP))
    throw new Error(`the minimum group must be a whole number from ${MINIMUM_MIN_GROUP}, not ${minGroup}`);
  const view = viewOf(aggregate, input);
  const common = { plan, framework, minGroup, view, counts: coreCounts(plan, framework) };
  if (!isOfPeople) return releaseAssessments({ ...common, rules: NO_RULES, judge: OPEN }, input.groupings);
  const context = { ...common, rules, judge: createJudge({ plan, framework }, { minGroup, rules }) };
  const isPart = rules.filter && view.rest.length > 0;
  return releasePeople(context, input.groupings, isPart ? publishedOf(context, input.everybody ?? null) : null);
}

function releasePeople(context: Context, asked: readonly Grouping[], beside: Published | null): Released {
  const { plan, minGroup, rules, view, counts, judge } = context;
  const total = cellOf(context, view.atoms);
  const rest = view.rest.length === 0 ? null : cellOf(context, view.rest);
  const rowsTold = mayTellRows(context);
  const withheld = (withheldBecause: Released["withheldBecause"]): Released => {
    return { plan, minGroup, total: null, withheldBecause, groupings: [], hidden: withheldBecause !== null, rowsTold };
  };
  if (counts.people(total) === 0) return withheld(null);
  if (counts.size(total) < minGroup) return withheld("too few");
  if (rules.filter && rest !== null && counts.people(rest) > 0 && counts.size(rest) < minGroup)
    return withheld("filter");
  const placed = besidePublished(context, placedTotal(context, total, judge.ofTotal(total, rest)), beside);
  if (placed === null) return withheld("filter");
  const everyone = redactTotal(total, placed.judged, {
    ...{ context, rest: rules.filter ? rest : null, isBesideGroups: beside !== null },
  });
  const groupings = groupingsOf(context, { asked, everyone: placed, beside });
  const released = groupings.map(({ grouping, rows, withheld: why }): ReleasedGrouping => {
    return { grouping, cells: rows.map((row) => redactRow(row, context)), withheld: why };
  });
  const hidden = isAnythingHidden(everyone, released);
  return { plan, minGroup, total: everyone, withheldBecause: null, groupings: released, hidden, rowsTold };
}

/** A part of everybody without what would tell of a few beside what is published; null where all of it would. */
function besidePublished(context: Context, part: Placed, beside: Published | null): Placed | null {
  if (beside === null) return part;
  const exposure = beside.check(beside.rows, [part]);
  return exposure.tellsOfPeople ? null : withExposed(context, part, exposure);
}

/**
 * The rows of all waves, less the people of those that are shown, are those of the others: each wave that is not the one
 * shown, those whom the filter left out, and all of them together must be nobody or enough to be counted. Where the wave
 * asked for is too small itself, the people of the one before could be taken away.
 */
function mayTellRows({ plan, minGroup, view }: Context): boolean {
  const own = view.otherWaves.length > 0 ? [view.atoms] : [];
  const outside = [view.rest, ...view.otherWaves];
  return [...own, ...outside, outside.flat()].every((atoms) => {
    const people = atoms.reduce((sum, { cell }) => sum + (cell[plan.people] ?? 0), 0);
    return people === 0 || people >= minGroup;
  });
}

function isAnythingHidden(total: ReleasedCell, groupings: readonly ReleasedGrouping[]): boolean {
  const cells = [total, ...groupings.flatMap((grouping) => grouping.cells)];
  const pooled = cells.some(({ kind }) => kind === "pool") || groupings.some(({ withheld }) => withheld !== null);
  const veiled = cells.some((cell) => cell.veils.size > 0);
  return pooled || veiled || !total.itemTable || total.hiddenItems.size > 0;
}

const NO_RULES: Rules = {
  pool: false,
  complement: false,
  optional: false,
  extremes: false,
  eliminate: false,
  filter: false,
  paired: false,
};

const NOTHING: Judged = { veils: new Map(), hidden: new Set() };

/** Withholds nothing. */
const OPEN: Judge = {
  subjects: [],
  subsets: [],
  ofTotal: () => NOTHING,
  ofRows: ({ rows }) => new Map(rows.map((row) => [row, NOTHING])),
  withMore: (judged) => judged,
};

function releaseAssessments(context: Context, asked: readonly Grouping[]): Released {
  const { plan, minGroup, view, counts } = context;
  const total = cellOf(context, view.atoms);
  const isAnybody = counts.people(total) > 0;
  const groupings = groupingsOf(context, { asked, everyone: placedTotal(context, total, NOTHING), beside: null });
  return {
    plan,
    minGroup,
    total: isAnybody ? wholeCell(context, { kind: "total", path: [], cell: total }) : null,
    withheldBecause: null,
    groupings: groupings.map(({ grouping, rows, withheld }) => ({
      grouping,
      cells: rows.map(({ row, path }) => wholeCell(context, { kind: row.kind, path, cell: row.cell })),
      withheld,
    })),
    hidden: false,
    rowsTold: true,
  };
}
