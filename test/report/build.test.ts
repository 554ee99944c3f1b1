import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { readAudit } from "../../src/audit/read.ts";
import type { Released } from "../../src/disclosure/types.ts";
import { readFramework } from "../../src/framework/read.ts";
import type { Framework } from "../../src/framework/types.ts";
import { buildAudit } from "../../src/report/build.ts";
import type { AuditParts } from "../../src/report/parts.ts";
import type { ColumnDecision, PlannedFile } from "../../src/response/source-plan.ts";
import { plainLayout } from "../../src/response/table-head.ts";
import { compileProgram } from "../../src/scoring/compile.ts";
import { LOAD_SAMPLE, ROOM_SAMPLE, SAMPLE } from "../render/sample.ts";
import { CHANGE, DRIVERS, RELIABILITY } from "../render/sample-analysis.ts";

let framework: Framework;
beforeAll(async () => {
  const file = new URL("../../frameworks/trust-equation.yaml", import.meta.url);
  const read = await readFramework({
    text: await readFile(file, "utf8"),
    file: "trust-equation.yaml",
    hash: "0a".repeat(32),
  });
  framework = read.framework!;
});

const column = (position: number, takenFor: ColumnDecision["takenFor"], header: string): ColumnDecision => ({
  position,
  header,
  takenFor,
  item: takenFor === "item" ? header : null,
  how: "id equal",
  sure: "certain",
});

const FILE: PlannedFile = {
  name: "staff.csv",
  head: {
    file: "staff.csv",
    dialect: "plain",
    compressed: false,
    sheet: null,
    ...plainLayout([], "no marks of another"),
    encoding: "utf-8",
    bom: false,
    delimiter: ",",
    headerLine: 1,
    sample: [],
  },
  columns: [column(1, "item", "C1"), column(2, "personal", "Jo Bloggs's e-mail"), column(3, "ignored", "Notes")],
  itemColumns: [],
  segmentColumns: [],
  weightColumn: -1,
  idColumn: -1,
};

const DEPARTMENT = { text: "department", kind: "single", columns: ["department"] } as const;

function parts(changes: Partial<AuditParts> = {}): AuditParts {
  const released: Released = {
    plan: {
      segments: [],
      length: 0,
      people: 0,
      anyScore: null,
      items: [],
      scores: [],
      pairs: [],
      listwise: [],
      ratios: [],
      thirds: [],
      flags: {
        longRun: 0,
        straightLine: 0,
        timed: 0,
        fast: 0,
        variability: { n: 0, sum: 0, sumSquares: 0, wide: false },
      },
      weighted: null,
    },
    minGroup: 5,
    total: null,
    withheldBecause: null,
    groupings: [],
    hidden: true,
    rowsTold: true,
  };
  return {
    version: "0.1.0",
    framework,
    form: null,
    program: compileProgram(framework),
    plan: {
      files: [FILE],
      segments: [],
      weight: null,
      answers: [],
      rules: {
        onUnknown: "error",
        onRagged: "skip",
        onDuplicate: "keep",
        acceptGuesses: false,
        include: [],
        exclude: [],
      },
    },
    mappingHash: "1b".repeat(32),
    settings: {
      by: [DEPARTMENT],
      where: null,
      wave: null,
      previous: null,
      weight: null,
      only: null,
      minGroup: 5,
      rules: {
        onUnknown: "error",
        onRagged: "skip",
        onDuplicate: "keep",
        acceptGuesses: false,
        include: [],
        exclude: [],
      },
      profiles: [],
      figures: new Map([["leavers", 4.5]]),
      effort: null,
      seed: 7,
    },
    audience: "employees",
    audienceColumn: null,
    context: [],
    hash: (text) => String(text.length),
    systems: { gaps: [], ladders: [], journeys: [], triage: null },
    ledger: {
      read: 20,
      excluded: { preview: 0, spam: 0, incomplete: 0, empty: 3, ragged: 1, duplicate: 2, careless: 0 },
      scored: 14,
      repeatedIds: 0,
      unknownAnswers: 0,
    },
    released,
    overall: SAMPLE.overall,
    groupings: SAMPLE.groupings,
    reliability: [],
    drivers: [],
    wave: null,
    change: null,
    items: SAMPLE.items,
    room: ROOM_SAMPLE.room,
    quality: SAMPLE.quality,
    diagnosis: {
      drag: SAMPLE.drag,
      findings: SAMPLE.findings,
      disagreements: [],
      causes: null,
      lenses: [],
      responses: [],
      outlook: null,
      profiles: [],
      plan: SAMPLE.plan,
      discussion: SAMPLE.discussion,
    },
    warnings: [],
    ...changes,
  };
}

const topics = (changes: Partial<AuditParts>) => buildAudit(parts(changes)).method.map(({ topic }) => topic);

describe("building the audit", () => {
  it("makes a document that can be read back, byte for byte the same each time", async () => {
    const text = JSON.stringify(buildAudit(parts()));
    expect((await readAudit({ text, file: "a.json" })).problems).toEqual([]);
    expect(JSON.stringify(buildAudit(parts()))).toBe(text);
  });

  it("keeps what steered the advice as flags take it, so that the run can be repeated", () => {
    const options = [{ id: "privacy", title: "Privacy" }];
    const question = { id: "breach", title: "Which breach?", steers: "breaches" as const, options };
    const audit = buildAudit(parts({ context: [{ question, option: "privacy" }] }));
    expect(audit.options).toMatchObject({ context: ["breach=privacy"], figures: ["leavers=4.5"] });
    expect(buildAudit(parts()).options.context).toEqual([]);
  });

  it("keeps the keys in the order of the declarations", () => {
    const audit = buildAudit(parts());
    expect(Object.keys(audit)).toEqual(Object.keys(SAMPLE));
    for (const key of ["framework", "source", "options", "asked", "disclosure"] as const)
      expect(Object.keys(audit[key])).toEqual(Object.keys(SAMPLE[key]));
    expect(Object.keys(audit.source.files[0]!)).toEqual(Object.keys(SAMPLE.source.files[0]!));
  });

  it("accounts for every row", () => {
    const { flow } = buildAudit(parts()).asked;
    expect(flow).toEqual([
      { step: "read", rows: 20 },
      { step: "empty", rows: 3 },
      { step: "ragged", rows: 1 },
      { step: "duplicate", rows: 2 },
      { step: "scored", rows: 14 },
    ]);
  });

  it("counts no row aloud where that would tell how many a hidden wave are", async () => {
    const audit = buildAudit(parts({ released: { ...parts().released, rowsTold: false } }));
    expect(audit.asked.flow).toEqual([]);
    expect(audit.source.files[0]?.rows).toBeNull();
    expect(audit.quality.repeatedIds).toBeNull();
    expect((await readAudit({ text: JSON.stringify(audit), file: "a.json" })).problems).toEqual([]);
    expect(buildAudit(parts()).quality.repeatedIds).not.toBeNull();
  });

  it("says who was asked and what", () => {
    const { asked } = buildAudit(parts());
    expect(asked).toMatchObject({
      audience: { id: "employees" },
      form: null,
      itemsAsked: 21,
      people: 240,
      headcount: 300,
    });
    expect(asked.audience.title).not.toBe("employees");
  });

  it("leaves headings behind, of items too: they may name a person", () => {
    const audit = buildAudit(parts());
    expect(audit.source.files[0]?.columns.map(({ header }) => header)).toEqual([null, null, null]);
    expect(JSON.stringify(audit)).not.toContain("Bloggs");
  });

  it("gives rows to a file only when it is alone", () => {
    const { plan } = parts();
    expect(buildAudit(parts()).source.files[0]?.rows).toBe(20);
    const two = buildAudit(parts({ plan: { ...plan, files: [FILE, FILE] } }));
    expect(two.source.files.map(({ rows }) => rows)).toEqual([null, null]);
  });

  it("shows nothing when nothing may be shown", () => {
    const audit = buildAudit(parts({ overall: null, items: [] }));
    expect(audit.overall).toBeNull();
    expect(audit.groupings).toEqual([]);
    expect(audit.asked.people).toBe(14);
    expect(audit.method.map(({ topic }) => topic)).toEqual(["Missing answers", "Small groups"]);
  });

  it("marks a lowered minimum, of people only", () => {
    const settings = { ...parts().settings, minGroup: 3 };
    expect(buildAudit(parts({ settings })).disclosure).toEqual({ minGroup: 3, lowered: true, hidden: true });
    const alone = { ...framework, unit: "organisation" as const };
    expect(buildAudit(parts({ settings, framework: alone })).disclosure.lowered).toBe(false);
  });

  it("keeps warnings with their places, and only warnings", () => {
    const { warnings } = buildAudit(
      parts({
        warnings: [
          {
            code: "CSV014",
            severity: "warning",
            message: "Two cells.",
            place: { file: "staff.csv", line: 17, column: 3 },
          },
          { code: "CSV015", severity: "warning", message: "Elsewhere." },
          { code: "CSV001", severity: "error", message: "No." },
        ],
      }),
    );
    expect(warnings).toEqual([
      { code: "CSV014", message: "staff.csv:17: Two cells." },
      { code: "CSV015", message: "Elsewhere." },
    ]);
  });

  it("keeps of a warning what may be kept, without its place, and the same only once", () => {
    const unread = (message: string, line: number) => ({
      code: "ANS001",
      severity: "warning" as const,
      message,
      kept: "Cells that hold no answer: 2.",
      place: { file: "staff.csv", line },
      suggestion: "Agree",
    });
    const { warnings } = buildAudit(parts({ warnings: [unread("Jane Doe", 4), unread("jane@x.org", 7)] }));
    expect(warnings).toEqual([{ code: "ANS001", message: "Cells that hold no answer: 2." }]);
  });

  it("explains only the methods that were used", () => {
    expect(topics({})).toEqual([
      "Index",
      "Bands and targets",
      "Interval of a mean",
      "Favourable share",
      "Headcount",
      "Composite",
      "Net promoter score",
      "Group comparisons",
      "Between groups",
      "Agreement",
      "Who stayed silent",
      "Smallest change",
      "Personal spread",
      "Missing answers",
      "Small groups",
      "Findings",
      "Plan",
    ]);
    const { diagnosis } = parts();
    const plain = topics({
      framework: { ...framework, reading: "load" },
      overall: LOAD_SAMPLE.overall,
      diagnosis: { ...diagnosis, findings: [], plan: { ...diagnosis.plan, steps: [] } },
    });
    expect(plain[0]).toBe("Load");
    for (const absent of ["Headcount", "Net promoter score", "Findings", "Plan"]) expect(plain).not.toContain(absent);
    expect(topics({ framework: { ...framework, unit: "self" } })).toContain("One assessment");
    expect(topics({ diagnosis: { ...diagnosis, causes: LOAD_SAMPLE.causes } })).toContain("What feeds what");
  });

  it("explains reliability, drivers, waves and weights where there are any", () => {
    const waves = { ...CHANGE, kind: "paired" as const };
    const used = topics({ reliability: RELIABILITY, drivers: DRIVERS, change: waves });
    for (const topic of ["Reliability", "Relative weights", "Change"]) expect(used).toContain(topic);
    expect(used).not.toContain("Survey weights");
    expect(topics({ overall: { ...SAMPLE.overall!, effectivePeople: 190 } })).toContain("Survey weights");
    const unsaid = topics({ drivers: DRIVERS.map((one) => ({ ...one, reason: "too few" })), change: null });
    for (const topic of ["Reliability", "Relative weights", "Change"]) expect(unsaid).not.toContain(topic);
    const text = (kind: "paired" | "independent") =>
      buildAudit(parts({ change: { ...CHANGE, kind } })).method.find(({ topic }) => topic === "Change")?.text;
    expect(text("paired")).toContain("joined and left");
    expect(text("independent")).toContain("variances are added");
  });

  it("keeps what was asked for as it was written, without folders", () => {
    const settings = {
      ...parts().settings,
      by: [DEPARTMENT, { text: "site/team", kind: "hierarchy" as const, columns: ["site", "team"] }],
      where: { text: "site = North" },
      wave: "quarter",
      previous: "/made up/old.csv",
      weight: "w",
      only: "scores" as const,
    };
    const { options, asked } = buildAudit(parts({ settings, wave: "Q2" }));
    expect(options).toMatchObject({
      by: ["department", "site/team"],
      where: "site = North",
      wave: "quarter",
      previous: "old.csv",
      weight: "w",
      only: "scores",
    });
    expect(asked.subset).toBe("site = North, quarter = Q2");
    expect(buildAudit(parts()).asked.subset).toBeNull();
  });

  it("calls the earlier export by its name alone", () => {
    const settings = { ...parts().settings, previous: "/made up/old.csv" };
    const change = { ...CHANGE, before: "/made up/old.csv", reason: "/made up/old.csv has nobody of them" };
    expect(buildAudit(parts({ settings, change })).change).toMatchObject({
      before: "old.csv",
      after: "2026 Q2",
      reason: "old.csv has nobody of them",
    });
  });

  it("does not tell how many are in a part of which nothing may be shown", () => {
    const settings = { ...parts().settings, where: { text: "site = North" } };
    expect(buildAudit(parts({ settings, overall: null })).asked.people).toBeNull();
    expect(buildAudit(parts({ overall: null })).asked.people).toBe(14);
  });

  it("keeps of groupings and weights the name that was typed, wherever the column stands", () => {
    const file = {
      ...FILE,
      columns: [column(1, "segment", " Department "), column(2, "weight", "W"), column(3, "segment", "Site")],
      segmentColumns: [2, 0],
      weightColumn: 1,
    };
    const segments = ["site", "department"].map((name) => ({ flag: "--by" as const, column: name }));
    const { source } = buildAudit(parts({ plan: { ...parts().plan, files: [file], segments, weight: "w" } }));
    expect(source.files[0]?.columns.map(({ header }) => header)).toEqual(["department", "w", "site"]);
  });

  it("speaks of an interval and of people only where there are any", () => {
    const { method } = buildAudit(parts({ framework: { ...framework, unit: "consensus" } }));
    const words = method.filter(({ topic }) => topic !== "One assessment" && topic !== "Plan").map(({ text }) => text);
    expect(words.join(" ")).toContain("An assessment has no interval: the number itself decides.");
    expect(words.join(" ").replace("has no interval", "")).not.toMatch(/interval|A person/);
  });
});

describe("the bands", () => {
  const bandsWith = (changed: Partial<Framework>) =>
    buildAudit(parts({ framework: { ...framework, ...changed } })).framework.bands;

  it("are kept with their ends where all scores share them", () => {
    expect(bandsWith({}).map(({ id, from, to }) => [id, from, to])).toEqual([
      ["critical", 0, 35],
      ["weak", 35, 50],
      ["mixed", 50, 65],
      ["good", 65, 80],
      ["strong", 80, 100],
    ]);
  });

  it("are kept as words alone where scores are judged differently", () => {
    const [first, second] = framework.dimensions;
    const bands = [{ id: "low", label: "low", from: 0 }];
    const kept = bandsWith({ dimensions: [{ ...first!, bands }, second!] });
    expect(kept.map(({ id }) => id)).toEqual(["critical", "weak", "mixed", "good", "strong", "low"]);
    expect(kept.every(({ from, to }) => from === null && to === null)).toBe(true);
  });
});

describe("the limits of bands", () => {
  const note = (changed: Partial<Framework>) =>
    buildAudit(parts({ framework: { ...framework, ...changed } })).method.find(
      ({ topic }) => topic === "Bands and targets",
    )?.text;

  it("are said once where all share them", () => {
    expect(note({})).toMatch(
      /^Index: critical below 35, weak from 35, mixed from 50, good from 65, strong from 80\. The bands' limits/,
    );
  });

  it("are turned round for a load, whose text says so from the start", () => {
    expect(note({ reading: "load" })).toMatch(
      /^Load: strong up to 20, good up to 35, mixed up to 50, weak up to 65, critical above 65\. /,
    );
    const audit = buildAudit(parts({ framework: { ...framework, reading: "load" } }));
    const text = audit.method.find(({ topic }) => topic === "Load")?.text;
    expect(text).toContain("0 stands for the best answer to everything, 100 for the worst");
    expect(text).not.toContain("100 for the best");
  });

  it("are said of each where they differ", () => {
    const bands = [
      { id: "low", label: "low", from: 0 },
      { id: "high", label: "high", from: 62.5 },
    ];
    const [first, second] = framework.dimensions;
    const text = note({
      dimensions: [
        { ...first!, bands },
        { ...second!, bands: bands.slice(0, 1) },
      ],
    });
    expect(text).toContain("Index of Trust quotient: critical below 35");
    expect(text).toContain("Index of Credibility: low below 62.5, high from 62.5.");
    expect(text).toContain("Index of Reliability: low throughout.");
  });
});
