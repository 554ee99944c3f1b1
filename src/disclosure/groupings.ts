import type { Cell } from "../aggregate/types.ts";
import type { Grouping } from "../audit/grouping.ts";
import type { Context } from "./context.ts";
import { createExposureCheck, type Exposure, type ExposureCheck } from "./exposure.ts";
import type { Judged } from "./judge.ts";
import { combinationsOf, type Level, levelsOf, mapUnits, type Placed, printed, unitsOf } from "./levels.ts";
import { sumCells } from "./sums.ts";
import type { ReleasedGrouping } from "./types.ts";

export interface Decided {
  readonly grouping: Grouping;
  readonly rows: readonly Placed[];
  readonly withheld: ReleasedGrouping["withheld"];
}

interface GroupingsRequest {
  readonly asked: readonly Grouping[];
  readonly everyone: Placed;
  /** What is published of everybody, where `everyone` are a part of them. */
  readonly beside: Published | null;
}

/** What everybody can know beside a release, and the check by which it is held against that. */
export interface Published {
  readonly rows: readonly Placed[];
  readonly check: ExposureCheck;
}

/**
 * One grouping after the other; from the second on, or where more is published than `everyone`, only what tells nothing more
 * about anybody beside what was shown before.
 */
export function groupingsOf(context: Context, { asked, everyone, beside }: GroupingsRequest): readonly Decided[] {
  const check = beside?.check ?? createExposureCheck(context);
  const levels: Level[] = [];
  const shown: Placed[] = [...(beside?.rows ?? []), everyone];
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

/** The row without what is exposed. */
export function withExposed({ judge }: Context, placed: Placed, exposure: Exposure): Placed {
  const { cell } = placed.row;
  const touched = judge.subjects.filter(({ id }) => exposure.veils.has(id));
  const had = touched.filter(({ people, asked }) => people(cell) > 0 || asked(cell) > 0);
  const veils = new Map(had.map(({ id }) => [id, "hidden" as const]));
  return {
    ...placed,
    judged: judge.withMore(placed.judged, { veils, hidden: exposure.hidden, cell: placed.row.cell }),
  };
}

/** Everybody of these atoms, added up. */
export function cellOf({ plan }: Context, atoms: Context["view"]["atoms"]): Cell {
  return sumCells(
    plan.length,
    atoms.map(({ cell }) => cell),
  );
}

/** Everyone as the parent of all groupings. */
export function placedTotal({ view }: Context, cell: Cell, judged: Judged): Placed {
  return { row: { kind: "group", label: "", members: [], cell }, path: [], atoms: view.atoms, judged };
}
