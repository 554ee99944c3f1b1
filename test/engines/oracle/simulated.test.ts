import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { settingsOf } from "../../../src/cli/settings.ts";
import type { Framework } from "../../../src/framework/types.ts";
import type { DialectName } from "../../../src/response/table-head.ts";
import { exportLines, type Simulation, WRITERS } from "../../../src/simulation/export.ts";
import { USUAL } from "../../../src/simulation/people.ts";
import { surveyOf } from "../../../src/simulation/survey.ts";
import { part, WHOLE } from "../../part.ts";
import type { Export } from "../../sources/fuzz/corpus.ts";
import { type Arrival, bothEngines, type OracleCase, ROOT, shelf } from "./both.ts";
import { TEAM } from "./made-for.ts";

/** Made-up people in the exports of every survey tool, and surveys of two waves: both engines give the same, byte by byte. */
const KINDS = path.join(ROOT, "test/simulation/kinds.yaml");
const FRAMEWORKS = ["trust-equation", "distrust-symptoms", TEAM, KINDS];
const DIALECTS = Object.keys(WRITERS) as readonly DialectName[];
const SEGMENTS = [
  { name: "department", options: ["Production", "Sales & Service", "Logistics"] },
  { name: "year", options: ["2025", "2026"] },
  { name: "weight", options: ["1", "0.5", "2.25"] },
];

type Flags = Partial<Parameters<typeof settingsOf>[0]>;

const WAYS: readonly Flags[] = [
  { by: ["department"] },
  { by: ["department", "year"], output: ["json"] },
  { by: ["department,year"], exclude: ["careless"] },
  { by: ["year/department"], minGroup: "3" },
  { wave: "year", by: ["department"] },
  { weight: "weight", by: ["department"] },
  { where: "department = Logistics and year != 2025" },
  { include: ["incomplete", "preview", "spam"], onDuplicate: "first" },
];

const STRICT = { onUnknown: "error", onRagged: "error", onDuplicate: "keep", only: "scores" } as const;

const frameworks = new Map<string, Framework>();
beforeAll(async () => {
  for (const one of FRAMEWORKS) frameworks.set(one, (await shelf.framework(one)).framework);
});

function madeUp(framework: string, dialect: DialectName, more: Partial<Simulation>): Export {
  const found = frameworks.get(framework);
  if (found === undefined) throw new Error(framework);
  const survey = surveyOf(found, { audience: found.audiences[0]?.id ?? "", form: null, segments: SEGMENTS });
  const writer = WRITERS[dialect];
  const crowd = { ...USUAL, seed: 7, careless: 0.1 };
  const lines = exportLines(survey, {
    people: WHOLE ? 150 : 120,
    writer,
    answers: writer.usual,
    clean: false,
    crowd,
    ...more,
  });
  return { name: `${dialect}.csv`, bytes: Buffer.from([...lines].join("")) };
}

const total = { cases: 0, scored: 0, rows: 0 };

async function agree(cases: readonly OracleCase[]): Promise<void> {
  for (const one of cases) {
    const { difference, scored, scanned } = await bothEngines(one);
    total.cases += 1;
    total.scored += scored ? 1 : 0;
    total.rows += scanned;
    const { by, where, wave, weight, rules } = one.settings;
    expect(difference ?? "", JSON.stringify({ by, where, wave, weight, rules })).toBe("");
  }
}

describe.each(DIALECTS)("made-up people in %s", (dialect) => {
  // `npm test` asks the people of each tool two of them, the other two those of the next.
  const asked = FRAMEWORKS.filter((_, at) => WHOLE || (at + DIALECTS.indexOf(dialect)) % 2 === 0);
  it.each(asked.map((one) => [path.basename(one), one] as const))("asked %s", async (_, framework) => {
    const ways = part(WAYS.slice((DIALECTS.indexOf(dialect) + FRAMEWORKS.indexOf(framework)) % (WHOLE ? 1 : 8)), 8);
    const styles = ["labels", "codes"] as const;
    for (const answers of WHOLE ? styles : [styles[framework.length % 2] ?? "labels"]) {
      const files = [madeUp(framework, dialect, { answers })];
      const audience = frameworks.get(framework)?.audiences[0]?.id ?? "";
      await agree(
        ways.map((way, at) => ({
          files,
          settings: settingsOf({ framework, audience, ...STRICT, ...way }),
          arrival: (["file", 997, "whole"] as const)[at % 3] ?? "file",
          respondents: at % 2 === 0,
        })),
      );
    }
  });
});

const read = (file: string): Export => ({ name: file, bytes: readFileSync(path.join(ROOT, file)) });

describe("two waves of the same people", () => {
  const later = read("examples/staff-2026.csv");
  const earlier = read("examples/staff-2025.csv");
  const ASKED: readonly Flags[] = [
    { previous: "earlier", id: "respondent" },
    { previous: "earlier", id: "respondent", by: ["division/department"], onDuplicate: "first" },
    { previous: "earlier", id: "department" },
    { weight: "weight", by: ["department", "tenure"] },
    { id: "respondent", by: ["tenure,department"] },
    { id: "division", onDuplicate: "first" },
    { id: "division", onDuplicate: "error" },
    { explain: "17", id: "respondent" },
    { wave: "year", by: ["division/department"] },
  ];
  const ARRIVALS: readonly Arrival[] = ["file", 61, "whole"];

  it.each(ASKED.map((flags) => [JSON.stringify(flags), flags] as const))("%s", async (_, flags) => {
    const both = flags.wave === undefined ? [later] : [earlier, later];
    const all = { ...STRICT, framework: "trust-equation", audience: "employees", ...flags };
    const cases = [
      { files: both, settings: settingsOf(all) },
      { files: both, settings: settingsOf({ ...all, only: "scores", exclude: ["careless"] }), respondents: true },
    ];
    await agree(cases.flatMap((one) => part(ARRIVALS, 3).map((arrival) => ({ ...one, earlier, arrival }))));
  });
});

describe("the reference survey", () => {
  it.each(["staff.csv", "staff-wave2.csv"])("%s", async (file) => {
    const one = read(`test/fixtures/reference/${file}`);
    const settings = (more: Flags) =>
      settingsOf({ ...STRICT, framework: "trust-equation", audience: "employees", ...more });
    await agree([
      { files: [one], settings: settings({ by: ["department"], acceptGuesses: true }) },
      { files: [one], settings: settings({ id: "id", by: ["department"] }), arrival: 61 },
    ]);
  });
});

it("had people to score, and rows for the scanner", () => {
  expect(total.scored / total.cases).toBeGreaterThan(0.7);
  expect(total.rows).toBeGreaterThan(50 * total.scored);
});
