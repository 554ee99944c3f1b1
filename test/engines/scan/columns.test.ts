import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { type InputsRequest, openInputs } from "../../../src/engines/inputs.ts";
import { planScan, type ScanPlan } from "../../../src/engines/scan/columns.ts";
import type { Framework } from "../../../src/framework/types.ts";
import type { PlannedFile, SourcePlan } from "../../../src/response/source-plan.ts";
import type { TableHead } from "../../../src/response/table-head.ts";
import { dimension, framework, item } from "../../fixture.ts";
import { grouped, NOTHING_NAMED } from "../../response/fixture.ts";
import { RULES } from "../../settings.ts";

const small = framework({
  items: [item("A1", "a"), item("A2", "a")],
  dimensions: [dimension("a", ["A1", "A2"])],
});

async function planned(text: string, more: Partial<InputsRequest> = {}, full: Framework = small) {
  const named = { ...NOTHING_NAMED, dialect: null, sheet: null, audience: null, form: null, rules: RULES };
  const inputs = [{ name: "a.csv", open: () => Readable.from([Buffer.from(text)]) }];
  const { sources, reading } = await openInputs(full, { ...named, ...more, inputs });
  for (const source of sources) source.close();
  const [file] = reading.plan.files;
  if (file === undefined) throw new Error("no file");
  return { ...reading, file };
}

type Planned = Awaited<ReturnType<typeof planned>>;

/** The plan of a scan, of a file that is changed before. */
function scan({ plan, program, file }: Planned, more: Partial<PlannedFile> = {}, head: Partial<TableHead> = {}) {
  const changed = { ...file, ...more, head: { ...file.head, ...head } };
  const all: SourcePlan = { ...plan, files: [changed] };
  return planScan(all, changed, program);
}

const TEXT = "person,site,team,comment,A2,A1,weight\n1,n,x,so,1,2,1\n";

describe("the columns of a scan", () => {
  it("hold items, groups in the order of the plan, and texts", async () => {
    const named = { segments: grouped("team", "site"), id: "person", weight: "weight" };
    expect(scan(await planned(TEXT, named))).toEqual({
      columns: [
        { kind: "text", slot: 0 },
        { kind: "key", slot: 1 },
        { kind: "key", slot: 0 },
        { kind: "ignored" },
        { kind: "item", slot: 1 },
        { kind: "item", slot: 0 },
        { kind: "text", slot: 1 },
      ],
      taught: expect.arrayContaining([
        { column: 4, kind: "item", place: 1, only: null },
        { column: 2, kind: "segment", place: 0, only: null },
      ]),
      texts: [0, 6],
      textRules: [],
      segments: 2,
      items: 2,
    } satisfies ScanPlan);
  });

  const preview = { column: 3, exclude: "preview", when: { kind: "one of", values: ["test"] } } as const;
  const unsent = { column: 0, exclude: "incomplete", when: { kind: "no date" } } as const;

  it("hold the marks of survey tools as keys, and those that each row has another text for as texts", async () => {
    const plan = scan(await planned(TEXT, { segments: grouped("site") }), {}, { rowRules: [preview, unsent] });
    expect(plan).toMatchObject({
      columns: { 0: { kind: "text", slot: 0 }, 1: { kind: "key", slot: 0 }, 3: { kind: "key", slot: 1 } },
      textRules: [unsent],
    });
  });

  it("pass over marks whose rows are scored all the same", async () => {
    const rules = { ...RULES, include: ["preview"] as const };
    const plan = scan(await planned(TEXT, { rules }), {}, { rowRules: [preview] });
    expect(plan).toMatchObject({ columns: { 3: { kind: "ignored" } }, textRules: [] });
  });

  it("are taught only the marks that are known", async () => {
    const plan = scan(await planned(TEXT), {}, { keptMarks: { column: 2, values: ["x"] } });
    expect(plan).toMatchObject({ columns: { 2: { kind: "key", slot: 0 } } });
    expect((plan as ScanPlan).taught).toContainEqual({ column: 2, kind: "mark", place: 0, only: new Set(["", "x"]) });
  });

  const codes = (code: number) => {
    const scales = new Map(
      [...small.scales].map(([id, scale]) => [
        id,
        scale.kind === "coded" ? { ...scale, points: [...scale.points, { code, aliases: [] }] } : scale,
      ]),
    );
    return { ...small, scales };
  };

  it.each<readonly [string, Partial<PlannedFile>, Partial<TableHead>]>([
    ["a question has a column for each of its answers", { choiceColumns: new Map([[0, []]]) }, {}],
    ["its rows do not say themselves whose answers they are", { segmentColumns: [-1] }, {}],
    ["its rows end with more delimiters than the header", {}, { trailing: 2 }],
    ["the column A2 is read for two things", { idColumn: 4 }, {}],
  ])("cannot be had where %s", async (reason, file, head) => {
    expect(scan(await planned(TEXT, { segments: grouped("site") }), file, head)).toBe(reason);
  });

  it("cannot be had where several audiences answer, or one is not asked everything", async () => {
    const audience = { segment: -1, column: 1, names: new Map(), held: [], unasked: new Map([["a", [0]]]) };
    const plan = await planned(TEXT);
    expect(scan(plan, { audience: { ...audience, only: null } })).toBe("several audiences may answer in it");
    const only = (id: string) => ({ audience: { ...audience, only: { id, said: "--audience" as const } } });
    expect(scan(plan, only("a"))).toBe("its audience is not asked everything");
    expect(scan(plan, only("b"))).toMatchObject({ columns: { 1: { kind: "key" } } });
  });

  it("cannot be had of codes that are no small numbers", async () => {
    expect(scan(await planned(TEXT, {}, codes(101)))).toBe("answers have codes beyond 100");
    expect(scan(await planned(TEXT, {}, codes(-100)))).toMatchObject({ items: 2 });
  });
});
