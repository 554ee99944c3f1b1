import type { Framework } from "../../framework/types.ts";
import type { Wishes } from "./wishes.ts";

/** A gate as the project file has it, and why it stands there. */
export interface SuggestedGate {
  readonly gate: string;
  readonly name: string;
  readonly why: string;
}

/** Index points that the headline may lose, beyond what chance explains, before somebody is called. */
const LARGEST_DROP = 5;

/** Gates to begin with: none of them fails for what chance alone does from month to month. */
export function suggestedGates(
  framework: Framework,
  { headcount }: Pick<Wishes, "headcount">,
): readonly SuggestedGate[] {
  const { unit, reading, headline } = framework;
  const limit = lowestBandEnd(framework);
  const isLoad = reading === "load";
  return [
    ...(unit === "person" && headcount !== null
      ? [{ gate: "response_rate >= 50 %", name: "Half of those asked", why: "the silent half may think otherwise" }]
      : []),
    {
      gate: isLoad ? `any(dimension).load <= ${100 - limit}` : `any(dimension).index >= ${limit}`,
      name: "No dimension is critical",
      why: "every one of them; fails where the interval excludes the limit, too",
    },
    {
      gate: isLoad ? `rise(${headline}.load) <= ${LARGEST_DROP}` : `drop(${headline}.index) <= ${LARGEST_DROP}`,
      name: "No real change for the worse",
      why: "against the baseline; fails where the change is larger than this and than chance",
    },
  ];
}

/** Where the worst band ends, as an index. */
function lowestBandEnd({ composites, headline }: Framework): number {
  const starts = (composites.find(({ id }) => id === headline)?.bands ?? []).map(({ from }) => from);
  return starts.sort((a, b) => a - b)[1] ?? 35;
}
