import type { Published } from "../../audit/estimate.ts";
import type { Audit, CellResult } from "../../audit/types.ts";
import type { Found } from "./types.ts";

/** All numbers that findings may rest on: of everyone, or of each audience, and of the gaps between them. Null: not shown at all. */
export function groundsOf({ overall, asked, groupings, gaps }: Audit): readonly (Published | null)[] {
  const { audiences, audienceColumn } = asked;
  if (audiences.length < 2) return indicesOf(overall);
  const told = groupings.find(({ columns }) => columns.length === 1 && columns[0] === audienceColumn);
  const cells = (told?.cells ?? []).filter(({ kind }) => kind === "group");
  // One that nobody answered for would have no cell either: which of the two it is may not be told.
  const absent = cells.length < audiences.length ? [null] : [];
  return [...cells.flatMap(indicesOf), ...gaps.map(({ index }) => index), ...absent];
}

function indicesOf(cell: CellResult | null): readonly (Published | null)[] {
  return cell === null ? [null] : [...cell.dimensions, ...cell.composites].map(({ index }) => index);
}

/** Whether any of these is not known. What was never asked is not: no finding could come of it. */
export function unshownOf(grounds: readonly (Published | null)[]): Pick<Found, "unshown"> {
  if (grounds.some((one) => one === null || one.kind === "hidden")) return unshown(null);
  const lacking = grounds.flatMap((one) => (one?.kind === "none" && !one.reason.includes(UNASKED) ? [one.reason] : []));
  return lacking[0] === undefined ? {} : unshown(lacking[0]);
}

/** How many there might be the audit does not say. */
function unshown(why: string | null): Pick<Found, "unshown"> {
  return { unshown: { why, most: Number.POSITIVE_INFINITY } };
}

const UNASKED = "not asked";
