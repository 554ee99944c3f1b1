import type { SchemaError } from "../../../generated/framework-validator.mjs";
import type { Path } from "../complaint.ts";

/** Where the error stands; for the error of a key's name, the place of that key. List positions are written as text. */
export function pathOf(error: SchemaError): Path {
  const steps = error.instancePath.split("/").slice(1);
  const path = steps.map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  return error.propertyName === undefined ? path : [...path, error.propertyName];
}

/** The map or list at a path of plain data; undefined when there is none. */
export function containerAt(root: unknown, path: Path): Record<string, unknown> | undefined {
  let found: unknown = root;
  for (const step of path) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, step)) return undefined;
    found = (found as Record<string, unknown>)[String(step)];
  }
  return typeof found === "object" && found !== null ? (found as Record<string, unknown>) : undefined;
}
