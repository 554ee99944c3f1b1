import { readFileSync } from "node:fs";
import type { ReleasedCell } from "../../src/disclosure/types.ts";
import { releasedTotal } from "./released-total.ts";
import { reference, staffFramework, staffRows } from "./staff.ts";

const text = readFileSync(new URL("../fixtures/reference/staff.csv", import.meta.url), "utf8");
const [, ...departments] = text
  .trim()
  .split("\n")
  .map((line) => line.split(",")[1] ?? "");

/** Too small alone; the next smallest joins them. */
const POOLED = ["HR", "Legal"];

/** Everyone in the reference survey, and one department or several as one cell, with nothing withheld. */
export const everyone = releasedTotal(staffFramework, staffRows());

export function cellOf(...names: readonly string[]): ReleasedCell {
  const rows = staffRows().filter((_, i) => names.includes(departments[i] ?? ""));
  return { ...releasedTotal(staffFramework, rows).released, kind: "group", path: [names.join()] };
}

const names = [...new Set(departments)].sort();

/** What is released by department: groups in order, then the pool. */
export const shown: readonly ReleasedCell[] = [
  ...names.filter((name) => !POOLED.includes(name)).map((name) => cellOf(name)),
  { ...cellOf(...POOLED), kind: "pool", path: [] },
];

/** Reference values that only these tests read. */
export interface AnalysisReference {
  readonly dimension: Readonly<
    Record<
      string,
      {
        readonly reliability: {
          readonly n: number;
          readonly alpha: number;
          readonly feldt95: readonly [number, number];
          readonly alpha_standardised: number;
          readonly omega_total_minres: number;
          readonly item_rest: readonly number[];
          readonly alpha_if_dropped: readonly number[];
        };
        readonly agreement: {
          readonly rwg_j: Readonly<Record<string, number>>;
          readonly n: Readonly<Record<string, number>>;
          readonly MSB: number;
          readonly MSW: number;
          readonly icc1: number;
          readonly icc2: number;
        };
      }
    >
  >;
  readonly group_vs_rest: readonly {
    readonly dimension: string;
    readonly department: string;
    readonly n: readonly [number, number];
    readonly difference: number;
    readonly t: number;
    readonly df: number;
    readonly p: number;
    readonly ci95: readonly [number, number];
    readonly hedges_g: number;
    readonly p_bh: number;
  }[];
}

export const analyses = reference as unknown as AnalysisReference;
