import { readFileSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Audit } from "../src/audit/types.ts";
import { type ScoreSettings, score } from "../src/pipeline.ts";
import { TEXT_FORMATS } from "../src/render/formats.ts";
import { render } from "../src/render/registry.ts";
import { singleGrouping } from "../src/response/asked/grouping.ts";
import { createShelf } from "../src/shelf/shelf.ts";
import { WHOLE } from "./part.ts";
import { SETTINGS as PLAIN } from "./settings.ts";

const ROOT = path.resolve(import.meta.dirname, "..");
const SEED = 20261122;
const shelf = createShelf(ROOT);

const SETTINGS: ScoreSettings = {
  ...PLAIN,
  framework: "trust-equation",
  by: [singleGrouping("department")],
  audience: "employees",
  seed: SEED,
};

/** Scores texts as if they were files. */
async function audit(texts: readonly string[], settings: Partial<ScoreSettings> = {}): Promise<Audit> {
  const inputs = texts.map((text, at) => ({
    name: `part-${at + 1}.csv`,
    open: () => Readable.from([Buffer.from(text)]),
  }));
  const doors = { shelf, open: () => Readable.from([]) };
  return (await score({ ...SETTINGS, ...settings, inputs }, doors)).audit;
}

const [HEADER = "", ...ROWS] = readFileSync(path.join(ROOT, "examples", "staff.csv"), "utf8")
  .trimEnd()
  .split("\n");
const file = (rows: readonly string[]): string => [HEADER, ...rows, ""].join("\n");

/** All but where it was read from: that alone may tell one file from several. */
function withoutSource({ source: _, ...rest }: Audit): string {
  return JSON.stringify(rest);
}

describe("one body of respondents", () => {
  it("gives the same audit whatever the files it is split into and their order", { timeout: 60_000 }, async () => {
    const whole = withoutSource(await audit([file(ROWS)]));
    expect(whole.length).toBeGreaterThan(10_000);
    const files = fc.oneof(fc.constantFrom(2, 7), fc.integer({ min: 1, max: ROWS.length }));
    const parts = files.chain((n) =>
      fc.tuple(
        fc.constant(n),
        fc.array(fc.nat(n - 1), { minLength: ROWS.length, maxLength: ROWS.length }),
        fc.shuffledSubarray(ROWS, { minLength: ROWS.length }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(parts, async ([n, places, rows]) => {
        const texts = Array.from({ length: n }, (_, part) => file(rows.filter((_row, at) => places[at] === part)));
        expect(withoutSource(await audit(texts))).toBe(whole);
      }),
      { seed: SEED, numRuns: WHOLE ? 12 : 4 },
    );
  });

  it("gives another audit when one answer is another", async () => {
    const [first = "", ...others] = ROWS;
    const changed = first.replace(/^(r001,Service),4/, "$1,5");
    expect(changed).not.toBe(first);
    expect(withoutSource(await audit([file([changed, ...others])]))).not.toBe(withoutSource(await audit([file(ROWS)])));
  });
});

describe("what may tell who answered", () => {
  const PERSONAL = ["Name", "E-mail", "IP address", "Telephone", "Staff id", "Anything else?", "Submitted at"];
  /** Letters no report would have by chance. */
  const secret = fc.stringMatching(/^[xqz]{12}$/);

  /** The export with a column of secrets for each personal header, in front or behind. */
  function withSecrets(secrets: readonly string[], front: boolean): string {
    const join = (own: string, added: readonly string[]) => (front ? [...added, own] : [own, ...added]).join(",");
    return [
      join(HEADER, PERSONAL),
      ...ROWS.map((row, at) => {
        const each = PERSONAL.map((_, column) => `${secrets[(at + column) % secrets.length]}${at}`);
        return join(row, each);
      }),
      "",
    ].join("\n");
  }

  async function everyFormat(one: Audit): Promise<readonly string[]> {
    const texts = await Promise.all(TEXT_FORMATS.map((format) => render(one, { format, width: 100, color: false })));
    return texts.flatMap((text) => text.split("\n"));
  }

  it("is in no format, whatever its columns and their place", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(secret, { minLength: 3, maxLength: 9 }), fc.boolean(), async (secrets, front) => {
        const lines = await everyFormat(await audit([withSecrets(secrets, front)], { id: "Staff id" }));
        expect(lines.length).toBeGreaterThan(500);
        expect(lines.filter((line) => /[xqz]{12}/.test(line))).toEqual([]);
      }),
      { seed: SEED, numRuns: WHOLE ? 10 : 4 },
    );
  });

  it("is in no format when it stands where an answer belongs", async () => {
    const rules = { ...SETTINGS.rules, onUnknown: "missing" } as const;
    const [first = "", ...others] = ROWS;
    const changed = first.replace(/^(r001,Service),4/, "$1,ask Ada Lovelace");
    expect(changed).not.toBe(first);
    const one = await audit([file([changed, ...others])], { rules });
    expect(one.warnings).toHaveLength(1);
    expect((await everyFormat(one)).filter((line) => line.includes("Lovelace"))).toEqual([]);
  });
});

describe("one assessment and many people", () => {
  const word = fc.constantFrom("self", "Self", "");
  const worded = (words: readonly string[]): string =>
    [`assessment,${HEADER}`, ...words.map((one, at) => `${one},${ROWS[at]}`), ""].join("\n");
  const few = { by: [], minGroup: 5 };

  it("shows one person's own view, and nothing of several, whatever they call themselves", {
    timeout: 60_000,
  }, async () => {
    expect((await audit([worded(["self"])], few)).framework.unit).toBe("self");
    await fc.assert(
      fc.asyncProperty(
        fc.array(word, { minLength: 2, maxLength: 4 }),
        fc.array(fc.nat(1), { minLength: 4, maxLength: 4 }),
        async (words, places) => {
          const parts = [0, 1]
            .map((part) => words.filter((_, at) => places[at] === part))
            .filter((one) => one.length > 0);
          const one = await audit(parts.map(worded), few);
          expect(one.framework.unit).toBe("person");
          expect([one.overall, one.room, one.discussion, ...one.items]).toEqual([null, null, null]);
        },
      ),
      { seed: SEED, numRuns: WHOLE ? 25 : 10 },
    );
  });

  it("keeps notes and hands out of a report that is not of one room", async () => {
    const noted = [`assessment,C1 note,C1 hands,${HEADER}`, `,secretly,0 9 9 9 9,${ROWS[0]}`].join("\n");
    const one = await audit([noted], few);
    expect(one.room).toBeNull();
    expect(JSON.stringify(one)).not.toContain("secretly");
    const room = await audit([noted.replace("\n,", "\nconsensus,")], few);
    expect(room.room).toMatchObject([{ item: "C1", note: "secretly", hands: { people: 36 } }]);
    expect(room.discussion?.spread).toMatchObject({ of: "hands", id: "C1" });
  });
});
