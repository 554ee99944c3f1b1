import type { News } from "../../audit/verdict.ts";
import { readVerdict } from "../../audit/verdict-read.ts";
import type { Problem } from "../../problems/problem.ts";
import type { OutputTarget } from "../output.ts";
import { textIfThere } from "./kept-text.ts";

/** What the last check left behind. */
interface Remembered {
  /** Of the audit it judged; null: this is the first that is remembered. */
  readonly fingerprint: string | null;
  readonly warnings: readonly Problem[];
}

/** The last verdict, from where this run will put its own. */
export async function lastChecked(targets: readonly OutputTarget[]): Promise<Remembered> {
  const place = targets.find(({ format, path }) => format === "json" && path !== null)?.path;
  const text = place == null ? null : await textIfThere(place);
  if (place == null || text === null) return { fingerprint: null, warnings: [] };
  const { verdict, problems } = await readVerdict(text, place);
  if (verdict !== null) return { fingerprint: verdict.audit.fingerprint, warnings: [] };
  return { fingerprint: null, warnings: problems.map((problem) => ({ ...problem, severity: "warning" })) };
}

/** Whether there are answers that the last check had not seen. */
export function newsOf(now: string, last: string | null, baseline: string | null): News {
  if (now === last)
    return { says: "as last time", words: "No new answers since the last check: the audit shows the same numbers." };
  if (now === baseline)
    return { says: "as baseline", words: "No new answers since the baseline: the audit shows the same numbers." };
  return last === null
    ? {
        says: "first check",
        words: "First check: no earlier verdict is at hand to tell whether these answers are new.",
      }
    : { says: "new", words: "New answers since the last check." };
}
