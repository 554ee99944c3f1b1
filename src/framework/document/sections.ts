import type { Triage } from "../types.ts";

export interface LadderDocument {
  readonly title: string;
  readonly word?: "level" | "stage";
  readonly none: string;
  readonly reached: { readonly mean: number; readonly lowest?: number };
  readonly overall?: number;
  readonly levels: readonly {
    readonly id: string;
    readonly title: string;
    readonly about?: string;
    readonly cap?: number;
  }[];
  readonly strands: readonly {
    readonly id: string;
    readonly title: string;
    /** Level id → dimension ids. */
    readonly levels: Readonly<Record<string, readonly string[]>>;
  }[];
}

export interface JourneyDocument {
  readonly title: string;
  /** Audience id → dimension ids in the order people meet them. */
  readonly touchpoints: Readonly<Record<string, readonly string[]>>;
}

export interface TriageDocument {
  readonly title: string;
  readonly trend: { readonly worse_below: number };
  readonly severity: { readonly severe_from: number };
  readonly signs: Triage["signs"];
  readonly breach?: Triage["breach"];
}

export interface OutlookDocument {
  readonly title: string;
  readonly about?: string;
  readonly parts: readonly { readonly id: string; readonly title: string; readonly points: readonly string[] }[];
  readonly costs?: readonly CostDocument[];
}

export interface CostDocument {
  readonly id: string;
  readonly title: string;
  /** Name of a figure → what it is. */
  readonly figures: Readonly<Record<string, string>>;
  readonly formula: string;
  readonly note?: string;
}
