import { describe, expect, it } from "vitest";
import { WHOLE } from "../../part.ts";
import { fuzzCase } from "../../sources/fuzz/case.ts";
import { allExports, type Export } from "../../sources/fuzz/corpus.ts";
import { type Arrival, bothEngines, ROOT } from "./both.ts";
import { grown } from "./grown.ts";
import { madeFor } from "./made-for.ts";

/**
 * The spoilt exports of test/sources/fuzz.test.ts: both engines score them to the same bytes, or refuse them for the same reasons.
 * One case alone: ORACLE_CASE=123 npx vitest run test/engines/oracle/spoilt.test.ts
 */
const SINGLE = process.env["ORACLE_CASE"];
const CASES = SINGLE !== undefined ? 1 : WHOLE ? 4_000 : 24;
const PARTS = SINGLE !== undefined ? 1 : 4;
const ARRIVALS: readonly Arrival[] = ["file", "whole", 997, 13, 65_536];

const ALL = allExports(ROOT);
const exports: [Export, ...Export[]] = [{ name: "none.csv", bytes: Buffer.alloc(0) }, ...ALL, ...ALL.map(grown)];

describe("spoilt exports", () => {
  const total = { cases: 0, scored: 0, rows: 0 };

  it.each(Array.from({ length: PARTS }, (_, at) => at))(`part %i of ${PARTS}`, { timeout: 600_000 }, async (place) => {
    const differences: string[] = [];
    for (let n = place + 1; n <= CASES; n += PARTS) {
      const number = SINGLE === undefined ? n : Number(SINGLE);
      const { files, settings } = fuzzCase(number, exports, (name) => [madeFor(name).framework]);
      const arrival = ARRIVALS[number % ARRIVALS.length] ?? "file";
      const { difference, scored, scanned } = await bothEngines({ files, settings, arrival });
      total.cases += 1;
      total.scored += scored ? 1 : 0;
      total.rows += scanned;
      if (difference !== null) differences.push(`ORACLE_CASE=${number}\n${difference}`);
    }
    expect(differences.slice(0, 3).join("\n\n"), `${differences.length} differ`).toBe("");
  });

  it.skipIf(SINGLE !== undefined)("are scored in many of these cases, their rows by the scanner", () => {
    if (WHOLE) process.stdout.write(`${JSON.stringify(total)}\n`);
    expect(total.scored / total.cases).toBeGreaterThan(0.1);
    expect(total.rows).toBeGreaterThan(5 * total.cases);
  });
});
