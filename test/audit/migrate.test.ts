import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { migrate } from "../../src/audit/migrate.ts";
import { readAudit } from "../../src/audit/read.ts";
import { render } from "../../src/render/registry.ts";
import { SAMPLE } from "../render/sample.ts";

/** Kept by the last program that wrote format version 1. */
const TEXT = readFileSync(new URL("../fixtures/audit/version-1.json", import.meta.url), "utf8");
const OLD = JSON.parse(TEXT);
const read = (value: unknown) => readAudit({ text: JSON.stringify(value), file: "old.json" });

describe("an audit of format version 1", () => {
  it("is read, with what was not computed then left empty", async () => {
    const { audit, problems } = await readAudit({ text: TEXT, file: "old.json" });
    expect(problems).toEqual([]);
    expect(audit).toMatchObject({ formatVersion: 2, change: null, reliability: [], drivers: [], disagreements: [] });
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
    expect(Object.keys(audit ?? {})).toEqual(Object.keys(SAMPLE));
    for (const key of ["options", "asked", "overall", "plan", "quality"] as const)
      expect(Object.keys(audit?.[key] ?? {})).toEqual(Object.keys(SAMPLE[key] ?? {}));
    expect(Object.keys(audit?.groupings[0] ?? {})).toEqual(Object.keys(SAMPLE.groupings[0] ?? {}));
    for (const key of ["composites", "dimensions"] as const)
      expect(Object.keys(audit?.overall?.[key][0] ?? {})).toEqual(Object.keys(SAMPLE.overall?.[key][0] ?? {}));
    expect(Object.keys(audit?.plan.steps[0] ?? {})).toEqual(Object.keys(SAMPLE.plan.steps[0] ?? {}));
  });

  it.each(["terminal", "markdown"])("draws well: %s", async (format) => {
    const { audit } = await read(OLD);
    const text = await render(audit ?? SAMPLE, { format, width: 80, color: false });
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
    for (const value of [SAMPLE, null, 3, [], "x"]) expect(migrate(value)).toBe(value);
  });
});
