/**
 * Compiled frameworks and strategies as JSON, and back: nothing has to be compiled again, only maps are made of what stands
 * for them. Keys of compiled data are names; none is this sign.
 */
const MAP = "→";

/** What JSON can hold of compiled data. A value that is undefined may be there as little as a function. */
export function stored(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(stored);
  if (value instanceof Map) return { [MAP]: [...value].map(([key, inner]) => [key, stored(inner)]) };
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, stored(inner)]));
}

/** What was stored, frozen all the way down as the compiler does it. text: JSON of this package's own making. */
export function revived<T>(text: string): T {
  return revive(JSON.parse(text)) as T;
}

/** In place: a run begins with this, and some hundred objects need no copies. */
function revive(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at++) {
      const inner: unknown = value[at];
      if (typeof inner === "object") value[at] = revive(inner);
    }
    return Object.freeze(value);
  }
  const held = value as Record<string, unknown>;
  const pairs = held[MAP];
  if (pairs !== undefined) return reviveMap(pairs as readonly (readonly [string, unknown])[]);
  for (const key in held) {
    const inner = held[key];
    if (typeof inner === "object") held[key] = revive(inner);
  }
  return Object.freeze(held);
}

function reviveMap(pairs: readonly (readonly [string, unknown])[]): ReadonlyMap<string, unknown> {
  const map = new Map<string, unknown>();
  for (const [key, inner] of pairs) map.set(key, revive(inner));
  return Object.freeze(map);
}
