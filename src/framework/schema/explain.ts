import type { SchemaError } from "../../../generated/framework-validator.mjs";
import { quote } from "../../problems/quote.ts";
import { suggest } from "../../problems/suggest.ts";
import type { Complaint, Path } from "../complaint.ts";
import { MOST_PROBLEMS } from "../yaml/limits.ts";
import { asList, describeKind, kindWanted, SOME_TEXT, slug } from "./words.ts";

/** Errors of the schema as complaints: one sentence each, none said twice. */
export function complaintsOf(errors: readonly SchemaError[]): Complaint[] {
  const complaints = new Map<string, Complaint>();
  for (const error of errors) {
    const complaint = explain(error);
    if (complaint === undefined) continue;
    const key = JSON.stringify([complaint.code, complaint.path, complaint.message]);
    if (!complaints.has(key)) complaints.set(key, complaint);
    // Two beyond the limit, so that the reader is told that there are more.
    if (complaints.size > MOST_PROBLEMS + 1) break;
  }
  return [...complaints.values()];
}

type Explain = (error: SchemaError, path: Path) => Complaint | undefined;

const EXPLAIN: Readonly<Record<string, Explain>> = {
  additionalProperties: unknownKey,
  required: missingKey,
  dependencies: missingCompanion,
  type: wrongKind,
  enum: notOneOf,
  const: notThisValue,
  pattern: malformed,
  minimum: outOfRange,
  maximum: outOfRange,
  exclusiveMinimum: outOfRange,
  exclusiveMaximum: outOfRange,
  maxLength: tooLong,
  minItems: wrongCount,
  maxItems: wrongCount,
  minProperties: wrongCount,
  maxProperties: wrongCount,
  uniqueItems: repeated,
  // The error of the name itself comes beside it, with `propertyName`.
  propertyNames: () => undefined,
};

function explain(error: SchemaError): Complaint | undefined {
  const path = pathOf(error);
  const explained = EXPLAIN[error.keyword];
  if (explained === undefined)
    return { code: "FW022", path, message: `This value ${error.message ?? "is not allowed"}.` };
  return explained(error, path);
}

function pathOf(error: SchemaError): Path {
  const steps = error.instancePath.split("/").slice(1);
  const path = steps.map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  return error.propertyName === undefined ? path : [...path, error.propertyName];
}

function unknownKey(error: SchemaError, path: Path): Complaint {
  const key = String(error.params["additionalProperty"]);
  const allowed = Object.keys((error.parentSchema?.["properties"] as object | undefined) ?? {});
  const free = allowed.filter((name) => !Object.hasOwn((error.data as object | null) ?? {}, name));
  const suggestion = suggest(key, free.length > 0 ? free : allowed);
  return {
    code: "FW020",
    path: [...path, key],
    on: "key",
    message: `The key ${quote(key)} is not known here.`,
    help: `${allowed.length === 0 ? "No key is allowed here" : `Allowed here: ${allowed.join(", ")}`}.`,
    suggestion,
  };
}

function missingKey(error: SchemaError, path: Path): Complaint {
  const key = String(error.params["missingProperty"]);
  const about = describeProperty(error, key);
  return { code: "FW021", path, message: `The key "${key}" is missing.`, help: `Add \`${key}:\`${about}.` };
}

function missingCompanion(error: SchemaError, path: Path): Complaint {
  const { property, missingProperty } = error.params;
  return {
    code: "FW021",
    path: [...path, String(property)],
    on: "key",
    message: `"${String(property)}" needs "${String(missingProperty)}" beside it.`,
    help: `Add \`${String(missingProperty)}:\`, or remove \`${String(property)}:\`.`,
  };
}

function describeProperty(error: SchemaError, key: string): string {
  const properties = error.parentSchema?.["properties"] as Record<string, { description?: string }> | undefined;
  const [sentence] = properties?.[key]?.description?.split(/\.(?: |$)/) ?? [];
  return sentence === undefined ? "" : ` (${sentence.charAt(0).toLowerCase()}${sentence.slice(1)})`;
}

function wrongKind(error: SchemaError, path: Path): Complaint {
  const wanted = kindWanted(error.params["type"]);
  if (error.data === null) {
    return {
      code: "FW022",
      path,
      message: `There is no value here; it must be ${wanted}.`,
      help: "Fill it in, or remove the key.",
    };
  }
  const isQuotable = wanted.startsWith("text") && ["number", "boolean"].includes(typeof error.data);
  return {
    code: "FW022",
    path,
    message: `This must be ${wanted}, and it is ${describeKind(error.data)}.`,
    help: isQuotable ? `Put it in quotation marks. ${describeSchema(error)}`.trimEnd() : `Write ${wanted} here.`,
  };
}

function describeSchema(error: SchemaError): string {
  const description = error.parentSchema?.["description"];
  return typeof description === "string" ? description : "";
}

function notOneOf(error: SchemaError, path: Path): Complaint {
  const allowed = (error.params["allowedValues"] as readonly unknown[]).map(String);
  const found = error.propertyName ?? error.data;
  return {
    code: "FW023",
    path,
    ...(error.propertyName === undefined ? {} : { on: "key" as const }),
    message: `${quote(String(found))} is not one of the values allowed here.`,
    help: `Use ${asList(allowed)}.`,
    suggestion: suggest(String(found), allowed),
  };
}

function notThisValue(error: SchemaError, path: Path): Complaint {
  const wanted = String(error.params["allowedValue"]);
  return {
    code: "FW023",
    path,
    message: `${quote(String(error.data))} cannot be read by this version.`,
    help: `Write ${wanted}.`,
    suggestion: wanted,
  };
}

function malformed(error: SchemaError, path: Path): Complaint {
  const pattern = String(error.params["pattern"]);
  const found = String(error.propertyName ?? error.data);
  const on = error.propertyName === undefined ? {} : { on: "key" as const };
  if (pattern === SOME_TEXT)
    return { code: "FW026", path, ...on, message: "The text is empty.", help: "Write it, or remove the key." };
  const better = slug(found, pattern);
  return {
    code: "FW024",
    path,
    ...on,
    message: `${quote(found)} is not a valid ${String(error.parentSchema?.["title"] ?? "name")}.`,
    help: String(error.parentSchema?.["description"] ?? "Write it differently."),
    suggestion: better,
  };
}

function outOfRange(error: SchemaError, path: Path): Complaint {
  const { comparison, limit } = error.params;
  const words: Record<string, string> = { ">=": "at least", "<=": "at most", ">": "more than", "<": "less than" };
  return {
    code: "FW025",
    path,
    message: `The number ${String(error.data)} is out of range: it must be ${words[String(comparison)]} ${String(limit)}.`,
    help: String(error.parentSchema?.["description"] ?? "Choose a number within the range."),
  };
}

function tooLong(error: SchemaError, path: Path): Complaint {
  return {
    code: "FW026",
    path,
    ...(error.propertyName === undefined ? {} : { on: "key" as const }),
    message: `This is longer than ${String(error.params["limit"])} characters.`,
    help: "Shorten it.",
  };
}

function wrongCount(error: SchemaError, path: Path): Complaint {
  const bound = error.keyword.startsWith("min") ? "at least" : "at most";
  const limit = Number(error.params["limit"]);
  return {
    code: "FW027",
    path,
    on: "key",
    message: `There must be ${bound} ${limit} ${limit === 1 ? "entry" : "entries"} here.`,
    help: String(error.parentSchema?.["description"] ?? (bound === "at least" ? "Add some." : "Remove some.")),
  };
}

function repeated(error: SchemaError, path: Path): Complaint {
  const { i, j } = error.params;
  const later = Math.max(Number(i), Number(j));
  const value = (error.data as readonly unknown[])[later];
  return {
    code: "FW028",
    path: [...path, later],
    message: `${quote(String(value))} stands twice in this list.`,
    help: "Remove one of the two.",
  };
}
