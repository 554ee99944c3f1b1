import { excerptAt } from "../../problems/excerpt.ts";
import type { Place, Problem } from "../../problems/problem.ts";
import type { Complaint, Path } from "../complaint.ts";
import { MOST_PROBLEMS } from "./limits.ts";
import type { Fault } from "./text.ts";
import { pointer, type Span, type Spans } from "./tree.ts";

/** A YAML text and where its parts stand. */
export interface Located {
  readonly file: string;
  readonly text: string;
  readonly spans: ReadonlyMap<string, Spans>;
}

/** Complaints as problems, each at its file, line and column. Past a hundred the last one says that there are more. */
export function problemsOf(complaints: readonly Complaint[], source: Located): Problem[] {
  const shown = complaints.slice(0, MOST_PROBLEMS).map((complaint) => locate(complaint, source));
  if (shown.length === complaints.length) return shown;
  const message = `More problems stand in this file; the first ${MOST_PROBLEMS} are shown.`;
  const help = "Mend these first, and check again.";
  return [...shown, { code: "FW015", severity: "error", message, help, place: { file: source.file } }];
}

function locate(complaint: Complaint, source: Located): Problem {
  return {
    code: complaint.code,
    severity: complaint.severity ?? "error",
    message: complaint.message,
    ...(complaint.help === undefined ? {} : { help: complaint.help }),
    ...(complaint.suggestion === undefined ? {} : { suggestion: complaint.suggestion }),
    place: placeOf(source, spanOf(complaint, source)),
  };
}

/** A fault of the text itself becomes a problem. */
export function locateFault(fault: Fault, source: Pick<Located, "file" | "text">): Problem {
  return {
    code: fault.code,
    severity: "error",
    message: fault.message,
    help: fault.help,
    place: placeOf(source, [fault.offset, fault.offset + fault.length]),
  };
}

function spanOf(complaint: Complaint, source: Located): Span {
  const spans = nearest(complaint.path, source.spans);
  if (spans === undefined) return firstKey(source.spans);
  if (complaint.on === "key" && spans.key !== undefined) return spans.key;
  return complaint.part === undefined ? spans.value : partOf(spans.value, complaint.part, source.text);
}

/** The spans of the path, or of the nearest thing around it that stands in the file. */
function nearest(path: Path, spans: ReadonlyMap<string, Spans>): Spans | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const found = spans.get(pointer(path.slice(0, length)));
    if (found !== undefined) return found;
  }
  return undefined;
}

function firstKey(spans: ReadonlyMap<string, Spans>): Span {
  const first = spans.values().next().value;
  return first?.key ?? first?.value ?? [0, 1];
}

/** A part can be pointed at only in a text on one line without escapes; else the whole value is underlined. */
function partOf(value: Span, part: { offset: number; length: number }, text: string): Span {
  const raw = text.slice(value[0], value[1]);
  if (raw.includes("\n") || raw.includes("\\") || raw.includes("''")) return value;
  const start = value[0] + part.offset + (/^["']/.test(raw) ? 1 : 0);
  return [start, start + part.length];
}

function placeOf(source: Pick<Located, "file" | "text">, span: Span): Place {
  const { file, text } = source;
  const start = Math.min(span[0], text.length);
  const before = text.lastIndexOf("\n", start - 1);
  const lineStart = start === 0 ? 0 : before + 1;
  const line = countLines(text, lineStart);
  const column = start - lineStart + 1;
  const newline = text.indexOf("\n", start);
  const lineEnd = newline < 0 ? text.length : newline;
  const length = Math.max(1, Math.min(span[1], lineEnd) - start);
  return { file, line, column, excerpt: excerptAt(text, { line, column, length }) };
}

function countLines(text: string, end: number): number {
  let lines = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
}
