import type { SchemaError } from "../../../generated/framework-validator.mjs";
import type { Complaint, Path } from "../complaint.ts";
import { MOST_PROBLEMS } from "../yaml/limits.ts";
import { type MeantKey, meantKey } from "./keys.ts";
import { containerAt, pathOf } from "./path.ts";

/** A key that was read as another one. */
interface Renaming {
  readonly parent: Path;
  readonly from: string;
  readonly to: string;
  readonly error: SchemaError;
}

export interface Mended {
  readonly value: unknown;
  /** The errors that were mended. */
  readonly errors: readonly SchemaError[];
  /** The complaint at the place where the file has what it speaks of. */
  readonly asWritten: (complaint: Complaint) => Complaint;
}

/**
 * The value with misspelt keys read as what they most likely mean. A slip in a key then costs one complaint: not
 * another for the key that seems to be missing, nor one for each thing that rests on it. Null when no key is mended.
 */
export function mendKeys(value: unknown, errors: readonly SchemaError[]): Mended | null {
  const unknown = errors.filter((error) => error.keyword === "additionalProperties").slice(0, MOST_PROBLEMS);
  const copy: unknown = structuredClone(value);
  const renamings = unknown.flatMap((error) => rename(copy, error));
  if (renamings.length === 0) return null;
  return {
    value: copy,
    errors: renamings.map((renaming) => renaming.error),
    asWritten: (complaint) => ({ ...complaint, path: renamings.reduce(withOldName, complaint.path) }),
  };
}

function rename(copy: unknown, error: SchemaError): Renaming[] {
  const meant = meantKey(error);
  const parent = pathOf(error);
  const map = containerAt(copy, parent);
  const from = String(error.params["additionalProperty"]);
  if (meant === undefined || map === undefined || Object.hasOwn(map, meant.key)) return [];
  map[meant.key] = valueMeant(meant, map[from]);
  delete map[from];
  return [{ parent, from, to: meant.key, error }];
}

/** A value that had become part of its key is read as YAML reads plain words. */
function valueMeant({ value }: MeantKey, found: unknown): unknown {
  if (value === undefined) return found;
  if (/^-?\d+(\.\d+)?$/.test(value)) return Number(value);
  return value === "true" || value === "false" ? value === "true" : value;
}

function withOldName(path: Path, { parent, from, to }: Renaming): Path {
  const at = parent.length;
  const isInside = path[at] === to && parent.every((step, place) => String(path[place]) === String(step));
  return isInside ? [...path.slice(0, at), from, ...path.slice(at + 1)] : path;
}
