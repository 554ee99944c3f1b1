import path from "node:path";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import type { Audit, CellResult } from "../../src/audit/types.ts";
import { score } from "../../src/pipeline.ts";
import { parseWhere } from "../../src/response/asked/where.ts";
import { createShelf } from "../../src/shelf/shelf.ts";
import { SETTINGS } from "../settings.ts";
import { uniform } from "./fixture.ts";

const shelf = createShelf(path.resolve(import.meta.dirname, "../.."));
const SCORES = { only: "scores", draws: 0 } as const;
type Row = readonly [audience: string, site: string, wave: string];

const rows = (count: number, audience: string, site = "N", wave = "1"): readonly Row[] =>
  Array.from({ length: count }, () => [audience, site, wave]);

const ITEMS = ["CO", "IN", "BE", "PR", "CM"].flatMap((id) => [1, 2, 3, 4].map((at) => `${id}${at}`));

function file(people: readonly Row[]): string {
  const random = uniform(20261123);
  const items = [...ITEMS, "RL1", "RL2", "RL3"];
  const lines = people.map((row) => [...row, ...items.map(() => 1 + Math.floor(random() * 5))].join());
  return [["audience", "site", "wave", ...items].join(), ...lines, ""].join("\n");
}

async function report(text: string, where: string | null, more: Partial<Parameters<typeof score>[0]> = {}) {
  const filter = where === null ? null : whereOf(where);
  const inputs = [{ name: "people.csv", open: () => Readable.from([Buffer.from(text)]) }];
  const settings = { ...SETTINGS, ...SCORES, framework: "stakeholder-trust", where: filter, ...more, inputs };
  return (await score(settings, { shelf, open: () => Readable.from([]) })).audit;
}

function whereOf(text: string) {
  const parsed = parseWhere(text);
  if ("problem" in parsed) throw new Error(parsed.problem.message);
  return { text, columns: parsed.columns, test: parsed.test };
}

/** Everybody of a report, and its audiences. */
function cellsOf({ overall, groupings }: Audit): readonly CellResult[] {
  return [...(overall === null ? [] : [overall]), ...(groupings[0]?.cells ?? [])];
}

/** Fewest people that are in a cell of one report and not in a cell of the other, whose people are all in it. */
function fewestApart(whole: Audit, part: Audit, isWithin: (cell: CellResult, of: CellResult) => boolean): number {
  const apart = cellsOf(whole).flatMap((of) =>
    cellsOf(part).flatMap((cell) => (isWithin(cell, of) ? [of.people - cell.people] : [])),
  );
  return Math.min(...apart.filter((people) => people > 0));
}

describe("one audience of several, asked for by itself", () => {
  const both = async (sizes: readonly [number, number, number], more: Partial<Parameters<typeof score>[0]> = {}) => {
    const [customers, employees, partners] = sizes;
    const text = file([
      ...rows(customers, "customers"),
      ...rows(employees, "employees"),
      ...rows(partners, "partners"),
    ]);
    return [await report(text, null), await report(text, "audience = customers", more)] as const;
  };

  it.each([
    [{}],
    // The rows of the others are read as customers', and none of them is kept.
    [{ audience: "customers" }],
  ])("is withheld where everybody's report has it together with one person", async (more) => {
    const [whole, part] = await both([8, 30, 1], more);
    expect(cellsOf(whole).map(({ people }) => people)).toEqual([39, 30, 9]);
    expect(part.overall).toBeNull();
  });

  it("is shown where everybody's report leaves the small ones together", async () => {
    const text = file([...rows(8, "customers"), ...rows(30, "employees"), ...rows(1, "partners")]);
    expect((await report(text, "audience = employees")).overall?.people).toBe(30);
  });

  it.each([{}, { audience: "customers" }])("is shown where everybody's report has it, too", async (more) => {
    const [whole, part] = await both([40, 30, 20], more);
    expect(cellsOf(whole).map(({ people }) => people)).toEqual([90, 40, 30, 20]);
    expect(part.overall?.people).toBe(40);
    expect(part.overall?.dimensions.map(({ mean }) => mean.kind)).not.toContain("hidden");
    const value = ({ dimensions }: CellResult) => dimensions.map(({ mean }) => mean.kind === "estimate" && mean.value);
    expect(value(part.overall as CellResult)).toEqual(value(cellsOf(whole)[1] as CellResult));
  });
});

describe("a part that has all of an audience but one", () => {
  const isWithin = (cell: CellResult, of: CellResult) => of.path.length === 0 || of.label === cell.label;

  it("does not have that audience apart", async () => {
    const text = file([
      ...[...rows(24, "customers"), ...rows(1, "customers", "S")],
      ...[...rows(30, "employees"), ...rows(20, "employees", "S")],
    ]);
    const [whole, part] = [await report(text, null), await report(text, "site = N")];
    expect(cellsOf(whole).map(({ people }) => people)).toEqual([75, 25, 50]);
    expect(fewestApart(whole, part, isWithin)).toBeGreaterThanOrEqual(5);
    expect(part.overall?.people).toBe(54);
    expect(part.groupings[0]?.cells).toEqual([]);
  });

  it("is withheld where nobody else is in it", async () => {
    const text = file([...rows(24, "customers"), ...rows(1, "customers", "S"), ...rows(30, "employees", "S")]);
    expect((await report(text, "site = N")).overall).toBeNull();
  });

  it("does not in a wave either", async () => {
    const wave = (name: string) => [
      ...[...rows(24, "customers", "N", name), ...rows(1, "customers", "S", name)],
      ...rows(30, "employees", "S", name),
    ];
    const text = file([...wave("1"), ...wave("2")]);
    const whole = await report(text, null, { wave: "wave" });
    expect(cellsOf(whole).map(({ people }) => people)).toEqual([55, 25, 30]);
    expect((await report(text, "site = N", { wave: "wave" })).overall).toBeNull();
    const part = await report(text, "audience = customers", { wave: "wave" });
    expect(part.overall?.people).toBe(25);
  });
});
