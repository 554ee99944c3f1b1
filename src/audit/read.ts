import type { Problem } from "../problems/problem.ts";
import { migrate } from "./migrate.ts";
import { overlarge } from "./overlarge.ts";
import type { Audit } from "./types.ts";

/** The version of the audit format this program writes. */
const FORMAT_VERSION = 4;
/** The oldest that it reads. */
const FIRST_VERSION = 1;
const FORMAT = "trust-audit/audit";
/** A damaged document fails in many places at once; the first few say enough. */
const MOST_PROBLEMS = 10;

/** What readAudit gives: either an audit, or the problems why not. */
export interface AuditReading {
  readonly audit: Audit | null;
  readonly problems: readonly Problem[];
}

/**
 * Reads an audit that was kept as JSON, of this format version or an older one. `file` is what the user called it, for the problems: AU001 not JSON, AU002 not
 * an audit, AU003 of a newer version, AU004 of no known version, AU005 against the schema.
 */
export async function readAudit({
  text,
  file,
}: {
  readonly text: string;
  readonly file: string;
}): Promise<AuditReading> {
  const parsed = parseJson(text, file);
  if ("problem" in parsed) return refused([parsed.problem]);
  const strange = checkVersion(parsed.value, file);
  if (strange !== null) return refused([strange]);
  const document = migrate(parsed.value);
  const { default: validate } = await import("../../generated/audit-validator.mjs");
  if (validate(document)) {
    const places = overlarge(document, MOST_PROBLEMS);
    if (places.length > 0)
      return refused(places.map((place) => damaged(file, `${pathWords(place)}: must be a smaller number`)));
    return { audit: document as Audit, problems: [] };
  }
  return refused((validate.errors ?? []).slice(0, MOST_PROBLEMS).map((error) => schemaProblem(error, file)));
}

function refused(problems: readonly Problem[]): AuditReading {
  return { audit: null, problems };
}

function parseJson(text: string, file: string): { readonly value: unknown } | { readonly problem: Problem } {
  const bare = text.startsWith("\ufeff") ? text.slice(1) : text;
  try {
    return { value: JSON.parse(bare) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      problem: {
        code: "AU001",
        severity: "error",
        message: bare.trim() === "" ? "The file is empty." : "This is not readable as JSON.",
        help: "Give an audit that was written with -o json:FILE, whole and unchanged.",
        place: { file, ...placeOf(reason, bare) },
      },
    };
  }
}

/** Line and column (from 1) of the offset that JSON.parse names in its message, where it names one. */
function placeOf(reason: string, text: string): { readonly line?: number; readonly column?: number } {
  const ended = reason.includes("end of JSON input") ? text.length : undefined;
  const named = /position (\d+)/.exec(reason)?.[1];
  const offset = named === undefined ? ended : Number(named);
  if (offset === undefined) return {};
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function checkVersion(document: unknown, file: string): Problem | null {
  const fields: { readonly format?: unknown; readonly formatVersion?: unknown } =
    typeof document === "object" && document !== null ? document : {};
  const { format, formatVersion: version } = fields;
  if (format !== FORMAT) {
    return problem(file, {
      code: "AU002",
      message: "This JSON is not an audit of trust-audit.",
      help: "Give a file that was written with -o json:FILE.",
    });
  }
  if (typeof version === "number" && version > FORMAT_VERSION) {
    return problem(file, {
      code: "AU003",
      message: `This audit is of format version ${version}; this program knows versions up to ${FORMAT_VERSION}.`,
      help: "It was written by a newer trust-audit: update this one, or draw the report with that one.",
    });
  }
  if (Number.isInteger(version) && Number(version) >= FIRST_VERSION) return null;
  return problem(file, {
    code: "AU004",
    message: `There is no audit of format version ${JSON.stringify(version) ?? "(none)"}.`,
    help: `Write the audit again with -o json:FILE; the format version is ${FORMAT_VERSION}.`,
  });
}

function problem(file: string, parts: Pick<Problem, "code" | "message"> & { readonly help: string }): Problem {
  return { ...parts, severity: "error", place: { file } };
}

/** What of a schema error is told. */
interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

function schemaProblem(error: SchemaError, file: string): Problem {
  return damaged(file, `${pathWords(error.instancePath)}: ${whatIsWrong(error)}`);
}

function damaged(file: string, what: string): Problem {
  return problem(file, {
    code: "AU005",
    message: `${what}.`,
    help: "The file was changed or damaged after it was written: write it again with -o json:FILE.",
  });
}

/** "/overall/dimensions/0" as "overall.dimensions[0]". */
function pathWords(pointer: string): string {
  const steps = pointer.split("/").slice(1);
  const words = steps.map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`)).join("");
  return words === "" ? "the document" : words.replace(/^\./, "");
}

function whatIsWrong({ keyword, params, message }: SchemaError): string {
  if (keyword === "required") return `"${String(params["missingProperty"])}" is missing`;
  if (keyword === "additionalProperties") return `"${String(params["additionalProperty"])}" does not belong there`;
  return message ?? "does not fit the format";
}
