import path from "node:path";
import { Readable } from "node:stream";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textCell, textIn } from "../../src/framework/text-cell.ts";
import { csvText } from "../../src/interview/csv.ts";
import { planInterview } from "../../src/interview/plan.ts";
import { answersTable, commentsTable } from "../../src/interview/table.ts";
import type { Answer, InterviewPlan, ItemQuestion, Seat } from "../../src/interview/types.ts";
import { score } from "../../src/pipeline.ts";
import { answerTable, codeAnswer } from "../../src/response/answers/answers.ts";
import { singleGrouping } from "../../src/response/asked/grouping.ts";
import { MISSING } from "../../src/response/types.ts";
import { createShelf } from "../../src/shelf/shelf.ts";
import { AGREE } from "../response/fixture.ts";
import { SETTINGS } from "../settings.ts";
import { ITEMS, PLAN, planOf, ROOM } from "./sheet-fixture.ts";

type Answers = Readonly<Record<string, Answer>>;
const code = (value: number): Answer => ({ kind: "code", code: value });

function seatOf(seat: number, answers: Answers, more: Partial<Seat> = {}): Seat {
  return {
    seat,
    status: "finished",
    answers: new Map(Object.entries(answers)),
    comments: new Map(),
    hands: new Map(),
    ...more,
  };
}

const SEATS: readonly Seat[] = [
  seatOf(
    1,
    {
      "@department": { kind: "choice", text: "Sales" },
      C1: code(4),
      C2: { kind: "dontKnow" },
      R1: { kind: "figure", text: "-12.5" },
    },
    {
      comments: new Map([
        ["C1", "zebra"],
        ["@", "=1+1"],
        ["@@", "17"],
      ]),
    },
  ),
  seatOf(2, { C1: code(1) }, { status: "answering" }),
  seatOf(3, {}, { status: "withdrawn" }),
  seatOf(
    4,
    {
      "@department": { kind: "skipped" },
      "@job family": { kind: "choice", text: "-core" },
      C1: { kind: "skipped" },
      shift: code(-2),
      recommend: { kind: "notApplicable" },
    },
    {
      comments: new Map([
        ["C1", 'apple, "ripe"'],
        ["C2", ""],
      ]),
    },
  ),
];

describe("the table of answers", () => {
  it("has a row for each who finished, and nothing that says who or when", () => {
    expect(answersTable(PLAN, SEATS)).toEqual({
      headers: ["audience", "department", "job family", "C1", "C2", "R1", "C.note", "recommend", "shift"],
      rows: [
        ["employees", "Sales", "", "4", "don't know", "-12.5", "", "", ""],
        ["employees", "", "'-core", "", "", "", "", "not applicable", "-2"],
      ],
    });
  });
  it.each<[InterviewPlan, string | null]>([
    [planOf(ITEMS), null],
    [planOf(ITEMS, { kind: "one" }), "self"],
    [{ ...planOf(ITEMS, { kind: "one" }), unit: "organisation" }, "organisation"],
    [{ ...planOf(ITEMS), unit: "organisation" }, "organisation"],
    [ROOM, "consensus"],
    [{ ...ROOM, unit: "organisation" }, "consensus"],
  ])("says what a row stands for where it is not a person (%#)", (plan, word) => {
    const { headers, rows } = answersTable(plan, SEATS);
    expect(headers[0]).toBe(word === null ? "audience" : "assessment");
    expect(rows[0]?.[0]).toBe(word ?? "employees");
  });
  it("holds hands and notes of a room where there are any, and no comment of a person", () => {
    const seat = seatOf(
      1,
      { C1: code(4) },
      {
        hands: new Map([["C1", [0, 2, 5, 8, 1]]]),
        comments: new Map([
          ["C2", "=a note"],
          ["@", "long day"],
        ]),
      },
    );
    const room = answersTable(ROOM, [seat]);
    expect(room.headers.slice(-2)).toEqual(["C1 hands", "C2 note"]);
    expect(room.rows[0]?.slice(-2)).toEqual(["0 2 5 8 1", "'=a note"]);
    expect(answersTable(PLAN, [seat]).headers).toHaveLength(9);
    expect(commentsTable(ROOM, [seat]).rows).toEqual([["", "", "long day"]]);
  });
  it("uses other words where a scale has given the usual ones a meaning", () => {
    const points = AGREE.points.map((point) => (point.code === 3 ? { ...point, label: "Don\u2019t know" } : point));
    const items: readonly ItemQuestion[] = [
      { id: "C1", number: 1, text: "Text", scale: { ...AGREE, points, dontKnow: ["not  applicable"] } },
    ];
    const [row, other] = answersTable(planOf(items), [
      seatOf(1, { C1: { kind: "dontKnow" } }),
      seatOf(2, { C1: { kind: "notApplicable" } }),
    ]).rows;
    expect([row?.at(-1), other?.at(-1)]).toEqual(["cannot say", "n/a"]);
  });
});

describe("the table of comments", () => {
  it("stands in an order that has nothing to do with the seats", () => {
    const { headers, rows } = commentsTable(PLAN, SEATS);
    expect(headers).toEqual(["item", "question", "comment"]);
    expect(rows).toEqual([
      ["C1", "Text of C1", 'apple, "ripe"'],
      ["C1", "Text of C1", "zebra"],
      ["", "", "'=1+1"],
    ]);
    expect(commentsTable(PLAN, SEATS.toReversed()).rows).toEqual(rows);
  });
});

describe("a CSV", () => {
  it("is read back cell for cell by another reader", () => {
    const cell = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r", " ", "a", "'") }),
    );
    const rows = fc.array(fc.tuple(fc.constant("x"), cell, cell), { maxLength: 5 });
    fc.assert(
      fc.property(rows, (body) => {
        const text = csvText({ headers: ["a", "b", "c"], rows: body });
        expect(parse(text, { recordDelimiter: "\n" })).toEqual([["a", "b", "c"], ...body]);
      }),
    );
  });
  it.each([
    ["=1+1", "'=1+1"],
    ["+44", "'+44"],
    ["-core", "'-core"],
    ["@all", "'@all"],
    ["\tx", "'\tx"],
    ["\rx", "'\rx"],
    ["'=x", "''=x"],
    ["'tis", "'tis"],
    ["a=b", "a=b"],
    ["\uff1d1+1", "'\uff1d1+1"],
    ["a;=1+1", "a;'=1+1"],
    ['a; "-1;b', "a; \"'-1;b"],
    ["a\t+1;@x;\uff201", "a\t'+1;'@x;'\uff201"],
    ["a;'=1", "a;''=1"],
    ["a;b=1", "a;b=1"],
    ["", ""],
  ])("holds no formula: %j", (text, cell) => {
    expect(textCell(text)).toBe(cell);
    expect(textIn(cell)).toBe(text);
  });
  it("gives back any text that was made a cell, and no cell begins a formula, wherever lines are split", () => {
    const sign = fc.constantFrom(
      "'",
      "=",
      "+",
      "-",
      "@",
      "\t",
      "\r",
      ";",
      " ",
      '"',
      "\n",
      "\uff1d",
      "\uff0b",
      "\uff0d",
      "\uff20",
    );
    const text = fc.array(fc.oneof(sign, fc.string({ maxLength: 2 })));
    fc.assert(
      fc.property(text, (parts) => {
        const cell = textCell(parts.join(""));
        expect(textIn(cell)).toBe(parts.join(""));
        expect(cell).not.toMatch(/^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/);
        for (const part of cell.split(/[;\t\r\n]/).slice(1))
          expect(part).not.toMatch(/^[\s"]*[=+\-@\uff1d\uff0b\uff0d\uff20]/);
      }),
    );
  });
});

/** What `score` makes of an answer. */
const RAW = { skipped: "unanswered", notApplicable: "notApplicable", dontKnow: "dontKnow" } as const;
const missing = fc.constantFrom<Answer>({ kind: "skipped" }, { kind: "notApplicable" }, { kind: "dontKnow" });

describe("the answers read by score", () => {
  it("are those that were given, on every kind of scale", () => {
    const answerTo = ({ scale }: ItemQuestion): fc.Arbitrary<Answer> =>
      scale.kind === "figure"
        ? fc.integer({ min: -99_999, max: 99_999 }).map((value) => ({ kind: "figure", text: String(value / 100) }))
        : fc.constantFrom(...scale.points).map((point) => code(point.code));
    const given = fc
      .constantFrom(...ITEMS)
      .chain((item) => fc.tuple(fc.constant(item), fc.oneof(answerTo(item), missing)));
    fc.assert(
      fc.property(given, ([item, answer]) => {
        const cell = answersTable(planOf([item]), [seatOf(1, { [item.id]: answer })]).rows[0]?.at(-1) ?? "";
        const read = codeAnswer(answerTable(item.id, item.scale), cell);
        if (answer.kind === "code") expect(read).toBe(answer.code);
        else if (answer.kind === "figure") expect(read).toBe(Math.round(Number(answer.text) * 100));
        else expect(read).toBe(answer.kind === "skipped" ? MISSING.unanswered : MISSING[answer.kind as "dontKnow"]);
      }),
    );
  });

  const root = path.resolve(import.meta.dirname, "..", "..");
  const shelf = createShelf(root);

  async function surveyed(seed: number) {
    const { framework } = await shelf.framework("trust-equation");
    const plan = planInterview(framework, {
      framework: { ref: "trust-equation", id: framework.id, version: framework.version, hash: framework.hash },
      audience: "employees",
      form: null,
      seating: { kind: "participants", count: 60 },
      shuffle: null,
      segments: [{ name: "department", options: ["+1 year", "Front desk"] }],
    });
    const answers = plan.items.map(({ id, scale }) => {
      const codes = scale.kind === "coded" ? scale.points.map((point) => code(point.code)) : [];
      const answer = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...codes) }, { weight: 1, arbitrary: missing });
      return fc.tuple(fc.constant(id), answer);
    });
    const people = fc.array(fc.tuple(...answers), { minLength: 60, maxLength: 60 });
    const [drawn = []] = fc.sample(people, { seed, numRuns: 1 });
    const seats = drawn.map((one, at) =>
      seatOf(at + 1, {
        "@department": { kind: "choice", text: at % 2 === 0 ? "+1 year" : "Front desk" },
        ...Object.fromEntries(one),
      }),
    );
    return { plan, seats, text: csvText(answersTable(plan, seats)) };
  }

  const scored = (text: string, explain: number | null) =>
    score(
      {
        ...SETTINGS,
        framework: "trust-equation",
        by: [singleGrouping("department")],
        explain,
        inputs: [{ name: "survey.csv", open: () => Readable.from([Buffer.from(text)]) }],
      },
      { shelf, open: () => Readable.from([]) },
    );

  it("count as many as the seats hold, on each point of each item", async () => {
    const { plan, seats, text } = await surveyed(7);
    const { audit, warnings } = await scored(text, null);
    expect(warnings).toEqual([]);
    expect(audit.overall?.people).toBe(60);
    expect(audit.groupings[0]?.cells.map(({ label, people }) => [label, people])).toEqual([
      ["+1 year", 30],
      ["Front desk", 30],
    ]);
    const shown = audit.items.flatMap(({ id, histogram }) => (Array.isArray(histogram) ? [{ id, histogram }] : []));
    expect(shown).toHaveLength(plan.items.length);
    for (const { id, histogram } of shown)
      for (const point of histogram)
        expect(point.count).toBe(
          seats.filter(({ answers }) => {
            const answer = answers.get(id);
            return answer?.kind === "code" && answer.code === point.code;
          }).length,
        );
  });

  it("are the same one by one", async () => {
    const { seats, text } = await surveyed(11);
    for (const row of [1, 17, 60]) {
      const { explanation } = await scored(text, row);
      const items = explanation?.dimensions.flatMap((dimension) => dimension.items) ?? [];
      expect(items.length).toBeGreaterThan(15);
      for (const { id, raw } of items) {
        const answer = seats[row - 1]?.answers.get(id);
        expect(raw).toBe(answer?.kind === "code" ? answer.code : RAW[answer?.kind as "skipped"]);
      }
    }
  });
});
