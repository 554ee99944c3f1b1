import type { Interval } from "./estimate.ts";

/** What gates say of an audit: the second document that leaves. It holds no person. JSON-able, keys in this order. */
export interface Verdict {
  readonly format: "trust-audit/verdict";
  readonly formatVersion: 1;
  readonly tool: { readonly name: "trust-audit"; readonly version: string };
  readonly framework: {
    readonly id: string;
    readonly version: string;
    readonly title: string;
    readonly reading: "index" | "load";
  };
  readonly audit: JudgedAudit;
  /** Null: there is none (yet), or no gate needs one. */
  readonly baseline: (JudgedAudit & { readonly moved: BaselineMove | null }) | null;
  /** Whether there are answers that the last check had not seen. */
  readonly news: News;
  readonly gates: readonly GateResult[];
  readonly outcome: Outcome;
  /** What the run ends with: 0 pass, 1 fail, 4 not enough data. */
  readonly exitCode: 0 | 1 | 4;
  /** Framework changes, lowered minimum, weights on one side only: in sentences. */
  readonly mind: readonly string[];
}

export type Outcome = "pass" | "fail" | "not enough data";

export interface JudgedAudit {
  /** What the user called it; of a baseline without its folders. */
  readonly name: string;
  /** SHA-256 over the published results, hex: two audits with the same one show the same numbers. */
  readonly fingerprint: string;
  /** SHA-256 over what everyone answered, as far as it is shown, hex: another headcount or breakdown leaves it as it is. */
  readonly answers: string;
  /** People scored; null where that may not be shown. */
  readonly people: number | null;
  /** What part of the people, or which wave; null: everybody. */
  readonly subset: string | null;
}

export interface BaselineMove {
  readonly reason: string;
  /** Day, as ISO 8601. */
  readonly at: string;
}

export interface News {
  /** "not remembered": no verdict is kept anywhere to tell it from. */
  readonly says: "new" | "as last time" | "as baseline" | "first check" | "not remembered";
  readonly words: string;
}

/**
 * point: the estimate alone is held against the limit. confident: fails only where the interval excludes the limit.
 * regression: fails only where a change exceeds its margin and its interval excludes zero.
 */
export type GateMode = "point" | "confident" | "regression";

export type GateOperator = ">=" | ">" | "<=" | "<";

export interface GateResult {
  /** As the user wrote it. */
  readonly gate: string;
  /** The project file's own name for it; null: none. */
  readonly name: string | null;
  /** "--gate", or "trust-audit.yaml:12". */
  readonly from: string;
  readonly mode: GateMode;
  readonly verdict: Outcome;
  /** "at least 55 index points". */
  readonly expected: string;
  readonly operator: GateOperator;
  /** In the unit of what was found; a share as 0–1. */
  readonly limit: number;
  /** Of `any(…)` the one that decided, the worst; null: nothing can be said. */
  readonly found: GateFinding | null;
  /** In one sentence. */
  readonly why: string;
  /** Each score that was judged, where the gate names several; else empty. */
  readonly parts: readonly GatePart[];
}

export interface GateFinding {
  /** As in paths: "trust", "department=Sales/credibility". */
  readonly path: string;
  readonly title: string;
  readonly value: number;
  readonly interval: Interval | null;
  readonly n: number;
  readonly unit: string;
  readonly method: string;
  /** The value as reports print it, "52.3 index points", and the ends of its interval, "49.9 to 54.6". */
  readonly words: string;
  readonly ends: string | null;
}

export interface GatePart {
  readonly path: string;
  readonly title: string;
  readonly verdict: Outcome;
  readonly found: GateFinding | null;
  readonly why: string;
}
