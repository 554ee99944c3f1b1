import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { Estimate, Hidden, NotComputable } from "../../src/audit/estimate.ts";
import type { Audit } from "../../src/audit/types.ts";
import { renderCsv } from "../../src/render/csv.ts";
import { longTable } from "../../src/render/estimates/columns.ts";
import { estimateRows } from "../../src/render/estimates/rows.ts";
import { SAMPLES, TOO_FEW } from "../formats/samples.ts";
import { SAMPLE } from "./sample.ts";

const row = (parts: object) => JSON.stringify(parts);
const sorted = (texts: readonly string[]) => texts.toSorted();

/** Everything of one kind that the audit holds, however deep. */
function found<T>(value: unknown, kind: string): T[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "kind" in value && value.kind === kind ? [value as T] : [];
  return [...own, ...Object.values(value).flatMap((inner) => found<T>(inner, kind))];
}

/** Every number outside an estimate, with the key it stands under. */
function numbers(value: unknown, key: string): [string, number][] {
  if (typeof value === "number") return [[key, value]];
  if (typeof value !== "object" || value === null || ("kind" in value && value.kind === "estimate")) return [];
  return Object.entries(value).flatMap(([name, inner]) => numbers(inner, Array.isArray(value) ? key : name));
}

describe("one published number a row", () => {
  it.each(SAMPLES)("%s: every estimate has its row, with all that belongs to it", (_, audit) => {
    const expected = found<Estimate>(audit, "estimate").map(({ value, interval, n, unit, method }) =>
      row({
        value,
        low: interval?.low ?? null,
        high: interval?.high ?? null,
        level: interval?.level ?? null,
        n,
        unit,
        method,
      }),
    );
    const rows = estimateRows(audit).filter(({ status }) => status === "estimate");
    const got = rows.map(({ value, low, high, level, n, unit, method }) =>
      row({ value, low, high, level, n, unit, method }),
    );
    expect(sorted(got)).toEqual(sorted(expected));
  });

  it.each(SAMPLES)("%s: what is hidden and what cannot be computed have theirs, and look different", (_, audit) => {
    const rows = estimateRows(audit);
    const hidden = rows.filter(({ status }) => status === "hidden");
    expect(hidden.length).toBeGreaterThanOrEqual(found<Hidden>(audit, "hidden").length);
    expect(hidden.filter(({ value, low, n }) => value !== null || low !== null || n !== null)).toEqual([]);
    const reasons = found<NotComputable>(audit, "none").map(({ reason }) => reason);
    const told = rows.filter(({ status }) => status === "no data").map(({ words }) => words);
    expect(reasons.filter((reason) => !told.includes(reason))).toEqual([]);
  });

  /** Of the framework and of the way to draw it, not of what people said; the second group is worked out from the first. */
  const NOT_TOLD = new Set([
    ...["formatVersion", "position", "headerRows", "seed", "minGroup", "rank", "level", "of"],
    ...["worst", "best", "min", "max", "from", "to", "limits", "cap", "share", "lowest", "decimals", "code"],
    ...["reached", "mean", "index", "value"],
  ]);

  it.each(SAMPLES)("%s: every other number of a result is somewhere in the table", (_, audit) => {
    const { framework: _f, source: _s, options: _o, disclosure: _d, ...results } = audit;
    const told = new Set(
      estimateRows(audit).flatMap(({ value, low, high, n, target, level }) => [value, low, high, n, target, level]),
    );
    const missing = numbers(results, "").filter(([key, value]) => !NOT_TOLD.has(key) && !told.has(value));
    expect(missing).toEqual([]);
  });

  it("tells whose number it is", () => {
    const rows = estimateRows(SAMPLE);
    const [one] = rows.filter(
      ({ scope, group, id, statistic }) =>
        scope === "group" && group === "Finance" && id === "credibility" && statistic === "index",
    );
    const cell = SAMPLE.groupings[0]?.cells.find(({ label }) => label === "Finance");
    expect(one).toMatchObject({
      grouping: "department",
      path: ["Finance"],
      of: "dimension",
      title: "Credibility",
      target: 75,
    });
    expect(one?.value).toBe(
      cell?.dimensions.find(({ id }) => id === "credibility")?.index.kind === "estimate" ? 66.32249999999999 : null,
    );
  });

  it("tells apart rows by scope, group, thing and statistic", () => {
    const [finding] = SAMPLE.findings;
    const twice =
      finding === undefined ? [] : [{ ...finding, evidence: finding.evidence.flatMap((one) => [one, one]) }];
    for (const audit of [...SAMPLES.map(([, one]) => one), { ...SAMPLE, findings: twice }]) {
      const keys = estimateRows(audit).map(({ scope, grouping, path, group, of, id, than, statistic }) =>
        row({ scope, grouping, path, group, of, id, than, statistic }),
      );
      expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    }
  });

  it("says why nothing is shown, and no number of anybody", () => {
    expect(estimateRows(TOO_FEW).filter(({ scope }) => scope === "total" || scope === "group")).toEqual([]);
  });
});

describe("the table as CSV", () => {
  const read = (text: string) => parse(text, { columns: true }) as Record<string, string>[];

  it.each(SAMPLES)("%s: reads back to the same rows", (_, audit) => {
    const rows = read(renderCsv(audit));
    const { headers, rows: expected } = longTable(audit);
    expect(rows).toHaveLength(expected.length);
    rows.forEach((one, at) => {
      const numeric = ["value", "low", "high", "level", "n", "target"] as const;
      for (const name of numeric) {
        const cell = expected[at]?.[headers.indexOf(name)] ?? null;
        expect(one[name] === "" ? null : Number(one[name])).toBe(cell);
      }
    });
  });

  it("keeps negative numbers as numbers, with a plain minus sign", () => {
    const negative = read(renderCsv(SAMPLE)).filter(({ value }) => value?.startsWith("-"));
    expect(negative.length).toBeGreaterThan(0);
    expect(renderCsv(SAMPLE)).not.toMatch(/,'-\d/);
  });

  it("gives the same bytes for the same audit, and ends its lines with a newline alone", () => {
    const copy = JSON.parse(JSON.stringify(SAMPLE)) as Audit;
    expect(renderCsv(copy)).toBe(renderCsv(SAMPLE));
    expect(renderCsv(SAMPLE)).not.toContain("\r");
    expect(renderCsv(SAMPLE)).toMatch(/[^\n]\n$/);
  });
});
