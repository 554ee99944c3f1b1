/** Documents as they were parsed, before the schema has seen them. */
export type Json = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The record with more keys behind one of its own, or (`null`) before all of them; as it is where it has no such key. */
export function inserted(record: unknown, after: string | null, more: Json): unknown {
  if (!isRecord(record)) return record;
  if (after === null) return { ...more, ...record };
  const entries = Object.entries(record).flatMap((entry) =>
    entry[0] === after ? [entry, ...Object.entries(more)] : [entry],
  );
  return Object.fromEntries(entries);
}

/** The record with some of its keys changed; those it does not have stay away. */
export function changed(record: unknown, changes: Readonly<Record<string, (value: unknown) => unknown>>): unknown {
  if (!isRecord(record)) return record;
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, Object.hasOwn(changes, key) ? changes[key]?.(value) : value]),
  );
}

/** Each element changed; what is no list stays as it is. */
export function each(change: (value: unknown) => unknown): (value: unknown) => unknown {
  return (value) => (Array.isArray(value) ? value.map(change) : value);
}

/** The order of the keys that are there stays. */
export function withAbsent(record: Json, defaults: Json): Json {
  return { ...record, ...Object.fromEntries(Object.entries(defaults).filter(([key]) => !(key in record))) };
}
