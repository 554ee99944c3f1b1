import { readFileSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { score } from "../../src/pipeline.ts";
import { createShelf } from "../../src/shelf/shelf.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const shelf = createShelf(ROOT);
const ROWS = readFileSync(path.join(ROOT, "examples", "staff.csv"), "utf8")
  .trimEnd()
  .split("\n")
  .map((row) => row.split(","));
/** The columns that hold answers: id and group stand before them. */
const FIRST_ANSWER = 2;

async function scored(rows: readonly (readonly string[])[]) {
  const text = rows.map((row) => row.map((cell) => `"${cell}"`).join(",")).join("\n");
  return score(
    {
      inputs: [{ name: "staff.csv", open: () => Readable.from([Buffer.from(text)]) }],
      framework: "trust-equation",
      by: [{ text: "department", kind: "single", columns: ["department"] }],
      where: null,
      wave: null,
      previous: null,
      weight: null,
      only: null,
      id: "respondent",
      audience: "employees",
      form: null,
      headcount: null,
      minGroup: 5,
      dialect: null,
      sheet: null,
      rules: {
        onUnknown: "missing",
        onRagged: "skip",
        onDuplicate: "keep",
        acceptGuesses: true,
        include: [],
        exclude: [],
      },
      profiles: [],
      context: new Map(),
      figures: new Map(),
      effort: null,
      seed: 1,
      explain: null,
    },
    { shelf, open: () => Readable.from([]) },
  );
}

describe("what people wrote where an answer belongs", () => {
  it("is told to the user with its lines, and kept by no audit", { timeout: 60_000 }, async () => {
    const secret = fc.constantFrom("Jane Qxz", "jane@qxz.org", "9 qxz", "Agree (7) qxz", "4 qxz", "qxz (5)");
    const place = fc.record({
      row: fc.integer({ min: 1, max: ROWS.length - 1 }),
      column: fc.integer({ min: FIRST_ANSWER, max: (ROWS[0] ?? []).length - 1 }),
      secret,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(place, { minLength: 1, maxLength: 40 }), fc.boolean(), async (planted, ragged) => {
        const rows = ROWS.map((row) => [...row]);
        for (const { row, column, secret: text } of planted) (rows[row] as string[])[column] = text;
        if (ragged) rows.push(["Jane Qxz", "Sales", "jane@qxz.org"]);
        const { audit, warnings } = await scored(rows);
        expect(JSON.stringify(warnings)).toMatch(/qxz/);
        expect(JSON.stringify(audit)).not.toMatch(/qxz/i);
        const kept = audit.warnings.filter(({ code }) => code.startsWith("ANS"));
        expect(kept).toHaveLength(1);
        expect(kept[0]?.message).toMatch(/^Cells that hold no answer of their scale: \d+\. Counted as missing\.$/);
      }),
      { seed: 20261122, numRuns: 8 },
    );
  });
});
