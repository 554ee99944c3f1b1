import { describe, expect, it } from "vitest";
import { waveNames } from "../../src/cli/trend-names.ts";

describe("what the waves of a trend are called", () => {
  it.each([
    [
      ["a.json", "b.json"],
      ["a", "b"],
    ],
    [
      ["audits/trust-2025-03.json", "audits/trust-2025-09.json"],
      ["2025-03", "2025-09"],
    ],
    [
      ["2025-03-audit.json", "2025-09-audit.json"],
      ["2025-03", "2025-09"],
    ],
    [
      ["w1.json", "w10.json", "w2.json"],
      ["w1", "w10", "w2"],
    ],
    [
      ["2025/audit.json", "2026/audit.json"],
      ["2025", "2026"],
    ],
    [
      ["2025/audit.json", "2025/b/audit.json"],
      ["2025", "2025/b"],
    ],
    [
      ["-", "later.json"],
      ["<stdin>", "later"],
    ],
    [
      ["team-2025.json", "team-2025b.json"],
      ["2025", "2025b"],
    ],
    [
      ["C:\\audits\\x-1.json", "C:\\audits\\x-2.json"],
      ["1", "2"],
    ],
  ])("%j", (files, names) => {
    expect(waveNames(files)).toEqual(names);
  });
});
