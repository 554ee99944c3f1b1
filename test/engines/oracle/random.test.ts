import { describe, expect, it } from "vitest";
import { WHOLE } from "../../part.ts";
import { createDice, type Dice } from "../../sources/fuzz/random.ts";
import { asked, type Flags, LENIENT } from "./asked.ts";
import { type Arrival, bothEngines, type OracleCase } from "./both.ts";
import { TEAM } from "./made-for.ts";
import { randomTable } from "./random-table.ts";

/**
 * Tables in which anything may stand, asked for anything: both engines give the same, byte by byte.
 * One case alone: ORACLE_CASE=123 npx vitest run test/engines/oracle/random.test.ts
 */
const SINGLE = process.env["ORACLE_CASE"];
const CASES = WHOLE ? 6_000 : 20;
const PARTS = 4;
const ARRIVALS: readonly [Arrival, ...Arrival[]] = ["file", "file", "whole", 1, 13, 997];

const GROUPINGS: readonly [readonly string[], ...(readonly string[])[]] = [
  ["department"],
  ["department,comment"],
  ["comment/department"],
  ["department", "comment"],
];

function flagsOf(dice: Dice): Flags {
  return {
    ...(dice.chance(0.75) ? LENIENT : {}),
    ...(dice.chance(0.4) ? { by: dice.pick(GROUPINGS) } : {}),
    ...(dice.chance(0.4) ? { id: "person", onDuplicate: dice.pick(["keep", "first", "error"]) } : {}),
    ...(dice.chance(0.1) ? { where: 'department in (Sales, "R&D")' } : {}),
    ...(dice.chance(0.2) ? { exclude: ["careless"] } : {}),
    ...(dice.chance(0.05) ? { weight: "O1" } : {}),
    ...(dice.chance(0.1) ? { explain: String(1 + dice.below(80)) } : {}),
  };
}

function caseOf(n: number): OracleCase {
  const dice = createDice(n);
  const files = Array.from({ length: dice.chance(0.15) ? 2 : 1 }, (_, at) => ({
    name: `${at + 1}.csv`,
    bytes: randomTable(dice),
  }));
  const settings = asked(TEAM, flagsOf(dice));
  return { files, settings, arrival: dice.pick(ARRIVALS), respondents: dice.chance(0.2) };
}

describe("a random table", () => {
  const total = { cases: 0, scored: 0, rows: 0 };
  const agree = async (numbers: readonly number[]): Promise<void> => {
    const differences: string[] = [];
    for (const n of numbers) {
      const { difference, scored, scanned } = await bothEngines(caseOf(n));
      total.cases += 1;
      total.scored += scored ? 1 : 0;
      total.rows += scanned;
      if (difference !== null) differences.push(`ORACLE_CASE=${n}\n${difference}`);
    }
    expect(differences.slice(0, 3).join("\n\n"), `${differences.length} differ`).toBe("");
  };

  if (SINGLE !== undefined) it(`case ${SINGLE}`, { timeout: 60_000 }, () => agree([Number(SINGLE)]));
  else {
    it.each(Array.from({ length: PARTS }, (_, at) => at))(`part %i of ${PARTS}`, { timeout: 600_000 }, (at) =>
      agree(Array.from({ length: CASES / PARTS }, (_, step) => 1 + at + step * PARTS)),
    );

    it("is scored in many cases, most of its rows by the scanner", () => {
      if (WHOLE) process.stdout.write(`${JSON.stringify(total)}\n`);
      expect(total.scored / total.cases).toBeGreaterThan(0.3);
      expect(total.rows).toBeGreaterThan(30 * total.scored);
    });
  }
});
