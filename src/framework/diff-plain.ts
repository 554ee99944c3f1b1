/** A value of the compiled framework as JSON has it: maps as objects, and what is not there left out. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

export function plain(value: unknown): Plain {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (Array.isArray(value)) return value.map(plain);
  const own = value instanceof Map ? [...value] : Object.entries(value);
  return Object.fromEntries(own.flatMap(([key, inner]) => (inner === undefined ? [] : [[String(key), plain(inner)]])));
}

/**
 * Every text, number or list of texts in it, by its path: "text.customers". Elements of a list that have an id go by it,
 * others by their place; a list of plain values is one value, and its order counts.
 */
export function entries(value: Plain): ReadonlyMap<string, string> {
  return new Map(walk(value, ""));
}

function walk(value: Plain, path: string): readonly (readonly [string, string])[] {
  if (Array.isArray(value)) {
    const isFlat = value.every((one) => typeof one !== "object" || one === null);
    if (isFlat) return value.length === 0 ? [] : [[path, value.map(String).join(", ")]];
    return value.flatMap((one, at) => walk(one, joined(path, nameOf(one) ?? String(at + 1))));
  }
  if (typeof value !== "object" || value === null) return value === null ? [] : [[path, String(value)]];
  return Object.entries(value).flatMap(([key, inner]) => walk(inner, joined(path, key)));
}

/** What an element of a list is called: by its id, or the code of an answer. */
function nameOf(value: Plain): string | null {
  if (typeof value !== "object" || value === null || !("id" in value || "code" in value)) return null;
  const name = "id" in value ? value["id"] : "code" in value ? value["code"] : null;
  return typeof name === "string" || typeof name === "number" ? String(name) : null;
}

function joined(path: string, key: string): string {
  return path === "" || key === "" ? `${path}${key}` : `${path}.${key}`;
}
