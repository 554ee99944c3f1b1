import { describe, expect, it } from "vitest";
import { part, WHOLE } from "../../part.ts";
import { asked, type Flags, LENIENT } from "./asked.ts";
import { type Arrival, bothEngines, type OracleCase } from "./both.ts";
import { TEAM } from "./made-for.ts";
import { CELLS } from "./nasty/cells.ts";
import { FAULTS } from "./nasty/faults.ts";
import { LINES } from "./nasty/lines.ts";
import { PEOPLE } from "./nasty/people.ts";
import type { Nasty } from "./nasty/table.ts";

/** Tables with one thing about them that a fast reader may get wrong: both engines give the same, byte by byte. */
const WAYS: readonly Flags[] = [
  {},
  { by: ["department"] },
  { by: ["department"], id: "person", onDuplicate: "first" },
  LENIENT,
  { ...LENIENT, id: "person", onDuplicate: "error" },
  { ...LENIENT, by: ["department"], exclude: ["careless"] },
  { ...LENIENT, explain: "40" },
];
/** Of tables that are small enough to come byte by byte, and of others. */
const ARRIVALS: readonly Arrival[] = ["file", 1, 7, "whole"];
const ARRIVALS_OF_LARGE: readonly Arrival[] = ["file", 65_536];

interface Numbered extends Nasty {
  readonly at: number;
}

const ALL = [...CELLS, ...LINES, ...FAULTS, ...PEOPLE].map((one, at): Numbered => ({ ...one, at }));
/** `npm test` tries every third in one way, and of the large ones every sixth. */
const NASTY = [
  ...part(
    ALL.filter(({ isLarge }) => !isLarge),
    3,
  ),
  ...part(
    ALL.filter(({ isLarge }) => isLarge),
    6,
  ),
];

function* casesOf({ at, files, flags }: Numbered): Generator<OracleCase> {
  const named = files().map((bytes, place) => ({ name: `${place + 1}.csv`, bytes }));
  const isSmall = named.every(({ bytes }) => bytes.length < 50_000);
  const arrivals = isSmall ? ARRIVALS : ARRIVALS_OF_LARGE;
  for (const [place, way] of WAYS.entries()) {
    if (!WHOLE && (place + at) % WAYS.length !== 0) continue;
    const settings = asked(TEAM, { ...way, ...flags });
    const taken = WHOLE ? arrivals : [arrivals[(place + at) % arrivals.length] ?? "file"];
    for (const arrival of taken) yield { files: named, settings, arrival, respondents: place === 3 };
  }
}

describe("a table with", () => {
  const total = { cases: 0, rows: 0 };

  it.each(NASTY)("$says", { timeout: 300_000 }, async (nasty) => {
    for (const one of casesOf(nasty)) {
      const { difference, scanned } = await bothEngines(one);
      total.cases += 1;
      total.rows += scanned;
      expect(difference ?? "", JSON.stringify({ ...one, files: [] })).toBe("");
    }
  });

  it("is read by the scanner, but for what is nasty about it", () => {
    expect(total.rows).toBeGreaterThan(30 * total.cases);
  });
});
