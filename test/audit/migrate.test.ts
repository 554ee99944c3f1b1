import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { migrate } from "../../src/audit/migrate.ts";
import { readAudit } from "../../src/audit/read.ts";
import { render } from "../../src/render/registry.ts";
import { CHANGE } from "../render/sample-analysis.ts";
import { VERSION_2_TEXT, WHOLE } from "./whole.ts";

/** Kept by the last program that wrote format version 1. */
const TEXT = readFileSync(new URL("../fixtures/audit/version-1.json", import.meta.url), "utf8");
const OLD = JSON.parse(TEXT);
const read = (value: unknown) => readAudit({ text: JSON.stringify(value), file: "old.json" });

it("a step of an older plan needs those that were chosen because it does", async () => {
  const steps = OLD.plan.steps.map((step: object, at: number) =>
    at === 0 ? { ...step, prerequisiteFor: OLD.plan.steps[2].strategy } : step,
  );
  const { audit } = await read({ ...OLD, plan: { ...OLD.plan, steps } });
  expect(audit?.plan.steps.map(({ prerequisites }) => prerequisites).slice(0, 3)).toEqual([
    ...[[], [], [OLD.plan.steps[0].strategy]],
  ]);
});

describe("an audit of format version 1", () => {
  it("is read, with what was not computed then left empty", async () => {
    const { audit, problems } = await readAudit({ text: TEXT, file: "old.json" });
    expect(problems).toEqual([]);
    expect(audit).toMatchObject({ formatVersion: 4, change: null, reliability: [], drivers: [], disagreements: [] });
    expect(audit?.options).toMatchObject({ by: ["department"], where: null, only: null });
    expect(audit?.asked.subset).toBeNull();
    expect(audit?.plan.draws).toBe(0);
    expect(audit?.plan.steps.every(({ firstThree }) => firstThree === null)).toBe(true);
    expect(audit?.quality.variability.kind).toBe("none");
    expect(audit?.overall?.path).toEqual([]);
  });

  it("keeps every number of its groups under the new name", async () => {
    const { audit } = await read(OLD);
    const [grouping] = audit?.groupings ?? [];
    expect(grouping).toMatchObject({ text: "department", kind: "single", columns: ["department"], withheld: false });
    expect(grouping).toMatchObject({ reason: null, comparisons: [], agreement: [] });
    expect(grouping?.cells.map(({ label, people }) => [label, people])).toEqual(
      OLD.groups.cells.map(({ label, people }: { label: string; people: number }) => [label, people]),
    );
    for (const { kind, path, label } of grouping?.cells ?? [])
      expect(path).toEqual(kind === "pool" ? [] : [label === "(blank)" ? "" : label]);
    expect(JSON.stringify(grouping?.cells[0]?.dimensions[0]?.mean)).toBe(
      JSON.stringify(OLD.groups.cells[0].dimensions[0].mean),
    );
  });

  it("has its keys in the order in which they are written now", async () => {
    const { audit } = await read(OLD);
    expect(Object.keys(audit ?? {})).toEqual(Object.keys(WHOLE));
    for (const key of ["options", "asked", "overall", "plan", "quality"] as const)
      expect(Object.keys(audit?.[key] ?? {})).toEqual(Object.keys(WHOLE[key] ?? {}));
    expect(Object.keys(audit?.groupings[0] ?? {})).toEqual(Object.keys(WHOLE.groupings[0] ?? {}));
    for (const key of ["composites", "dimensions"] as const)
      expect(Object.keys(audit?.overall?.[key][0] ?? {})).toEqual(Object.keys(WHOLE.overall?.[key][0] ?? {}));
    expect(Object.keys(audit?.plan.steps[0] ?? {})).toEqual(Object.keys(WHOLE.plan.steps[0] ?? {}));
  });

  it.each(["terminal", "markdown"])("draws well: %s", async (format) => {
    const { audit } = await read(OLD);
    const text = await render(audit ?? WHOLE, { format, width: 80, color: false });
    expect(text).toContain("Groups: department");
    expect(text).not.toMatch(/undefined|NaN|How far the numbers carry|What goes with|Clear differences/);
    await expect(text).toMatchFileSnapshot(`../golden/${format}-version-1.${format === "terminal" ? "txt" : "md"}`);
  });

  it("tells withheld groups, and none", async () => {
    const withheld = await read({ ...OLD, groups: { ...OLD.groups, cells: [], withheld: true } });
    expect(withheld.audit?.groupings[0]?.reason).toMatch(/^none of them can be shown/);
    const none = await read({ ...OLD, groups: null, options: { ...OLD.options, by: null } });
    expect(none.problems).toEqual([]);
    expect(none.audit).toMatchObject({ groupings: [], options: { by: [] } });
  });

  it("may be of the first, that knew neither rooms nor times", async () => {
    const { room: _, discussion: __, ...older } = OLD;
    const { fast: ___, ...quality } = OLD.quality;
    const { audit, problems } = await read({ ...older, quality });
    expect(problems).toEqual([]);
    expect(audit).toMatchObject({ room: null, discussion: null });
    expect(audit?.quality.fast).toEqual({ kind: "none", reason: "not counted when this audit was made", n: 0 });
  });

  it("is refused where it is damaged, as one of this version is", async () => {
    for (const [key, value] of [
      ["overall", 7],
      ["groups", "x"],
      ["plan", null],
      ["options", []],
      ["stranger", 1],
    ] as const)
      expect((await read({ ...OLD, [key]: value })).problems[0]?.code, key).toBe("AU005");
    for (const key of ["overall", "groups", "plan", "options", "asked", "quality"]) {
      const { [key]: _, ...rest } = OLD;
      expect((await read(rest)).problems[0]?.code, key).toBe("AU005");
    }
  });

  it("is not touched when it is of this version, or nothing at all", () => {
    for (const value of [WHOLE, null, 3, [], "x"]) expect(migrate(value)).toBe(value);
  });
});

describe("an audit of format version 2", () => {
  const KEPT = JSON.parse(VERSION_2_TEXT);
  /** Every key that is there, by its path, in order; of a list those of its first element. */
  const keysOf = (value: unknown, path = ""): readonly string[] => {
    if (Array.isArray(value)) return keysOf(value[0], `${path}[]`);
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) => [`${path}.${key}`, ...keysOf(inner, `${path}.${key}`)]);
  };

  it("is read, with what came in since left empty", async () => {
    const { audit, problems } = await readAudit({ text: VERSION_2_TEXT, file: "old.json" });
    expect(problems).toEqual([]);
    expect(audit).toMatchObject({
      ...{ formatVersion: 4, gaps: [], ladders: [], journeys: [], triage: null, lenses: [], responses: [] },
      ...{
        outlook: null,
        profiles: [],
        framework: { signatures: [] },
        options: { profiles: [], context: [], figures: [] },
      },
      asked: {
        audiences: [{ ...KEPT.asked.audience, worry: null, afterBreach: null }],
        audienceColumn: null,
        context: [],
      },
      plan: { withoutProfiles: [] },
    });
    expect(audit?.plan.steps.every(({ fit, how }) => fit === 1 && how.length === 0)).toBe(true);
    expect(audit?.plan.steps.flatMap(({ fits, prerequisites }) => [...fits, ...prerequisites])).toEqual([]);
    expect(audit?.findings.every(({ raised, audience }) => raised === null && audience === null)).toBe(true);
    expect(audit?.findings.map(({ strategies, remedies }) => [strategies, remedies.map(({ id }) => id)])).toEqual(
      KEPT.findings.map(({ strategies }: { strategies: readonly string[] }) => [strategies, strategies]),
    );
    expect(audit?.overall?.composites.every(({ held }) => held === null)).toBe(true);
    expect(audit?.items.every(({ figure }) => figure === null)).toBe(true);
    for (const cell of [audit?.overall, ...(audit?.groupings[0]?.cells ?? [])])
      expect(cell?.dimensions.every((one) => !one.supplementary && one.companions.length === 0)).toBe(true);
  });

  it("keeps every key it has, with its value", async () => {
    const { audit } = await readAudit({ text: VERSION_2_TEXT, file: "old.json" });
    expect(audit).toMatchObject({ ...KEPT, formatVersion: 4 });
  });

  it("has its keys in the order in which they are written now", async () => {
    const { audit } = await readAudit({ text: VERSION_2_TEXT, file: "old.json" });
    expect(Object.keys(audit ?? {})).toEqual(Object.keys(WHOLE));
    const [old, now] = [audit?.plan, WHOLE.plan].map((plan) =>
      keysOf(plan).filter((key) => !/audience\.|fits\[/.test(key)),
    );
    expect(old).toEqual(now);
    for (const key of ["framework", "options", "asked"] as const)
      expect(Object.keys(audit?.[key] ?? {})).toEqual(Object.keys(WHOLE[key]));
    expect(Object.keys(audit?.findings[0] ?? {})).toEqual(Object.keys(WHOLE.findings[0] ?? {}));
    expect(Object.keys(audit?.items[0] ?? {})).toEqual(Object.keys(WHOLE.items[0] ?? {}));
  });

  it.each(["framework", "options", "asked", "overall", "groupings", "findings", "plan", "items", "causes"])(
    "is refused where it is damaged: %s",
    async (key) => {
      const { [key]: _, ...rest } = KEPT;
      for (const value of [rest, { ...KEPT, [key]: 7 }, { ...KEPT, [key]: [7] }])
        expect((await read(value)).problems[0]?.code).toBe("AU005");
      expect((await read({ ...KEPT, stranger: 1 })).problems[0]?.code).toBe("AU005");
    },
  );
});

describe("an audit of format version 3", () => {
  /** Kept by the last program that wrote that format version. */
  const text = readFileSync(new URL("../fixtures/audit/version-3.json", import.meta.url), "utf8");
  const KEPT = JSON.parse(text);

  it("is read, with no change split and no group called new or gone", async () => {
    const { audit, problems } = await readAudit({ text, file: "old.json" });
    expect(problems).toEqual([]);
    expect(audit).toMatchObject({ ...KEPT, formatVersion: 4 });
    const changed = KEPT.change.changes.map((one: object) => ({ ...one, strict: null }));
    expect(audit?.change).toEqual({ ...KEPT.change, changes: changed, newGroups: [], goneGroups: [], splits: [] });
    expect(Object.keys(audit ?? {})).toEqual(Object.keys(WHOLE));
    expect(Object.keys(audit?.change ?? {}).sort()).toEqual(Object.keys(CHANGE).sort());
  });

  it("may be of one wave, and is refused where its change is damaged", async () => {
    expect((await read({ ...KEPT, change: null })).audit?.change).toBeNull();
    const { change: _, ...rest } = KEPT;
    for (const value of [rest, { ...KEPT, change: 7 }, { ...KEPT, change: [] }])
      expect((await read(value)).problems[0]?.code).toBe("AU005");
  });
});
