import type { GateResult, Outcome, Verdict } from "../../src/audit/verdict.ts";

export function gate(verdict: Outcome, more: Partial<GateResult> = {}): GateResult {
  return {
    gate: "trust.index >= 55",
    name: null,
    from: "--gate",
    mode: "confident",
    verdict,
    expected: "at least 55 index points",
    operator: ">=",
    limit: 55,
    found: {
      path: "trust",
      title: "Trust quotient",
      value: 52.9,
      interval: { low: 51.8, high: 54, level: 0.95 },
      n: 240,
      unit: "index 0–100",
      method: "delta method",
      words: "52.9 index points",
      ends: "51.8 to 54.0",
    },
    why: "The whole interval lies below 55.",
    parts: [],
    ...more,
  };
}

export function verdict(gates: readonly GateResult[], more: Partial<Verdict> = {}): Verdict {
  return {
    format: "trust-audit/verdict",
    formatVersion: 1,
    tool: { name: "trust-audit", version: "0.1.0" },
    framework: { id: "trust-equation", version: "1.0.0", title: "Trust equation", reading: "index" },
    audit: { name: "audit.json", fingerprint: "ab", answers: "cd", people: 240, subset: null },
    baseline: null,
    news: { says: "first check", words: "Nothing was checked before." },
    gates,
    outcome: "fail",
    exitCode: 1,
    mind: [],
    ...more,
  };
}
