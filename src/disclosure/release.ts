import type { Aggregate, Cell } from "../aggregate/types.ts";
import type { Grouping } from "../audit/grouping.ts";
import type { Framework } from "../framework/types.ts";
import type { Context } from "./context.ts";
import { createExposureCheck } from "./exposure.ts";
import { createJudge, type Judge, type Judged } from "./judge.ts";
import { combinationsOf, type Level, levelsOf, mapUnits, type Placed, printed, unitsOf } from "./levels.ts";
import { ALL_RULES, MINIMUM_MIN_GROUP, type Rules } from "./policy.ts";
import { redactRow, redactTotal, wholeCell } from "./redact.ts";
import { sumCells } from "./sums.ts";
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
  return releasePeople(
    { ...common, rules, judge: createJudge({ plan, framework }, { minGroup, rules }) },
    input.groupings,
  );
}

function releasePeople(context: Context, asked: readonly Grouping[]): Released {
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
  const judged = judge.ofTotal(total, rest);
  const everyone = redactTotal(total, judged, { context, rest: rules.filter ? rest : null });
  const groupings = groupingsOf(context, { asked, everyone: placedTotal(context, total, judged) });
  const released = groupings.map(({ grouping, rows, withheld: why }): ReleasedGrouping => {
    return { grouping, cells: rows.map((row) => redactRow(row, context)), withheld: why };
  });
  const hidden = isAnythingHidden(everyone, released);
  return { plan, minGroup, total: everyone, withheldBecause: null, groupings: released, hidden, rowsTold };
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

interface Decided {
  readonly grouping: Grouping;
  readonly rows: readonly Placed[];
  readonly withheld: ReleasedGrouping["withheld"];
}

/** One grouping after the other; from the second on only what tells nothing more about anybody beside those before. */
function groupingsOf(
  context: Context,
  { asked, everyone }: { readonly asked: readonly Grouping[]; readonly everyone: Placed },
): readonly Decided[] {
  const check = createExposureCheck(context);
  const levels: Level[] = [];
  const shown: Placed[] = [everyone];
  return asked.map((grouping): Decided => {
    const drafted = draftOf(context, { grouping, everyone, earlier: levels });
    if (drafted.rows.length === 0) return { grouping, rows: [], withheld: "too small" };
    // Rule 2 alone is enough for the first: apart from everyone its rows are never of the same people twice.
    const exposure = context.rules.eliminate && shown.length > 1 ? check(shown, drafted.rows) : null;
    if (exposure?.tellsOfPeople) return { grouping, rows: [], withheld: "with the others" };
    const { rows, levels: own } =
      exposure === null ? drafted : drafted.with((row) => withExposed(context, row, exposure));
    levels.push(...own);
    shown.push(...rows);
    return { grouping, rows, withheld: null };
  });
}

/** A grouping by itself: rows as they are printed, and the levels that further ones can be built on. */
interface Draft {
  readonly rows: readonly Placed[];
  readonly levels: readonly Level[];
  with(change: (placed: Placed) => Placed): Omit<Draft, "with">;
}

function draftOf(
  context: Context,
  of: { readonly grouping: Grouping; readonly everyone: Placed; readonly earlier: readonly Level[] },
): Draft {
  const { columns, kind } = of.grouping;
  if (kind === "crossing") {
    const draft = (rows: readonly Placed[]) => ({ rows, levels: [{ columns, rows }] });
    const rows = combinationsOf(context, of);
    return { ...draft(rows), with: (change) => draft(rows.map(change)) };
  }
  const units = unitsOf(context, of.everyone, columns);
  const draft = (made: typeof units) => ({ rows: printed(made), levels: levelsOf(made, columns) });
  return { ...draft(units), with: (change) => draft(mapUnits(units, change)) };
}

function withExposed(
  { judge }: Context,
  placed: Placed,
  exposure: ReturnType<ReturnType<typeof createExposureCheck>>,
): Placed {
  const answered = judge.subjects.filter(({ id, people }) => exposure.veils.has(id) && people(placed.row.cell) > 0);
  const veils = new Map(answered.map(({ id }) => [id, "hidden" as const]));
  return { ...placed, judged: judge.withMore(placed.judged, { veils, hidden: exposure.hidden }) };
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
  const groupings = groupingsOf(context, { asked, everyone: placedTotal(context, total, NOTHING) });
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

function cellOf({ plan }: Context, atoms: Context["view"]["atoms"]): Cell {
  return sumCells(
    plan.length,
    atoms.map(({ cell }) => cell),
  );
}

function placedTotal({ view }: Context, cell: Cell, judged: Judged): Placed {
  return { row: { kind: "group", label: "", members: [], cell }, path: [], atoms: view.atoms, judged };
}
