import type { Aggregate, Cell } from "../aggregate/types.ts";

/** One combination of values of all segment columns, and its people. */
export interface Atom {
  /** In order of the columns. */
  readonly values: readonly string[];
  readonly cell: Cell;
}

/** The people a release is about. */
export interface View {
  readonly columns: readonly string[];
  readonly atoms: readonly Atom[];
  /** Of the same wave, left out by the filter. */
  readonly rest: readonly Atom[];
  /** Each of the other waves. */
  readonly otherWaves: readonly (readonly Atom[])[];
}

export interface ViewRequest {
  /** Who is looked at, by the values of their columns; null for everyone of the wave. */
  readonly where: ((of: (column: string) => string) => boolean) | null;
  /** Null where there are no waves. */
  readonly wave: { readonly column: string; readonly value: string } | null;
}

/** Another wave is another body of answers: nothing shown of it can be subtracted from this one's. Its atoms play no part. */
export function viewOf({ plan, atoms }: Aggregate, { where, wave }: ViewRequest): View {
  const columns = plan.segments;
  // In an order of their own, so that nothing depends on the order of the rows.
  const sorted = [...atoms].sort(([a], [b]) => (a < b ? -1 : 1));
  const all = sorted.map(([key, cell]): Atom => ({ values: valuesOf(key), cell }));
  const place = wave === null ? -1 : placeOf(columns, wave.column);
  const current = wave === null ? all : all.filter(({ values }) => values[place] === wave.value);
  const otherWaves = wave === null ? [] : wavesBut(wave.value, { all, place });
  if (where === null) return { columns, atoms: current, rest: [], otherWaves };
  const kept = new Set(current.filter(({ values }) => where((column) => values[placeOf(columns, column)] ?? "")));
  return { columns, atoms: [...kept], rest: current.filter((atom) => !kept.has(atom)), otherWaves };
}

function wavesBut(
  current: string,
  { all, place }: { readonly all: readonly Atom[]; readonly place: number },
): View["otherWaves"] {
  const waves = new Map<string, Atom[]>();
  for (const atom of all) {
    const wave = atom.values[place] ?? "";
    const known = waves.get(wave);
    if (wave !== current && known === undefined) waves.set(wave, [atom]);
    else if (wave !== current) known?.push(atom);
  }
  return [...waves.values()];
}

/** The values of the wave's column among those whom the filter keeps, unordered; none where there are no waves. */
export function waveNames(
  aggregate: Aggregate,
  { wave, where }: { readonly wave: string | null; readonly where: { test: NonNullable<ViewRequest["where"]> } | null },
): readonly string[] {
  if (wave === null) return [];
  const { columns, atoms } = viewOf(aggregate, { where: where?.test.bind(where) ?? null, wave: null });
  const place = placeOf(columns, wave);
  return [...new Set(atoms.map(({ values }) => values[place] ?? ""))];
}

/** Throws when the aggregate was not built with this column. */
export function placeOf(columns: readonly string[], column: string): number {
  const place = columns.indexOf(column);
  if (place < 0) throw new Error(`the aggregate has no segment "${column}"`);
  return place;
}

/** Atom keys are the JSON of the tuple of segment values. */
function valuesOf(key: string): readonly string[] {
  const values: unknown = JSON.parse(key);
  if (!Array.isArray(values) || !values.every((value) => typeof value === "string"))
    throw new Error(`atom key ${key} is not a list of values`);
  return values;
}
