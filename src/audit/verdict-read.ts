import type { Problem } from "../problems/problem.ts";
import type { Verdict } from "./verdict.ts";

/** Either a verdict, or the problems why not. */
export interface VerdictReading {
  readonly verdict: Verdict | null;
  readonly problems: readonly Problem[];
}

/** Reads a verdict that `check` kept as JSON. Problems: GT011 not a verdict, or not whole. */
export async function readVerdict(text: string, file: string): Promise<VerdictReading> {
  const document = parsed(text);
  const { default: validate } = await import("../../generated/verdict-validator.mjs");
  if (validate(document)) return { verdict: document as Verdict, problems: [] };
  const [first] = validate.errors ?? [];
  const where = first === undefined || first.instancePath === "" ? "the document" : first.instancePath.slice(1);
  return {
    verdict: null,
    problems: [
      {
        code: "GT011",
        severity: "error",
        message: `${file} is no verdict of trust-audit check (${where}: ${first?.message ?? "does not fit"}).`,
        help: "A verdict is what check writes with -o json:FILE; give it a file of its own.",
        place: { file },
      },
    ],
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
