import { Readable } from "node:stream";
import { beforeAll, describe, expect, it } from "vitest";
import { openTable } from "../../../src/sources/table/open.ts";
import { WHOLE } from "../../part.ts";
import { allExports, type Export } from "../../sources/fuzz/corpus.ts";
import { createDice } from "../../sources/fuzz/random.ts";
import { bothEngines, ROOT } from "./both.ts";
import { madeFor } from "./made-for.ts";
import { caseOf, type Told, WAYS } from "./ways.ts";

/** Every export that lies in the checkout, in every way of scoring: both engines give the same, byte by byte. */
const EXPORTS = allExports(ROOT);
const NAMES = Object.keys(WAYS);
/** `npm test` tries every fortieth export with each way, others with the next. */
const EVERY = WHOLE ? 1 : 67;

let told: readonly Told[] = [];

beforeAll(async () => {
  const columns = await Promise.all(EXPORTS.map(columnsOf));
  told = EXPORTS.map((one, at) => {
    const made = madeFor(one.name);
    const isLike = ({ name }: Export) => name !== one.name && madeFor(name).framework === made.framework;
    return { one, ...made, columns: columns[at] ?? [], other: EXPORTS.findLast(isLike) ?? one };
  });
});

async function columnsOf({ name, bytes }: Export): Promise<readonly string[]> {
  try {
    const source = await openTable({ name, open: () => Readable.from([bytes]) }, {});
    source.close();
    return source.head.headers;
  } catch {
    return [];
  }
}

describe("every export in the checkout", () => {
  const total = { cases: 0, scored: 0, rows: 0, declined: 0 };

  it.each(NAMES.map((name, at) => ({ name, at })))("$name", { timeout: 600_000 }, async ({ name, at }) => {
    const differences: string[] = [];
    for (const [place, one] of told.entries()) {
      if ((place + at) % EVERY !== 0) continue;
      const dice = createDice(1 + place * NAMES.length + at);
      const { difference, scored, scanned, engines } = await bothEngines(caseOf(one, name, dice));
      total.cases += 1;
      total.scored += scored ? 1 : 0;
      total.rows += scanned;
      total.declined += engines.includes("stream") ? 1 : 0;
      if (difference !== null) differences.push(`${one.one.name} (${one.framework})\n${difference}`);
    }
    expect(differences.slice(0, 3).join("\n\n"), `${differences.length} differ`).toBe("");
  });

  it("is scored in many of these runs, its rows by the scanner", () => {
    if (WHOLE) process.stdout.write(`${JSON.stringify(total)}\n`);
    expect(total.scored / total.cases).toBeGreaterThan(0.3);
    // Had every row gone through the other engine, nothing would be proved.
    expect(total.rows).toBeGreaterThan(15 * total.scored);
  });
});
