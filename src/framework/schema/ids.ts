import type { SchemaError } from "../../../generated/framework-validator.mjs";
import { pathOf } from "./path.ts";

/** Lists whose ids nothing refers to. */
const UNREFERENCED: ReadonlySet<unknown> = new Set([
  ...["sources", "forms", "findings", "outcomes", "bands"],
  ...["triage", "context", "lenses", "outlook"],
]);
/** Maps whose keys are ids. */
const NAMED_BY_KEY: ReadonlySet<unknown> = new Set(["scales", "bands"]);
/** Titles of the schema's definitions of ids, and of what refers to them. */
const ID_TITLES: ReadonlySet<unknown> = new Set(["kebab-case id", "name for formulas", "short id", "item id"]);

/** True when the error is about the form of an id, where it is given or where it is referred to. */
export function isAboutId({ parentSchema }: SchemaError): boolean {
  return ID_TITLES.has(parentSchema?.["title"]);
}

/** True when the error stands where an id is given that other parts refer to. */
export function givesReferredId(error: SchemaError): boolean {
  const path = pathOf(error);
  if (error.propertyName !== undefined) return NAMED_BY_KEY.has(path[0]) && path.length === 2;
  return path.length > 1 && path.at(-1) === "id" && !UNREFERENCED.has(path[0]);
}
