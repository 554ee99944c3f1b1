import path from "node:path";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import type { Audit } from "../../src/audit/types.ts";
import { settingsOf } from "../../src/cli/settings.ts";
import { applyProfiles } from "../../src/framework/overlay.ts";
import type { Framework } from "../../src/framework/types.ts";
import { score } from "../../src/pipeline.ts";
import type { DialectName } from "../../src/response/table-head.ts";
import { createShelf } from "../../src/shelf/shelf.ts";
import { exportLines, WRITERS } from "../../src/simulation/export.ts";
import { mixtureOf, type Part } from "../../src/simulation/mixture.ts";
import { USUAL } from "../../src/simulation/people.ts";

const shelf = createShelf(path.resolve(import.meta.dirname, "..", ".."));
const frameworks = await Promise.all((await shelf.list()).map(async ({ id }) => (await shelf.framework(id)).framework));
const DIALECTS = Object.keys(WRITERS) as readonly DialectName[];
const ASKED = { form: null, segments: [] };

function written(framework: Framework, parts: readonly Part[], dialect: DialectName = "plain"): string {
  const writer = WRITERS[dialect];
  const { survey, people } = mixtureOf(framework, parts, ASKED);
  const simulation = {
    ...{ writer, answers: writer.usual, clean: false, crowd: { ...USUAL, seed: 5 } },
    people: parts.reduce((sum, part) => sum + part.people, 0),
  };
  return [...exportLines(survey, simulation, people)].join("");
}

async function audit(framework: Framework, text: string, profile: readonly string[] = []): Promise<Audit> {
  const rules = { onUnknown: "error", onRagged: "error", onDuplicate: "keep", only: "scores" } as const;
  const settings = settingsOf({ framework: framework.id, profile, ...rules });
  const inputs = [{ name: "export.csv", open: () => Readable.from([Buffer.from(text)]) }];
  return (await score({ ...settings, inputs }, { shelf, open: () => Readable.from([]) })).audit;
}

const people = (framework: Framework, level: number): readonly Part[] =>
  framework.audiences.map(({ id }) => ({ audience: id, people: framework.unit === "person" ? 30 : 1, level }));

/** Mean index of everything that is shown. */
function indexOf({ overall }: Audit): number {
  const shown = (overall?.dimensions ?? []).flatMap(({ index }) => (index.kind === "estimate" ? [index.value] : []));
  expect(shown.length).toBeGreaterThan(0);
  return shown.reduce((sum, value) => sum + value, 0) / shown.length;
}

describe.each(frameworks.map((framework) => [framework.id, framework] as const))("%s", (_, framework) => {
  it("all audiences in one table: read back, and as good as they were made", { timeout: 60_000 }, async () => {
    const [bad, good] = await Promise.all(
      [15, 85].map(async (level) => indexOf(await audit(framework, written(framework, people(framework, level))))),
    );
    expect(bad).toBeLessThan(40);
    expect(good).toBeGreaterThan(60);
  });

  it("with the questions of a sector", { timeout: 60_000 }, async () => {
    const chosen = await shelf.profile("healthcare");
    const own = applyProfiles(framework, [chosen]);
    const { overall } = await audit(framework, written(own, people(own, 55)), ["healthcare"]);
    const added = own.dimensions.slice(framework.dimensions.length).map(({ id }) => id);
    const found = overall?.dimensions.map(({ id }) => id) ?? [];
    expect(found).toEqual(expect.arrayContaining([...added]));
  });
});

describe("a table of two audiences", () => {
  const framework = frameworks.find(({ id }) => id === "trust-journey");
  if (framework === undefined) throw new Error("no trust-journey");
  const parts: readonly Part[] = [
    { audience: "customers", people: 40, level: 80 },
    { audience: "employees", people: 25, level: 30 },
  ];

  it("leaves blank what an audience is not asked, and counts as told", () => {
    const [head = "", ...lines] = written(framework, parts).trimEnd().split("\n");
    const headers = head.split(",");
    const rows = lines.map((line) => new Map(line.split(",").map((cell, at) => [headers[at] ?? "", cell])));
    for (const { audience, people: count } of parts) {
      const own = rows.filter((row) => row.get("audience") === audience);
      expect(own).toHaveLength(count);
      const strange = framework.items.filter(({ id, text }) => headers.includes(id) && !text.has(audience));
      expect(strange.length).toBeGreaterThan(0);
      for (const row of own) for (const { id } of strange) expect(row.get(id)).toBe("");
    }
    // In no order: neither all of one first, nor all of the other.
    expect(new Set(rows.slice(0, 20).map((row) => row.get("audience"))).size).toBe(2);
  });

  it("is scored alike whichever tool wrote it, each audience at its own level", { timeout: 120_000 }, async () => {
    const numbers = async (dialect: DialectName) => {
      const { overall, groupings, items } = await audit(framework, written(framework, parts, dialect));
      return { overall, groupings, items };
    };
    const expected = await numbers("plain");
    for (const dialect of DIALECTS) expect(await numbers(dialect)).toEqual(expected);
    const indexes = expected.groupings[0]?.cells.map(({ label, composites }) => [label, composites[0]?.index]);
    expect(indexes).toMatchObject([
      ["Customers", { kind: "estimate" }],
      ["Employees", { kind: "estimate" }],
    ]);
  });
});
