import type { SchemaError } from "../../../generated/framework-validator.mjs";
import { suggest } from "../../problems/suggest.ts";
import type { Path } from "../complaint.ts";
import type { Doubt } from "../doubt.ts";
import { MOST_PROBLEMS } from "../yaml/limits.ts";
import { givesReferredId, isAboutId } from "./ids.ts";
import { containerAt, pathOf } from "./path.ts";
import { SOME_TEXT } from "./words.ts";

/** A value in the shape its type promises, and the places where that shape was made up. */
export interface Salvaged {
  readonly value: unknown;
  readonly doubts: readonly Doubt[];
}

/** What becomes of the value at a path. */
interface Repair extends Doubt {
  readonly action: { readonly put: unknown } | "drop" | "keep";
}

/** Numbers that nothing can be reckoned without. */
const NEEDED_NUMBERS: ReadonlySet<unknown> = new Set(["code", "min", "max", "worst", "best", "from"]);
/** Words that people write for `false`; any other word is taken for `true`. */
const FALSE_WORDS: ReadonlySet<string> = new Set(["no", "false", "off", "n", "0", "null"]);
/** Parts of the framework that hang together by themselves: where one is not sound, the rest is checked without it. */
const SECTIONS: ReadonlySet<unknown> = new Set([
  "guide",
  "ladder",
  "journey",
  "triage",
  "context",
  "lenses",
  "outlook",
]);
/** Lists of the framework that no other part refers to. */
const LOOSE_LISTS: ReadonlySet<unknown> = new Set(["sources", "forms", "links", "findings", "strategies"]);

/**
 * The value made fit for the linter, so that it can speak beside the schema: missing texts are empty, impossible
 * values left out. Null when ids, references, numbers or lists do not have their shape, or errors abound.
 */
export function salvage(value: unknown, errors: readonly SchemaError[]): Salvaged | null {
  if (errors.length === 0) return { value, doubts: [] };
  if (errors.length > MOST_PROBLEMS) return null;
  const copy: unknown = structuredClone(value);
  const doubts: Doubt[] = [];
  for (const error of errors) {
    const repair = repairOf(error);
    if (repair === undefined) return null;
    apply(copy, repair);
    doubts.push(repair);
  }
  return { value: copy, doubts };
}

function apply(root: unknown, { path, action }: Repair): void {
  const container = containerAt(root, path.slice(0, -1));
  const key = String(path.at(-1));
  if (action === "keep" || container === undefined) return;
  if (action === "drop") delete container[key];
  else container[key] = action.put;
}

type Find = (error: SchemaError, path: Path) => Repair | undefined;

const keep: Find = (_, path) => ({ path, kind: "value", action: "keep" });

const REPAIRS: Readonly<Record<string, Find>> = {
  additionalProperties: ({ params }, path) => doubt([...path, String(params["additionalProperty"])], "drop"),
  required: missing,
  dependencies: ({ params }, path) => doubt([...path, String(params["missingProperty"])], "keep"),
  type: otherKind,
  enum: notAllowed,
  const: keep,
  pattern: unfit,
  maxLength: unfit,
  minimum: outside,
  maximum: outside,
  exclusiveMinimum: outside,
  exclusiveMaximum: outside,
  minItems: (_, path) => (path.length > 1 ? doubt(path, "keep") : undefined),
  minProperties: keep,
  maxProperties: (_, path) => (path.at(-1) === "facets" ? doubt(path, "keep") : undefined),
  uniqueItems: ({ params }, path) =>
    doubt([...path, String(Math.max(Number(params["i"]), Number(params["j"])))], "keep"),
  // Said again by the error of the name itself.
  propertyNames: ({ params }, path) => doubt([...path, String(params["propertyName"])], "keep"),
};

function repairOf(error: SchemaError): Repair | undefined {
  const path = pathOf(error);
  const repair = REPAIRS[error.keyword]?.(error, path);
  const isSound = repair === undefined || repair.kind === "text" || error.keyword === "additionalProperties";
  return SECTIONS.has(path[0]) && !(isSound && repair !== undefined) ? doubt(path.slice(0, 1), "drop") : repair;
}

function doubt(path: Path, action: Repair["action"]): Repair {
  return { path, kind: "value", action };
}

function emptyText(path: Path): Repair {
  return { path, kind: "text", action: { put: "" } };
}

function missing({ params, parentSchema }: SchemaError, parent: Path): Repair | undefined {
  const key = String(params["missingProperty"]);
  const path = [...parent, key];
  const properties = parentSchema?.["properties"] as Record<string, Record<string, unknown>> | undefined;
  const schema = properties?.[key] ?? {};
  if (schema["pattern"] === SOME_TEXT || /\/(line|prose)$/.test(String(schema["$ref"]))) return emptyText(path);
  if (schema["enum"] !== undefined || schema["const"] !== undefined || key === "version") return doubt(path, "keep");
  if (key === "facets" || (schema["type"] === "array" && parent.length > 0)) {
    return doubt(path, { put: key === "facets" ? {} : [] });
  }
  const isLooseId = key === "id" && (parent.length === 0 || LOOSE_LISTS.has(parent[0]));
  return isLooseId || (key === "headline" && parent.length === 0) ? doubt(path, { put: "" }) : undefined;
}

/** For a value of another kind, by the kind that is wanted. */
const SHAPES: Readonly<Record<string, Find>> = {
  boolean: ({ data }, path) => doubt(path, { put: !FALSE_WORDS.has(String(data).toLowerCase()) }),
  number: (_, path) => (isNeeded(path) ? undefined : doubt(path, "drop")),
  integer: (_, path) => (isNeeded(path) ? undefined : doubt(path, "drop")),
  array: (_, path) => (path.length > 1 || LOOSE_LISTS.has(path[0]) ? doubt(path, { put: [] }) : undefined),
  object: (_, path) => (isLooseMap(path) ? doubt(path, { put: {} }) : undefined),
  string: (error, path) => (givesReferredId(error) ? undefined : doubt(path, { put: "" })),
};

function otherKind(error: SchemaError, path: Path): Repair | undefined {
  const { parentSchema = {} } = error;
  if (isAboutText(error)) return emptyText(path);
  if (parentSchema["enum"] !== undefined) return doubt(path, "drop");
  if (parentSchema["const"] !== undefined) return doubt(path, "keep");
  return SHAPES[String(parentSchema["type"])]?.(error, path);
}

/** A number in a list, or one that nothing can be reckoned without. */
function isNeeded(path: Path): boolean {
  return NEEDED_NUMBERS.has(path.at(-1)) || /^\d+$/.test(String(path.at(-1)));
}

function isLooseMap(path: Path): boolean {
  return path.at(-1) === "facets" || path.at(-1) === "weights" || (path[0] === "scales" && path.length === 2);
}

function notAllowed({ params, data, propertyName }: SchemaError, path: Path): Repair {
  if (propertyName !== undefined) return doubt(path, "keep");
  const meant = suggest(String(data), (params["allowedValues"] as readonly unknown[]).map(String));
  return meant === undefined ? doubt(path, "drop") : doubt(path, { put: meant });
}

/** True when the error is about a text that only people read, or a formula. */
function isAboutText({ parentSchema }: SchemaError): boolean {
  return parentSchema?.["pattern"] === SOME_TEXT;
}

function unfit(error: SchemaError, path: Path): Repair | undefined {
  if (isAboutText(error)) return emptyText(path);
  return isAboutId(error) && givesReferredId(error) ? undefined : doubt(path, "keep");
}

function outside(_: SchemaError, path: Path): Repair {
  return doubt(path, isNeeded(path) ? "keep" : "drop");
}
