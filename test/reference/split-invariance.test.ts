import { readFileSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Audit } from "../../src/audit/types.ts";
import { type ScoreSettings, score } from "../../src/pipeline.ts";
import { createShelf } from "../../src/shelf/shelf.ts";
import { WHOLE } from "../part.ts";
import { SETTINGS } from "../settings.ts";

const ROOT = path.resolve(import.meta.dirname, "..", "..");
const SEED = 20261122;
const shelf = createShelf(ROOT);

const [HEADER = "", ...LINES] = readFileSync(path.join(ROOT, "examples", "staff.csv"), "utf8")
  .trimEnd()
  .split("\n");
/** The export with survey weights and two waves. Every tenth person has answered everything twice, in the same words. */
const head = `weight,wave,${HEADER}`;
const rows = LINES.flatMap((line, at) => {
  const row = `${["1", "0.75", "2.5", "1.00001"][at % 4]},${at % 5 < 2 ? "2025" : "2026"},${line}`;
  return at % 10 === 0 ? [row, row] : [row];
});
const file = (some: readonly string[]): string => [head, ...some, ""].join("\n");

const department = { text: "department", kind: "single", columns: ["department"] } as const;
const crossing = { text: "department,wave", kind: "crossing", columns: ["department", "wave"] } as const;
const rules = { ...SETTINGS.rules, onDuplicate: "first" } as const;

/** What is asked of the same rows. */
const ASKED: Readonly<Record<string, Partial<ScoreSettings>>> = {
  "groups and ids": { by: [department], id: "respondent", rules },
  "survey weights": { by: [department], id: "respondent", weight: "weight" },
  waves: { by: [department], wave: "wave" },
  "two groupings": { by: [department, crossing], weight: "weight" },
};

/** Scores texts as if they were files. */
async function audit(texts: readonly string[], asked: Partial<ScoreSettings>): Promise<Audit> {
  const inputs = texts.map((text, at) => ({
    name: `part-${at + 1}.csv`,
    open: () => Readable.from([Buffer.from(text)]),
  }));
  const settings: ScoreSettings = {
    ...SETTINGS,
    framework: "trust-equation",
    audience: "employees",
    seed: SEED,
    draws: 100,
    ...asked,
  };
  return (await score({ ...settings, inputs }, { shelf, open: () => Readable.from([]) })).audit;
}

/** The audit as it would be written, but for the names and the number of its files. */
function withoutFiles({ source: { files: _, ...source }, ...rest }: Audit): string {
  return JSON.stringify({ ...rest, source });
}

/** Rows in another order, cut into so many files; some of them may be empty. */
function cut(n: number): fc.Arbitrary<readonly string[]> {
  const places = fc.array(fc.nat(n - 1), { minLength: rows.length, maxLength: rows.length });
  const shuffled = fc.shuffledSubarray(rows, { minLength: rows.length });
  return fc
    .tuple(places, shuffled)
    .map(([at, order]) => Array.from({ length: n }, (_, part) => file(order.filter((_row, i) => at[i] === part))));
}

describe.each(Object.entries(ASKED))("rows cut into files, with %s", (_name, asked) => {
  it("give the same audit to the byte", { timeout: WHOLE ? 600_000 : 60_000 }, async () => {
    const whole = withoutFiles(await audit([file(rows)], asked));
    expect(whole.length).toBeGreaterThan(20_000);
    expect(
      withoutFiles(
        await audit(
          rows.map((row) => file([row])),
          asked,
        ),
      ),
    ).toBe(whole);
    const cuts = fc.constantFrom(1, 2, 7).chain(cut);
    await fc.assert(
      fc.asyncProperty(cuts, async (texts) => {
        expect(withoutFiles(await audit(texts, asked))).toBe(whole);
      }),
      { seed: SEED, numRuns: WHOLE ? 50 : 2 },
    );
  });
});

describe("the comparison itself", () => {
  it("is of audits that hold what was asked", async () => {
    const audits = await Promise.all(Object.values(ASKED).map((asked) => audit([file(rows)], asked)));
    expect(audits.map(({ groupings }) => groupings.length)).toEqual([1, 1, 1, 2]);
    expect(audits.map(({ overall }) => overall?.effectivePeople != null)).toEqual([false, true, false, true]);
    expect(audits.map(({ change }) => (change?.changes.length ?? 0) > 0)).toEqual([false, false, true, false]);
    expect(audits.map(({ reliability, drivers }) => reliability.length + drivers.length)).toEqual([5, 5, 5, 5]);
  });

  it("tells one answer that is another", async () => {
    const asked = ASKED["survey weights"] ?? {};
    const [first = "", ...others] = rows;
    const weightier = first.replace(/^1,/, "1.1,");
    expect(weightier).not.toBe(first);
    expect(withoutFiles(await audit([file([weightier, ...others])], asked))).not.toBe(
      withoutFiles(await audit([file(rows)], asked)),
    );
  });
});
