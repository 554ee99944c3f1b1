import { hasErrors, inReadingOrder } from "../problems/order.ts";
import type { Problem } from "../problems/problem.ts";
import type { Complaint } from "./complaint.ts";
import type { StrategyDocument } from "./document.ts";
import { deepFreeze } from "./freeze.ts";
import type { Strategy } from "./types.ts";

export { lintCatalogue } from "./catalogue.ts";

/** Effort points by resource intensity: planning figures from practice, not measurements. */
const EFFORT: Readonly<Record<Strategy["intensity"], number>> = {
  low: 1,
  "low-medium": 1.5,
  medium: 2,
  "medium-high": 3,
  high: 4,
};

/** Strategy and document are null when a problem is an error. */
export interface StrategyReading {
  readonly strategy: Strategy | null;
  readonly document: StrategyDocument | null;
  readonly problems: readonly Problem[];
}

/** Reads one strategy of the catalogue. YAML reader and schema are loaded only here: a stored document needs neither. */
export async function readStrategy({ text, file }: { text: string; file: string }): Promise<StrategyReading> {
  const [{ parseYaml }, { problemsOf }, { validateStrategy }] = await Promise.all([
    import("./yaml/parse.ts"),
    import("./yaml/locate.ts"),
    import("./schema/validate.ts"),
  ]);
  const { value, source, problems } = parseYaml({ text, file });
  if (source === null) return { strategy: null, document: null, problems };
  const { complaints, salvaged, beside } = await validateStrategy(value);
  const linted = salvaged === null ? [] : beside(lintStrategy(salvaged.value as StrategyDocument));
  const found = inReadingOrder([...problems, ...problemsOf([...complaints, ...linted], source)]);
  if (hasErrors(found)) return { strategy: null, document: null, problems: found };
  const document = value as StrategyDocument;
  return { strategy: compileStrategy(document), document, problems: found };
}

/** A valid strategy document as the frozen strategy everything below works with. */
export function compileStrategy(document: StrategyDocument): Strategy {
  const { id, title, level, actions, outcome, intensity, months, pitfall, watch } = document;
  return deepFreeze({
    ...{ id, title, level, actions, outcome, intensity, months, pitfall, watch },
    firstStep: document.first_step,
    effort: EFFORT[intensity],
    facets: new Map(Object.entries(document.facets)),
    prerequisites: document.prerequisites ?? [],
    audiences: document.audiences ?? [],
    breaches: document.breaches ?? [],
    sectors: document.sectors ?? [],
    culture: new Map(Object.entries(document.culture ?? {})),
  });
}

function lintStrategy({ id, months: [earliest, latest], prerequisites = [] }: StrategyDocument): Complaint[] {
  const complaints: Complaint[] = [];
  if (latest !== null && latest < earliest) {
    complaints.push({
      code: "FW094",
      path: ["months"],
      on: "key",
      message: `The latest month (${latest}) comes before the earliest (${earliest}).`,
      help: "Write [earliest, latest]; use null as the latest when it is open.",
    });
  }
  const itself = prerequisites.indexOf(id);
  if (itself >= 0) {
    complaints.push({
      code: "FW092",
      path: ["prerequisites", itself],
      message: "The strategy is its own prerequisite.",
      help: "Remove it from the list.",
    });
  }
  return complaints;
}
