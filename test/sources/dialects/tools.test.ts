import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DIALECTS } from "../../../src/response/table-head.ts";
import { headOf, recognised, takers } from "./fixture.ts";

const FIXTURES = "test/fixtures/exports";
const TOOLS = DIALECTS.filter((name) => name !== "plain");

/** Every fixture and example whose name names a tool. */
const FILES = [
  ...readdirSync(FIXTURES).map((name) => `${FIXTURES}/${name}`),
  ...readdirSync("examples").map((name) => `examples/${name}`),
].flatMap((path) => {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const tool = TOOLS.find((one) => new RegExp(`(?:^|-)${one}[-.]`).test(name));
  return tool === undefined || !/\.(?:csv|tsv)$/.test(name) ? [] : [[path, tool] as const];
});

describe("every tool's files", () => {
  it("are there for each tool", () => {
    for (const tool of TOOLS) expect(FILES.filter(([, one]) => one === tool).length).toBeGreaterThanOrEqual(3);
  });

  it.each(FILES)("%s is taken for %s, and for no other", async (path, tool) => {
    expect((await headOf(path)).dialect).toBe(tool);
    expect(takers(await headOf(path, "plain"))).toEqual([tool]);
  });
});

/** No file of theirs: the header, and one row. */
const PLAIN: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ["Timestamp in the middle", ["C1", "Timestamp", "C2"], ["4", "2026-05-04 09:12:00", "3"]],
  ["a word that holds Timestamp", ["Timestamps", "C1"], ["1", "4"]],
  ["id first", ["id", "C1", "C2"], ["1", "4", "3"]],
  ["ID and Name first", ["ID", "Name", "C1"], ["1", "Someone", "4"]],
  ["ID and a start time", ["ID", "Start time", "C1"], ["1", "09:00", "4"]],
  ["times without a number first", ["Team", "Start time", "Completion time", "C1"], ["A", "9:00", "9:05", "4"]],
  ["# first", ["#", "C1", "C2"], ["1", "4", "3"]],
  ["# and one date", ["#", "C1", "Start Date (UTC)"], ["1", "4", "2026-05-04"]],
  ["id and a seed", ["id", "seed", "C1"], ["1", "carrot", "4"]],
  ["id, language and page under other names", ["id", "language", "page", "C1"], ["1", "en", "3", "4"]],
  ["an id with a text", ["id. Your number", "C1"], ["1", "4"]],
  ["another tool's id", ["Response ID", "Time Started", "Date Submitted", "C1"], ["1", "9:00", "9:05", "4"]],
  [
    "an id, a date, an answer and a language",
    ["person", "day", "C1", "language"],
    ["1", "2026-05-04 09:12:00", "4", "en"],
  ],
  ["submitdate in the middle", ["C1", "submitdate", "C2"], ["4", "2026-05-04", "3"]],
];

describe("plain files", () => {
  it.each(PLAIN)("stay plain: %s", (_, header, row) => {
    expect(recognised([header, row])?.dialect).toBe("plain");
  });
});

describe("what the user says", () => {
  it.each([
    ["limesurvey", ["C1", "submitdate"], ["4", ""]],
    ["limesurvey", ["C1", "Datum Abgeschickt"], ["4", ""]],
    ["limesurvey", ["Nummer", "Wann", "Blatt", "Sprache", "C1"], ["1", "2026-05-04 09:12:00", "3", "nl", "4"]],
    ["typeform", ["C1", "Response Type"], ["4", "partial"]],
    ["typeform", ["C1", "Submit Date (UTC)"], ["4", ""]],
    ["microsoft-forms", ["Start time", "Completion time", "C1"], ["9:00", "9:05", "4"]],
    ["microsoft-forms", ["ID", "Başlangıç", "Bitiş", "C1"], ["1", "5/4/26 9:00:00", "5/4/26 9:05:00", "4"]],
    ["google-forms", ["C1", "C2"], ["4", "3"]],
  ] as const)("is enough for a half-matching file: %s %j", (tool, header, row) => {
    expect(recognised([header, row])?.dialect).not.toBe(tool);
    expect(recognised([header, row], tool)?.dialect).toBe(tool);
  });

  it.each(["limesurvey", "typeform", "microsoft-forms"] as const)("is not enough where nothing fits: %s", (tool) => {
    expect(
      recognised(
        [
          ["person", "C1", "C2"],
          ["p1", "4", "3"],
        ],
        tool,
      ),
    ).toBeNull();
  });
});

/** Words of all tools' headers, and others, in any order. */
const WORDS = [
  ..."id,submitdate,lastpage,startlanguage,seed,interviewtime,groupTime5,Q1Time,Q1[C1],Q1_C1,Q1[other],Response ID,Date submitted".split(
    ",",
  ),
  ..."#,Start Date (UTC),Submit Date (UTC),Response Type,Network ID,Tags,ID,Start time,Completion time,Email,Name,Name2".split(
    ",",
  ),
  ..."Timestamp,Total score,C1,C1 [Score],C1 [Feedback],Points - C1,Respondent ID,Collector ID,Response,StartDate,Status".split(
    ",",
  ),
];
const CELL = fc.oneof(
  fc.constantFrom(...WORDS, "", "4", "2026-05-04 09:12:00", "en", "1712345678", "8.00 / 10"),
  fc.string(),
);
const TABLE = fc.array(fc.array(CELL, { maxLength: 12 }), { minLength: 1, maxLength: 6 });

describe("any table", () => {
  it("is laid out whole, by any tool asked for, or refused", () => {
    fc.assert(
      fc.property(TABLE, fc.constantFrom(undefined, ...DIALECTS), (rows, asked) => {
        const layout = recognised(rows, asked)?.layout;
        if (layout === undefined) return asked !== undefined;
        const columns = layout.headers.length;
        const lists = [layout.wordings, layout.choices, layout.known];
        const places = [
          ...layout.rowRules.map(({ column }) => column),
          ...(layout.duration === null
            ? []
            : Object.values(layout.duration).filter((value) => typeof value === "number")),
        ];
        return (
          lists.every(({ length }) => length === columns) &&
          places.every((at) => at >= 0 && at < columns) &&
          layout.headerRows >= 1 &&
          layout.headerRows <= 3
        );
      }),
      { seed: 20261122 },
    );
  });

  it("has no item's column taken for a tool's own, with or without the tool's columns", () => {
    const own = fc.constantFrom<readonly string[]>(
      ["id", "submitdate", "lastpage"],
      ["#", "Start Date (UTC)", "Submit Date (UTC)", "Network ID"],
      ["ID", "Start time", "Completion time"],
      ["Timestamp"],
      [],
    );
    fc.assert(
      fc.property(own, fc.integer({ min: 0, max: 3 }), (columns, count) => {
        const items = Array.from({ length: count }, (_, at) => `Q${at + 1}`);
        const header = [...columns, ...items];
        const layout = recognised([header, header.map(() => "4")])?.layout;
        return items.every((item) => layout?.known[header.indexOf(item)] === null);
      }),
      { seed: 20261122 },
    );
  });
});
