import { describe, expect, it } from "vitest";
import { readAudit } from "../../src/audit/read.ts";
import { WHOLE as PROVING } from "../part.ts";
import { LOAD_SAMPLE, ROOM_SAMPLE, SAMPLE } from "../render/sample.ts";
import { CHANGE } from "../render/sample-analysis.ts";
import { WHOLE } from "./whole.ts";

const read = (value: unknown) =>
  readAudit({ text: typeof value === "string" ? value : JSON.stringify(value), file: "a.json" });

/** Every object inside, by its path. */
function objects(value: unknown, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Array.isArray(value)
    ? value.slice(0, 2).flatMap((element, at) => objects(element, [...path, at]))
    : Object.entries(value).flatMap(([key, next]) => objects(next, [...path, key]));
  return Array.isArray(value) ? inner : [path, ...inner];
}

/** Of every list the first and the last: enough to show each shape, and quick to check again and again. */
function slim(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((_, at) => at === 0 || at === value.length - 1).map(slim);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, slim(inner)]));
}

function at(value: unknown, path: readonly (string | number)[]): Record<string, unknown> {
  return path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], value) as Record<
    string,
    unknown
  >;
}

async function without(sample: unknown, path: readonly (string | number)[], key: string) {
  const copy = structuredClone(sample);
  delete at(copy, path)[key];
  return (await read(copy)).audit;
}

async function withStranger(sample: unknown, path: readonly (string | number)[]) {
  const copy = structuredClone(sample);
  at(copy, path)["stranger"] = 1;
  return (await read(copy)).audit;
}

describe("reading a kept audit", () => {
  it.each([
    ["index", SAMPLE],
    ["load", LOAD_SAMPLE],
    ["nothing shown", { ...SAMPLE, overall: null, groupings: [], drag: null, discussion: null }],
    ["of a room", ROOM_SAMPLE],
    ["of two waves", { ...SAMPLE, change: CHANGE }],
    ["of everything new", WHOLE],
  ])("takes a whole one: %s", async (_, sample) => {
    const { audit, problems } = await read(sample);
    expect(problems).toEqual([]);
    expect(audit).toEqual(sample);
  });

  it("takes one behind a byte-order mark", async () => {
    expect((await read(`\ufeff${JSON.stringify(SAMPLE)}`)).problems).toEqual([]);
  });

  it("keeps the keys in their order", async () => {
    expect(JSON.stringify((await read(ROOM_SAMPLE)).audit)).toBe(JSON.stringify(ROOM_SAMPLE));
  });

  it("misses every key that is not there, and every key too many", async () => {
    const waves = slim({ ...SAMPLE, change: CHANGE });
    const paths = [waves, slim(LOAD_SAMPLE), slim(ROOM_SAMPLE), slim(WHOLE)].flatMap((sample) =>
      objects(sample).map((path) => ({ sample, path })),
    );
    const seen = new Set<string>();
    for (const { sample, path } of paths) {
      const shape = `${path.filter((step) => typeof step === "string").join(".")} ${Object.keys(at(sample, path)).join()}`;
      if (seen.has(shape)) continue;
      seen.add(shape);
      // `npm test` tries every third.
      if (!PROVING && seen.size % 3 !== 0) continue;
      for (const key of Object.keys(at(sample, path)))
        expect(await without(sample, path, key), `${path.join(".")}.${key}`).toBeNull();
      expect(await withStranger(sample, path), path.join(".")).toBeNull();
    }
    expect(seen.size).toBeGreaterThan(40);
  });

  it.each([
    ["empty", "", "AU001", "The file is empty."],
    ["cut off", '{\n  "format": ', "AU001", "This is not readable as JSON."],
    ["no object", "[]", "AU002", "This JSON is not an audit of trust-audit."],
    ["other JSON", { name: "x" }, "AU002", "This JSON is not an audit of trust-audit."],
    [
      "newer",
      { ...SAMPLE, formatVersion: 5 },
      "AU003",
      "This audit is of format version 5; this program knows versions up to 4.",
    ],
    ["no version", { format: "trust-audit/audit" }, "AU004", "There is no audit of format version (none)."],
    ["between", { ...SAMPLE, formatVersion: 2.5 }, "AU004", "There is no audit of format version 2.5."],
    ["older", { ...SAMPLE, formatVersion: 0 }, "AU004", "There is no audit of format version 0."],
    [
      "damaged",
      { ...SAMPLE, overall: { ...SAMPLE.overall, people: "many" } },
      "AU005",
      "overall.people: must be integer.",
    ],
  ])("refuses what is not one: %s", async (_, value, code, message) => {
    const { audit, problems } = await read(value);
    expect(audit).toBeNull();
    expect(problems[0]).toMatchObject({ code, message, severity: "error", place: { file: "a.json" } });
    expect(problems[0]?.help).toBeTruthy();
  });

  it.each([
    ["1e300", "must be a smaller number."],
    ["-1e300", "must be a smaller number."],
    ["1e999", /^overall\.dimensions\[0\]\.mean/],
  ])("refuses a number that no difference could be told of: %s", async (number, message) => {
    const text = JSON.stringify(SAMPLE).replace(/("dimensions":\[\{.*?"value":)[-\d.]+/, `$1${number}`);
    const { audit, problems } = await read(text);
    expect(audit).toBeNull();
    expect(problems[0]).toMatchObject({ code: "AU005", message: expect.stringMatching(message) });
  });

  it("names line and column where the JSON ends too early", async () => {
    const { problems } = await read('{\n  "format": ');
    expect(problems[0]?.place).toEqual({ file: "a.json", line: 2, column: 13 });
  });

  it("tells a missing key by its path, and does not tell everything at once", async () => {
    const broken = structuredClone(SAMPLE) as unknown as { plan: { steps: Record<string, unknown>[] } };
    for (const step of broken.plan.steps) for (const key of ["title", "watch", "outcome"]) delete step[key];
    const { problems } = await read(broken);
    expect(problems[0]?.message).toBe('plan.steps[0]: "title" is missing.');
    expect(problems).toHaveLength(10);
  });
});
