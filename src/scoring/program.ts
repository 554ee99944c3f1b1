import type { Direction, Unit } from "../framework/types.ts";
import type { FormulaNode } from "../numeric/formula.ts";

/**
 * A framework (or one of its forms) compiled to data: what a scorer must do, and nothing else.
 * TypeScript interprets it for one respondent; another engine may translate it.
 */
export interface ScoringProgram {
  readonly framework: string;
  readonly form: string | null;
  readonly unit: Unit;
  /** In framework order: longest runs and straight lines are judged in it. */
  readonly items: readonly ProgramItem[];
  readonly dimensions: readonly ProgramDimension[];
  readonly composites: readonly ProgramComposite[];
  readonly outcomes: readonly ProgramOutcome[];
}

export interface ProgramItem {
  readonly id: string;
  readonly kind: "coded" | "figure";
  /** Response scale id; a run of identical answers ends where the scale changes. */
  readonly scale: string;
  /** Valid codes, ascending; empty for a figure. */
  readonly codes: readonly number[];
  /** Recoding x → recodeFrom − x; null when the item is not reverse-keyed. recodeFrom = min + max. */
  readonly recodeFrom: number | null;
  readonly weight: number;
  readonly optional: boolean;
  /** Index into `dimensions`, or −1. */
  readonly dimension: number;
  /** Recoded codes that are favourable in the direction of the item's dimension. */
  readonly favourable: readonly number[];
  /** Present when kind is figure: worst and best as scaled integers (value × 10^decimals). */
  readonly figure: { readonly worst: number; readonly best: number; readonly decimals: number } | null;
}

export interface ProgramDimension {
  readonly id: string;
  /** Indices into `items`. */
  readonly items: readonly number[];
  readonly direction: Direction;
  readonly min: number;
  readonly max: number;
  /** Σ of item weights. */
  readonly totalWeight: number;
  /** A respondent has a score when the answered weight is at least this (an integer). */
  readonly minWeight: number;
  /**
   * Scores are kept as integers in units of 1/L of the item metric: L = lcm of the reachable answered-weight sums.
   * A figure dimension scores its items' index in hundredths first (0–10000), so its unit is 1/(100·L).
   */
  readonly unitsPerPoint: number;
  readonly optional: boolean;
}

export interface ProgramComposite {
  readonly id: string;
  readonly tree: FormulaNode;
  /** Indices into `dimensions`. */
  readonly inputs: readonly number[];
}

export interface ProgramOutcome {
  readonly id: string;
  /** Index into `items`. */
  readonly item: number;
  readonly statistic: "nps" | "csat" | "mean";
  /** It says how much a dimension matters to people: nothing that dimensions are to explain. */
  readonly isImportance: boolean;
}
