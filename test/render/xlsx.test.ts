import readWorkbook from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import type { Audit } from "../../src/audit/types.ts";
import { longTable } from "../../src/render/estimates/columns.ts";
import { withFixedDates } from "../../src/render/xlsx/zip-dates.ts";
import { renderXlsx } from "../../src/render/xlsx.ts";
import { SAMPLES, TOO_FEW } from "../formats/samples.ts";
import { LOAD_SAMPLE, SAMPLE } from "./sample.ts";
import { CHANGE } from "./sample-analysis.ts";

type Cells = readonly (readonly unknown[])[];

async function opened(audit: Audit): Promise<ReadonlyMap<string, Cells>> {
  const sheets = await readWorkbook(Buffer.from(await renderXlsx(audit)));
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]));
}

/** The rows below the header, by its names. */
function records(cells: Cells): Record<string, unknown>[] {
  const [header = [], ...rows] = cells;
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [String(name), row[at]])));
}

const INDEX = await opened(SAMPLE);
const sheet = (name: string) => records(INDEX.get(name) ?? []);

describe("the workbook", () => {
  it.each(SAMPLES)("%s opens with another library, and each sheet has a name that Excel takes", async (_, audit) => {
    const sheets = await opened(audit);
    const names = [...sheets.keys()];
    expect(names.slice(0, 2)).toEqual(["Summary", "Scores"]);
    expect(names.at(-1)).toBe("Estimates");
    expect(names.filter((name) => name.length > 31)).toEqual([]);
  });

  it("has a sheet for each part", async () => {
    expect([...INDEX.keys()]).toEqual([
      "Summary",
      "Scores",
      "Groups",
      "Items",
      "Findings",
      "Plan",
      "Method",
      "Estimates",
    ]);
    expect([...(await opened({ ...SAMPLE, change: CHANGE })).keys()]).toContain("Changes");
  });

  it("gives scores as numbers, whole", () => {
    const [lead] = sheet("Scores");
    const index = SAMPLE.overall?.composites[0]?.index;
    expect(index?.kind).toBe("estimate");
    if (index?.kind !== "estimate") return;
    expect(lead).toMatchObject({
      Id: "trust",
      Index: index.value,
      Low: index.interval?.low,
      n: index.n,
      Band: "mixed",
    });
    expect(sheet("Scores").at(-1)).toMatchObject({ Kind: "Outcome, net promoter score" });
  });

  it("gives a load as a load, with its own target", async () => {
    const [lead] = records((await opened(LOAD_SAMPLE)).get("Scores") ?? []);
    const load = LOAD_SAMPLE.overall?.composites[0]?.load;
    expect(lead).toMatchObject({ Load: load?.kind === "estimate" ? load.value : null, Target: 25 });
  });

  it("says hidden where something is hidden", () => {
    const hidden = sheet("Groups").filter((row) => Object.values(row).includes("hidden"));
    expect(hidden.length).toBeGreaterThan(0);
    expect(hidden[0]).toMatchObject({ Index: "hidden", Low: null, n: null });
  });

  it("has all rows of the long form", () => {
    const { headers, rows } = longTable(SAMPLE);
    const cells = INDEX.get("Estimates") ?? [];
    expect(cells[0]).toEqual(headers);
    const blank = (cell: unknown) => (cell === "" ? null : cell);
    expect(cells.slice(1)).toEqual(rows.map((row) => row.map(blank)));
  });

  it("tells findings, plan and method in words", () => {
    expect(sheet("Findings").map(({ Severity }) => Severity)).toEqual(["High", "Medium", "Strength"]);
    expect(sheet("Plan")[0]).toMatchObject({ Step: 1, What: "Keep a promise ledger", Effort: 1 });
    expect(sheet("Method").length).toBeGreaterThan(SAMPLE.method.length);
  });

  it("says in the summary why nothing is shown", async () => {
    const text = JSON.stringify((await opened(TOO_FEW)).get("Summary"));
    expect(text).toContain("fewer than 5 people");
  });

  it("gives the same bytes for the same audit, whatever the time", async () => {
    const first = await renderXlsx(SAMPLE);
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect(Buffer.from(await renderXlsx(SAMPLE)).equals(Buffer.from(first))).toBe(true);
  });
});

describe("the dates of an archive", () => {
  it("are refused where there is no archive", () =>
    expect(() => withFixedDates(new Uint8Array(100))).toThrow(RangeError));
});
