/** Stands for any run of lines, also none. */
const ANY_LINES = "...";
/** Stands for any text within a line, also none. */
const ANY_TEXT = "{*}";

/**
 * Compares lines with an expectation that may hold wildcards.
 * Returns null when they agree, else a readable difference: `-` expected and absent, `+` there and not expected.
 */
export function difference(expected: readonly string[], actual: readonly string[]): string | null {
  const costs = alignmentCosts(expected, actual);
  if (costs[0]?.[0] === 0) return null;
  return trace({ expected, actual, costs }).join("\n");
}

/** costs[i][j]: the fewest lines to strike out so that expected from i on and actual from j on agree. */
function alignmentCosts(expected: readonly string[], actual: readonly string[]): number[][] {
  const costs = Array.from({ length: expected.length + 1 }, () => new Array<number>(actual.length + 1).fill(0));
  for (let i = expected.length; i >= 0; i -= 1) {
    for (let j = actual.length; j >= 0; j -= 1) {
      const ways = steps({ expected, actual, i, j }).map(({ di, dj, cost }) => cost + costs[i + di]![j + dj]!);
      // Where no way leads on, both are at their end and nothing is left to strike out.
      if (ways.length > 0) costs[i]![j] = Math.min(...ways);
    }
  }
  return costs;
}

interface Position {
  readonly expected: readonly string[];
  readonly actual: readonly string[];
  readonly i: number;
  readonly j: number;
}

interface Step {
  readonly di: 0 | 1;
  readonly dj: 0 | 1;
  readonly cost: 0 | 1;
  readonly mark: string;
}

/** The ways on from a position, the most telling first. */
function steps({ expected, actual, i, j }: Position): Step[] {
  const want = expected[i];
  const have = actual[j];
  const found: Step[] = [];
  if (want === ANY_LINES) {
    found.push({ di: 1, dj: 0, cost: 0, mark: " " });
    if (have !== undefined) found.push({ di: 0, dj: 1, cost: 0, mark: " " });
    return found;
  }
  if (want !== undefined && have !== undefined && lineMatches(want, have)) {
    found.push({ di: 1, dj: 1, cost: 0, mark: " " });
  }
  if (want !== undefined) found.push({ di: 1, dj: 0, cost: 1, mark: "-" });
  if (have !== undefined) found.push({ di: 0, dj: 1, cost: 1, mark: "+" });
  return found;
}

function trace({
  expected,
  actual,
  costs,
}: {
  expected: readonly string[];
  actual: readonly string[];
  costs: number[][];
}) {
  const lines: string[] = [];
  for (let i = 0, j = 0; i < expected.length || j < actual.length; ) {
    const ways = steps({ expected, actual, i, j });
    const step = ways.find(({ di, dj, cost }) => cost + costs[i + di]![j + dj]! === costs[i]![j])!;
    // A line that `...` swallows is not worth a line of the difference.
    if (step.di === 1 || step.cost === 1) lines.push(`${step.mark} ${(step.di === 1 ? expected[i] : actual[j]) ?? ""}`);
    i += step.di;
    j += step.dj;
  }
  return lines;
}

function lineMatches(expected: string, actual: string): boolean {
  if (!expected.includes(ANY_TEXT)) return expected === actual;
  const pattern = expected.split(ANY_TEXT).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${pattern.join(".*")}$`, "u").test(actual);
}
