import type { Grouping } from "../../audit/grouping.ts";

/** A grouping, or why the text is none, in a sentence, and what to write instead. */
export type ParsedGrouping =
  | { readonly grouping: Grouping; readonly problem?: undefined }
  | { readonly grouping?: undefined; readonly problem: { readonly message: string; readonly help: string } };

type Separator = "/" | ",";

const QUOTED = /\s*"((?:[^"]|"")*)"(?!")\s*/y;
const BARE = /[^/,]*/y;

const HELP_SEPARATORS =
  'a/b/c: each level inside the one above; a,b: every combination. A name that has a slash or comma in it is quoted: "R&D / Lab".';
const HELP_QUOTES =
  'A quoted name stands alone between its separators; a quote within it is doubled: "the ""old"" team".';

/**
 * What one `--by` asks for: `a`, `a/b/c` (a hierarchy, every level inside the one above) or `a,b` (a crossing, every
 * combination). A name with a slash, a comma or quotes around it stands in quotes, where a doubled quote is one.
 */
export function parseGrouping(text: string): ParsedGrouping {
  const parts = partsOf(text);
  if ("problem" in parts) return parts;
  const { columns, separators } = parts;
  if (columns.includes(""))
    return refused(
      columns.length === 1 ? "the column name is empty." : "a column name is missing beside a slash or comma.",
      HELP_SEPARATORS,
    );
  if (separators.includes("/") && separators.includes(","))
    return refused("a hierarchy (/) and a crossing (,) do not go together in one grouping.", HELP_SEPARATORS);
  const twice = columns.find((column, at) => columns.indexOf(column) !== at);
  if (twice !== undefined)
    return refused(`the column "${twice}" is named twice.`, "Name each column of a grouping once.");
  return { grouping: { text: text.trim(), kind: kindOf(separators), columns } };
}

/** A grouping as it is typed: parseGrouping gives its kind and columns again. */
export function groupingText({ kind, columns }: Pick<Grouping, "kind" | "columns">): string {
  return columns.map(quotedName).join(kind === "hierarchy" ? "/" : ",");
}

/** The grouping of one column. */
export function singleGrouping(column: string): Grouping {
  const one = { kind: "single", columns: [column] } as const;
  return { text: groupingText(one), ...one };
}

/** The names between the separators, without their quotes, and the separators. */
function partsOf(text: string):
  | { readonly columns: readonly string[]; readonly separators: readonly Separator[] }
  | {
      readonly problem: { readonly message: string; readonly help: string };
    } {
  const columns: string[] = [];
  const separators: Separator[] = [];
  for (let at = 0; ; at += 1) {
    const part = nameAt(text, at);
    if (part === null) return refused("a quote is opened and not closed.", HELP_QUOTES);
    columns.push(part.name);
    at = part.end;
    const sign = text[at];
    if (sign === undefined) return { columns, separators };
    if (sign !== "/" && sign !== ",") return refused("something stands behind a closing quote.", HELP_QUOTES);
    separators.push(sign);
  }
}

/** The name that begins here, and where it ends; null: its quote is never closed. */
function nameAt(text: string, at: number): { readonly name: string; readonly end: number } | null {
  const pattern = /^\s*"/.test(text.slice(at)) ? QUOTED : BARE;
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  if (found === null) return null;
  const name = pattern === QUOTED ? (found[1] ?? "").replaceAll('""', '"') : found[0];
  return { name: name.trim(), end: pattern.lastIndex };
}

function kindOf([first]: readonly Separator[]): Grouping["kind"] {
  if (first === undefined) return "single";
  return first === "/" ? "hierarchy" : "crossing";
}

function quotedName(name: string): string {
  return /[/,]|^"/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
}

function refused(message: string, help: string) {
  return { problem: { message, help } };
}
