import { excerptAt } from "../../problems/excerpt.ts";
import type { Problem } from "../../problems/problem.ts";
import type { GateSource, Span } from "./types.ts";

export type Complaint = Pick<Problem, "code" | "message" | "help" | "suggestion"> & { readonly span: Span };

/** A complaint at its place: the gate's line with carets under the part that is meant. */
export function gateProblem({ text, place }: Pick<GateSource, "text" | "place">, complaint: Complaint): Problem {
  const { span, ...said } = complaint;
  const excerpt = excerptAt(text, { line: 1, column: span.at + 1, length: Math.max(1, span.length) });
  const column = place.line === undefined ? { column: span.at + 1 } : {};
  return { ...said, severity: "error", place: { ...place, ...column, excerpt } };
}

/** Carries one complaint out of the parser. */
export class Refused extends Error {
  constructor(readonly complaint: Complaint) {
    super(complaint.message);
  }
}
