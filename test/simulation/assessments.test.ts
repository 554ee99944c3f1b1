import path from "node:path";
import { describe, expect, it } from "vitest";
import type { DialectName } from "../../src/response/table-head.ts";
import { createShelf } from "../../src/shelf/shelf.ts";
import { assessed, assessmentsOf } from "../../src/simulation/assessments.ts";
import { exportLines, WRITERS } from "../../src/simulation/export.ts";
import { createPeople, USUAL } from "../../src/simulation/people.ts";
import { surveyOf } from "../../src/simulation/survey.ts";
import { framework, item } from "../fixture.ts";

const shelf = createShelf(path.resolve(import.meta.dirname, "..", ".."));
const erosion = (await shelf.framework("trust-erosion")).framework;
const indicators = (await shelf.framework("trust-indicators")).framework;
const ROWS = 40;

function table(
  of: typeof erosion,
  dialect: DialectName,
  names: readonly string[] = [],
): readonly (readonly string[])[] {
  const segments = names.map((name) => ({ name, options: ["North", "South"] }));
  const survey = surveyOf(of, { audience: null, form: null, segments });
  const people = (options: Parameters<typeof createPeople>[1]) => createPeople(survey, options);
  const made = assessmentsOf("organisation", { survey, people });
  const writer = WRITERS[dialect];
  const crowd = { ...USUAL, seed: 5 };
  const simulation = { people: ROWS, writer, answers: writer.usual, clean: true, crowd };
  return [...exportLines(made.survey, simulation, made.people)].map((line) => line.trim().split(","));
}

const column = (rows: readonly (readonly string[])[], name: string) => {
  const at = rows[0]?.indexOf(name) ?? -1;
  return at < 0 ? null : rows.slice(1).map((row) => row[at]);
};

describe("made-up assessments", () => {
  it("say in every row what they are, and whose", () => {
    for (const of of [erosion, indicators]) {
      const rows = table(of, "plain", ["region"]);
      expect(new Set(column(rows, "assessment"))).toEqual(new Set(["organisation"]));
      expect(new Set(column(rows, "unit")).size).toBe(ROWS);
      expect(column(rows, "region")).toContain("North");
      expect(rows[0]).not.toContain("Name");
    }
  });
  it("are of a period where they are figures", () => {
    expect(column(table(erosion, "plain"), "period")).toBeNull();
    expect(new Set(column(table(indicators, "plain"), "period")).size).toBe(1);
  });
  it("leave a unit to the segment of that name", () => {
    const rows = table(indicators, "plain", ["Unit"]);
    expect(column(rows, "unit")).toBeNull();
    expect(column(rows, "Unit")).toContain("South");
  });
  it.each(["self", "person"] as const)("are not made of a framework for people: %s", (unit) => {
    expect(assessed(framework({ unit, items: [item("A1", "a")], dimensions: [] }))).toBeNull();
    expect(assessed(erosion)).toBe("organisation");
  });
});
