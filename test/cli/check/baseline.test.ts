import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { moveBaseline, readBaseline } from "../../../src/cli/check/baseline.ts";
import { historyPath, readHistory } from "../../../src/cli/check/history.ts";
import { moveCommandOf } from "../../../src/cli/check/move-command.ts";
import type { Host } from "../../../src/cli/host.ts";
import { ProblemsError } from "../../../src/problems/problem.ts";
import { SAMPLE } from "../../render/sample.ts";

const dir = mkdtempSync(join(tmpdir(), "trust-audit-"));
afterAll(() => rmSync(dir, { recursive: true }));

// Files alone are written: nothing of the host is asked.
const host = {} as Host;
const kept = (subset: string | null = null) => {
  const audit = { ...SAMPLE, asked: { ...SAMPLE.asked, subset } };
  return { name: "audit.json", audit, text: JSON.stringify(audit) };
};
const codesOf = (error: unknown) => (error instanceof ProblemsError ? error.problems.map(({ code }) => code) : []);

describe("moving a baseline", () => {
  it("goes on from the last recorded one, and says what was not", async () => {
    const path = join(dir, "chain.json");
    const { move: first } = await moveBaseline(host, kept(), { path, reason: "first", day: "2026-06-01" });
    expect(first.from).toBeNull();
    writeFileSync(path, kept("swapped").text);
    await expect(readBaseline({ path, isOfProject: true })).rejects.toSatisfy((error) => codesOf(error)[0] === "BL001");
    const { move, unrecorded } = await moveBaseline(host, kept("new"), { path, reason: "meant", day: "2026-07-01" });
    expect(move.from).toBe(first.to);
    expect(unrecorded).toMatch(/^[0-9a-f]{64}$/);
    expect((await readHistory(path))?.moves.map(({ reason }) => reason)).toEqual(["first", "meant"]);
  });
  it("is done whole or not at all", async () => {
    const path = join(dir, "link.json");
    symlinkSync(join(dir, "gone", "baseline.json"), path);
    const move = moveBaseline(host, kept(), { path, reason: "first", day: "2026-06-01" });
    await expect(move).rejects.toSatisfy((error) => codesOf(error)[0] === "OUT001");
    expect(existsSync(historyPath(path))).toBe(false);
  });
  it("leaves what is no audit as it is, and takes the place of a damaged one", async () => {
    for (const [name, text, code] of [
      ["data.csv", "a,b\n1,2\n", "AU001"],
      ["other.json", "{}", "AU002"],
    ] as const) {
      const path = join(dir, name);
      writeFileSync(path, text);
      const move = moveBaseline(host, kept(), { path, reason: "first", day: "2026-06-01" });
      await expect(move, name).rejects.toSatisfy((error) => codesOf(error)[0] === code);
      expect(readFileSync(path, "utf8")).toBe(text);
      expect(existsSync(historyPath(path))).toBe(false);
    }
    const path = join(dir, "damaged.json");
    writeFileSync(path, JSON.stringify({ ...SAMPLE, items: 1 }));
    const { move } = await moveBaseline(host, kept(), { path, reason: "anew", day: "2026-06-01" });
    expect(move.from).toBeNull();
  });
});

describe("the command that makes an audit the baseline", () => {
  it.each([
    [{}, undefined, { path: "b.json", isOfProject: true }, "trust-audit check --move-baseline 'First survey'"],
    [
      {},
      "it's.json",
      { path: "b.json", isOfProject: false },
      "trust-audit check 'it'\\''s.json' --baseline b.json --move-baseline 'First survey'",
    ],
    [
      { config: "p/a.yaml" },
      undefined,
      { path: "p/b.json", isOfProject: true },
      "trust-audit check --config p/a.yaml --move-baseline 'First survey'",
    ],
  ])("is as it would be typed here: %#", (of, file, place, command) => {
    expect(moveCommandOf(of, file, place)).toBe(command);
  });
});
