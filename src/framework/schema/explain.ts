import type { SchemaError } from "../../../generated/framework-validator.mjs";
import { quote } from "../../problems/quote.ts";
import { suggest } from "../../problems/suggest.ts";
import type { Complaint, Path } from "../complaint.ts";
import { MOST_PROBLEMS } from "../yaml/limits.ts";
import { causesOf } from "./causes.ts";
import { allowedKeys, meantKey } from "./keys.ts";
import { pathOf } from "./path.ts";
import { asList, describeKind, kindWanted, SOME_TEXT, slug } from "./words.ts";

/** Errors of the schema as complaints: one sentence for each cause. */
export function complaintsOf(errors: readonly SchemaError[]): Complaint[] {
  const complaints = new Map<string, Complaint>();
  for (const { error, alike } of causesOf(errors)) {
    for (const complaint of [explain(error) ?? []].flat()) {
      const key = JSON.stringify([complaint.code, complaint.path, complaint.message]);
      if (!complaints.has(key)) complaints.set(key, alike === 0 ? complaint : withNeighbours(complaint, alike));
    }
    // Two beyond the limit, so that the reader is told that there are more.
    if (complaints.size > MOST_PROBLEMS + 1) break;
  }
  return [...complaints.values()];
}

function withNeighbours(complaint: Complaint, alike: number): Complaint {
  const others = alike === 1 ? "1 more beside it is" : `${alike} more beside it are`;
  return { ...complaint, message: complaint.message.replace(/\.$/, `; ${others} wrong in the same way.`) };
}

type Explain = (error: SchemaError, path: Path) => Complaint | readonly Complaint[] | undefined;

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

function explain(error: SchemaError): ReturnType<Explain> {
  const path = pathOf(error);
  const explained = EXPLAIN[error.keyword];
  if (explained === undefined)
    return { code: "FW022", path, message: `This value ${error.message ?? "is not allowed"}.` };
  return explained(error, path);
}

function unknownKey(error: SchemaError, path: Path): Complaint {
  const key = String(error.params["additionalProperty"]);
  const meant = meantKey(error);
  const at = { code: "FW020", path: [...path, key], on: "key" } as const;
  if (meant?.value !== undefined) {
    const message = `A colon and a space are missing after ${quote(meant.key)}.`;
    return { ...at, message, help: `Write \`${meant.key}: ${meant.value}\`.` };
  }
  const allowed = allowedKeys(error);
  // A word without a colon is what a comma leaves of a text in braces.
  const isCut = (error.data as Record<string, unknown> | null)?.[key] === null && /\s/.test(key);
  const help = isCut
    ? "If it belongs to the text before the comma, put that whole text in quotation marks."
    : `${allowed.length === 0 ? "No key is allowed here" : `Allowed here: ${allowed.join(", ")}`}.`;
  const suggestion = meant?.key ?? suggest(key, allowed);
  return { ...at, message: `The key ${quote(key)} is not known here.`, help, suggestion };
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
  return {
    code: "FW022",
    path,
    message: `This must be ${wanted}, and it is ${describeKind(error.data)}.`,
    help: helpWithKind(error, wanted),
    suggestion: wanted === "true or false" ? truthOf(error.data) : undefined,
  };
}

function helpWithKind(error: SchemaError, wanted: string): string {
  const { data } = error;
  if (wanted.startsWith("text") && ["number", "boolean"].includes(typeof data)) {
    return `Put it in quotation marks. ${describeSchema(error)}`.trimEnd();
  }
  if (wanted.endsWith("number") && typeof data === "string" && /^\s*-?\d+(\.\d+)?\s*$/.test(data)) {
    return "Write the number without quotation marks.";
  }
  if (wanted === "a list") return `Begin a line with \`- \` for each entry. ${describeSchema(error)}`.trimEnd();
  return `Write ${wanted} here.`;
}

/** Other languages, and older YAML, have more words for it. */
function truthOf(data: unknown): string | undefined {
  if (data === "yes" || data === "on" || data === 1) return "true";
  return data === "no" || data === "off" || data === 0 ? "false" : undefined;
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

/** Every value that stands in the list already; the schema names one pair only. */
function repeated({ data }: SchemaError, path: Path): readonly Complaint[] {
  const seen = new Set<unknown>();
  const later = [...(data as readonly unknown[]).entries()].filter(([, value]) => seen.size === seen.add(value).size);
  return later.map(([at, value]) => ({
    code: "FW028",
    path: [...path, at],
    message: `${quote(String(value))} stands twice in this list.`,
    help: "Remove one of the two.",
  }));
}
