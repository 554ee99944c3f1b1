import { readFileSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Audit } from "../../src/audit/types.ts";
import { type ScoreSettings, score } from "../../src/pipeline.ts";
import { createShelf } from "../../src/shelf/shelf.ts";
import { SETTINGS as PLAIN } from "../settings.ts";

const ROOT = path.resolve(import.meta.dirname, "..", "..");
const SEED = 20261122;
const shelf = createShelf(ROOT);
const lines = readFileSync(path.join(ROOT, "examples", "staff.csv"), "utf8")
  .trimEnd()
  .split("\n");
const [HEADERS = [], ...ROWS] = lines.map((line) => line.split(","));
const QUESTIONS = HEADERS.slice(2);
let texts: ReadonlyMap<string, string> = new Map();
/** Question → code → words. */
let labels: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map();

beforeAll(async () => {
  const { framework } = await shelf.framework("trust-equation");
  texts = new Map(framework.items.map(({ id, text }) => [id, text.get("employees") ?? id]));
  labels = new Map(
    framework.items.map(({ id, scale }) => {
      const { points = [] } = { points: [], ...framework.scales.get(scale) };
      return [id, new Map(points.map(({ code, label }) => [String(code), label ?? String(code)]))];
    }),
  );
});

/** One survey tool's way of writing the same people: columns in the order given, each row begun by the tool's own cells. */
interface Writer {
  readonly tool: string;
  /** What it is recognised as. */
  readonly dialect: string;
  /** Answers in words, where the scale has words for them. */
  readonly inWords?: boolean;
  header(columns: readonly string[]): readonly (readonly string[])[];
  readonly own: (row: number) => readonly string[];
  readonly delimiter?: string;
}

/** What a header says of a question, where it is not its id. */
const wording = (column: string): string => texts.get(column) ?? column;

const WRITERS: readonly Writer[] = [
  { tool: "ids in a spreadsheet", dialect: "plain", header: (columns) => [columns], own: () => [] },
  {
    tool: "texts, semicolons",
    dialect: "plain",
    inWords: true,
    header: (columns) => [columns.map(wording)],
    own: () => [],
    delimiter: ";",
  },
  {
    tool: "Qualtrics",
    dialect: "qualtrics",
    header: (columns) => [
      ["StartDate", "Status", "Progress", "Finished", "ResponseId", ...columns.map((column, at) => nameOf(column, at))],
      ["Start Date", "Response Type", "Progress", "Finished", "Response ID", ...columns.map(wording)],
      [
        "startDate",
        "status",
        "progress",
        "finished",
        "_recordId",
        ...columns.map((column, at) => importId(column, at)),
      ].map((id) => JSON.stringify({ ImportId: id })),
    ],
    own: (row) => ["2026-03-01 09:00:00", "IP Address", "100", "True", `R_made${row}up`],
  },
  {
    tool: "Google Forms",
    dialect: "google-forms",
    inWords: true,
    header: (columns) => [
      [
        "Timestamp",
        ...columns.map((column) => (texts.has(column) ? `How far do you agree? [${wording(column)}]` : column)),
      ],
    ],
    own: () => ["2026/03/01 9:00:00 AM GMT+1"],
  },
  {
    tool: "Microsoft Forms",
    dialect: "microsoft-forms",
    header: (columns) => [["ID", "Start time", "Completion time", "Email", "Name", ...columns.map(wording)]],
    own: (row) => [String(row), "2026-03-01 09:00", "", "anonymous", ""],
  },
  {
    tool: "LimeSurvey",
    dialect: "limesurvey",
    header: (columns) => [["id", "submitdate", "lastpage", "startlanguage", "seed", ...columns]],
    own: (row) => [String(row + 1), "2026-03-01 09:00:00", "4", "en", "1"],
    delimiter: ";",
  },
];

function nameOf(column: string, at: number): string {
  return column === "department" ? column : `Q${at + 1}`;
}

function importId(column: string, at: number): string {
  return column === "department" ? column : `QID${at + 1}`;
}

/** rows: positions among the people. */
function write(
  { header, own, inWords = false, delimiter = "," }: Writer,
  columns: readonly string[],
  rows: readonly number[],
): string {
  const places = columns.map((column) => HEADERS.indexOf(column));
  const answer = (column: string, code: string): string => (inWords && labels.get(column)?.get(code)) || code;
  const body = rows.map((row) => [
    ...own(row),
    ...columns.map((column, at) => answer(column, ROWS[row]?.[places[at] ?? -1] ?? "")),
  ]);
  const cell = (text: string): string => (/[",;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `${[...header(columns), ...body].map((cells) => cells.map(cell).join(delimiter)).join("\n")}\n`;
}

const SETTINGS: ScoreSettings = {
  ...PLAIN,
  framework: "trust-equation",
  by: [{ text: "department", kind: "single", columns: ["department"] }],
  audience: "employees",
  seed: SEED,
};

async function audit(files: readonly string[]): Promise<Audit> {
  const inputs = files.map((text, at) => ({ name: `${at}.csv`, open: () => Readable.from([Buffer.from(text)]) }));
  return (await score({ ...SETTINGS, inputs }, { shelf, open: () => Readable.from([]) })).audit;
}

/** All that is said of the people; that the files have times, or numbers beside words, is said apart. */
function numbers({ source: _, warnings: ___, quality, ...rest }: Audit): string {
  const { fast: __, ...counts } = quality;
  return JSON.stringify({ ...rest, quality: counts });
}

const everybody = ROWS.map((_, at) => at);
const columnOrder = fc.shuffledSubarray(["department", ...QUESTIONS], { minLength: QUESTIONS.length + 1 });

describe("the same people in the files of different tools", () => {
  let expected = "";
  beforeAll(async () => {
    expected = numbers(await audit([lines.join("\n")]));
  });

  it.each(WRITERS)("have the same numbers: $tool", async (writer) => {
    const one = await audit([write(writer, ["department", ...QUESTIONS], everybody)]);
    expect(numbers(one)).toBe(expected);
    expect(one.warnings).toEqual([]);
    expect(one.source.files.map(({ dialect }) => dialect)).toEqual([writer.dialect]);
  });

  it("have the same numbers in any order of the columns, split over any tools, in any order of the rows", async () => {
    const share = fc.record({ writer: fc.constantFrom(...WRITERS), columns: columnOrder });
    const split = fc.array(share, { minLength: 2, maxLength: 4 }).chain((shares) =>
      fc.record({
        shares: fc.constant(shares),
        places: fc.array(fc.nat(shares.length - 1), { minLength: ROWS.length, maxLength: ROWS.length }),
        order: fc.shuffledSubarray(everybody, { minLength: ROWS.length }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(split, async ({ shares, places, order }) => {
        const files = shares.map(({ writer, columns }, part) =>
          write(
            writer,
            columns,
            order.filter((row) => places[row] === part),
          ),
        );
        expect(numbers(await audit(files))).toBe(expected);
      }),
      { seed: SEED, numRuns: 30 },
    );
  });

  it("have other numbers when one column is headed by another question", async () => {
    const swapped = QUESTIONS.map((column) => (column === "C1" ? "C2" : column === "C2" ? "C1" : column));
    const [writer] = WRITERS;
    if (writer === undefined) throw new Error("no writer");
    const wrong = { ...writer, header: () => [["department", ...QUESTIONS]] };
    expect(numbers(await audit([write(wrong, ["department", ...swapped], everybody)]))).not.toBe(expected);
  });
});
