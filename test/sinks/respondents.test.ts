import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ScoreResult, type ScoreSettings, score } from "../../src/pipeline.ts";
import { singleGrouping } from "../../src/response/asked/grouping.ts";
import { parseWhere } from "../../src/response/asked/where.ts";
import { createShelf } from "../../src/shelf/shelf.ts";
import { part, WHOLE } from "../part.ts";
import { run } from "../privacy/run.ts";
import { SETTINGS } from "../settings.ts";

const ROOT = path.resolve(import.meta.dirname, "..", "..");
const shelf = createShelf(ROOT);
const KEY = Buffer.from("sixteen bytes ok");
const STAFF = readFileSync(path.join(ROOT, "examples", "staff.csv"), "utf8");
const TEAM = path.join(ROOT, "test", "scenarios", "files", "team.yaml");

interface Table {
  readonly text: string;
  readonly header: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly result: ScoreResult;
}

/** Scores texts as if they were files; what came into the table of respondents. */
async function tableOf(
  texts: readonly string[],
  settings: Partial<ScoreSettings>,
  key: Uint8Array | null = null,
): Promise<Table> {
  const lines: string[] = [];
  const inputs = texts.map((text, at) => ({ name: `far/off/part-${at + 1}.csv`, open: () => Readable.from([text]) }));
  const doors = {
    shelf,
    open: () => Readable.from([]),
    respondents: { write: (line: string) => lines.push(line), key },
  };
  const result = await score({ ...SETTINGS, framework: TEAM, only: "scores", ...settings, inputs }, doors);
  const text = lines.join("");
  const [header = [], ...cells] = parse(text) as string[][];
  const rows = cells.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ""])));
  return { text, header, rows, result };
}

const EQUATION = { framework: "trust-equation", audience: "employees" } as const;

function meanOf(rows: readonly Readonly<Record<string, string>>[], column: string): number {
  const values = rows.flatMap((row) => (row[column] === "" ? [] : [Number(row[column])]));
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe("the table of respondents", () => {
  it("has one code for one id, however its accents are composed", async () => {
    const text = "code,O1,O2,O3\nZo\u00eb,3,3,3\nZoe\u0308 ,3,4,3\nzo\u00eb,2,3,4\n";
    const { rows } = await tableOf([text], { id: "code", rules: { ...SETTINGS.rules, onDuplicate: "keep" } }, KEY);
    const [composed, apart, small] = rows.map(({ id }) => id);
    expect(composed).toBe(createHmac("sha256", KEY).update("Zo\u00eb").digest("hex"));
    expect(apart).toBe(composed);
    expect(small).not.toBe(composed);
  });

  it("says in its first header what it is, and has a row for each who is scored", async () => {
    const { header, rows, result } = await tableOf([STAFF], EQUATION);
    expect(header[0]).toBe("not_anonymous_row");
    expect(rows).toHaveLength(result.audit.asked.people ?? 0);
    expect(header.slice(-6)).toEqual(["careless", "long_run", "straight_line", "fast", "answered", "asked"]);
  });

  it("has the scores that --explain works out step by step", { timeout: 60_000 }, async () => {
    const { rows } = await tableOf([STAFF], EQUATION);
    for (const row of part(
      rows.filter((_, at) => at % 17 === 0),
      3,
    )) {
      const explain = Number(row["not_anonymous_row"]);
      const { explanation } = (await tableOf([STAFF], { ...EQUATION, explain })).result;
      const cell = (value: number | null | undefined) => (value == null ? "" : String(value));
      for (const { id, score: own, index } of explanation?.dimensions ?? [])
        expect([row[`${id}.score`], row[`${id}.index`]]).toEqual([cell(own), cell(index)]);
      for (const { id, value } of explanation?.composites ?? []) expect(row[`${id}.value`]).toBe(cell(value));
      expect(explanation?.dimensions.length).toBeGreaterThan(3);
    }
  });

  it("adds up to the audit: of everybody and of each group", async () => {
    const { rows, result } = await tableOf([STAFF], { ...EQUATION, by: [singleGrouping("department")] });
    const { overall, groupings } = result.audit;
    const cells = [
      { of: rows, cell: overall },
      ...(groupings[0]?.cells ?? []).flatMap((cell) =>
        cell.kind === "group" ? [{ of: rows.filter((row) => row["group.department"] === cell.path[0]), cell }] : [],
      ),
    ];
    expect(cells.length).toBeGreaterThan(3);
    for (const { of, cell } of cells)
      for (const { id, mean } of cell?.dimensions ?? [])
        expect(
          Math.abs(meanOf(of, `${id}.score`) - ("value" in mean ? Number(mean.value) : Number.NaN)),
          id,
        ).toBeLessThan(1e-12);
  });

  it("has the index of a person's own composite, on its scale", async () => {
    const { rows } = await tableOf(["O1,O2,O3\n5,4,2\n4,,\n,1,\n"], {});
    expect(rows.map((row) => [row["trust.value"], row["trust.index"], row["answered"], row["asked"]])).toEqual([
      [String(13 / 3), String((100 * (13 / 3 - 1)) / 4), "3", "3"],
      ["", "", "1", "3"],
      ["", "", "1", "3"],
    ]);
  });

  it("counts rows over all files, and names each file without its folders", async () => {
    const { rows } = await tableOf(["O1,O2,O3\n1,2,3\n,,\n2,3,4\n", "O1,O2,O3\n5,5,4\n"], {});
    expect(rows.map((row) => [row["not_anonymous_row"], row["file"]])).toEqual([
      ["1", "part-1.csv"],
      ["3", "part-1.csv"],
      ["4", "part-2.csv"],
    ]);
  });

  it("has the columns of --by and --wave, and of --weight; of --where the people and not the column", async () => {
    const where = parseWhere("region = North");
    if ("problem" in where) throw new Error(where.problem.message);
    const text = "O1,O2,O3,team,year,w,region\n5,4,2,a,2025,0.5,North\n4,4,1,b,2026,2,South\n1,2,5,,2026,1,North\n";
    const { header, rows } = await tableOf([text], {
      ...{ by: [singleGrouping("team")], wave: "year", weight: "w" },
      where: { text: "region = North", ...where },
    });
    expect(header.slice(0, 4)).toEqual(["not_anonymous_row", "group.team", "group.year", "weight"]);
    expect(header.filter((name) => name.includes("region"))).toEqual([]);
    expect(rows.map((row) => header.slice(0, 4).map((name) => row[name]))).toEqual([
      ["1", "a", "2025", "0.5"],
      ["3", "", "2026", "1"],
    ]);
  });

  it("flags patterns of careless answers; how fast only where it is known", async () => {
    const same = Array.from({ length: 20 }, () => "3").join(",");
    const other = Array.from({ length: 20 }, (_, at) => String(1 + (at % 5))).join(",");
    const header = STAFF.split("\n")[0]?.replace("respondent,department,", "").replace(",recommend", "") ?? "";
    const { rows } = await tableOf([`${header}\n${same}\n${other}\n`], EQUATION);
    expect(rows.map(({ careless, long_run, fast }) => [careless, long_run, fast])).toEqual([
      ["1", "1", ""],
      ["0", "0", ""],
    ]);
  });
});

describe("a table of several audiences", () => {
  const framework = path.join(ROOT, "frameworks", "stakeholder-trust.yaml");

  it("names each row's audience, and works composites out by the formula of that audience", async () => {
    const texts = await Promise.all(
      ["customers", "employees"].map(async (audience) => {
        const { stdout } = await run(["simulate", "-f", framework, "--audience", audience, "--n", "12"]);
        const lines = stdout.trimEnd().split("\n");
        return lines.map((line, at) => `${at === 0 ? "audience" : audience},${line}\n`).join("");
      }),
    );
    const together = await tableOf(texts, { framework });
    expect(new Set(together.rows.map((row) => row["audience"]))).toEqual(new Set(["customers", "employees"]));
    for (const [at, audience] of ["customers", "employees"].entries()) {
      const alone = await tableOf([texts[at] ?? ""], { framework, audience });
      const own = together.rows.filter((row) => row["audience"] === audience);
      expect(own).toHaveLength(alone.rows.length);
      for (const name of alone.header.filter((one) => /\.(score|index|value)$/.test(one)))
        expect(own.map((row) => row[name])).toEqual(alone.rows.map((row) => row[name]));
    }
  });
});

describe("a composite that a level of everybody holds down", () => {
  it("is no respondent's: its cells are empty, those of other scores are not", async () => {
    const { stdout } = await run(["simulate", "-f", "trust-reconstruction", "--audience", "affected", "--n", "6"]);
    const { header, rows } = await tableOf([stdout], { framework: "trust-reconstruction", audience: "affected" });
    const of = (column: string) => rows.map((row) => row[column]);
    expect(header).toContain("progress.index");
    expect([...of("progress.value"), ...of("progress.index")].join("")).toBe("");
    expect(of("diagnosis.value").join("")).not.toBe("");
  });
});

describe("ids in the table of respondents", () => {
  const text = "code,O1,O2,O3\nann@example.org,5,4,2\n,4,4,1\nn/a,4,3,1\nb2,4,3,2\n";
  const hmac = (id: string) => createHmac("sha256", KEY).update(id).digest("hex");

  it("are their HMAC under the key, the same in every wave; nobody has an empty cell", async () => {
    const { header, rows } = await tableOf([text], { id: "code" }, KEY);
    expect(header.slice(0, 2)).toEqual(["not_anonymous_row", "id"]);
    expect(rows.map(({ id }) => id)).toEqual([hmac("ann@example.org"), "", "", hmac("b2")]);
  });
  it("are not there without a key", async () => {
    expect((await tableOf([text], { id: "code" })).header).not.toContain("id");
  });

  it("never stand there as they are, and no column does that nobody asked for", async () => {
    const word = fc.stringMatching(/^[A-Z][a-z]{5,9}$/).map((one) => `Xy${one}`);
    const person = fc.record({ id: word, name: word, mail: word.map((one) => `${one}@example.org`), said: word });
    const people = fc.uniqueArray(person, { minLength: 1, maxLength: 8, selector: ({ id }) => id });
    await fc.assert(
      fc.asyncProperty(people, fc.boolean(), async (all, sealed) => {
        const lines = all.map(({ id, name, mail, said }, at) => `${id},${name},${mail},${said},${1 + (at % 5)},3,4`);
        const file = ["code,Name,Email,What else?,O1,O2,O3", ...lines, ""].join("\n");
        const table = await tableOf([file], { id: "code" }, sealed ? KEY : null);
        expect(table.rows).toHaveLength(all.length);
        expect(table.text.toLowerCase()).not.toContain("xy");
        expect(table.text).not.toMatch(/@|Name|Email|What/);
      }),
      { numRuns: WHOLE ? 1000 : 30 },
    );
  });
});

describe("texts in the table of respondents", () => {
  it.each(["=cmd|' /C calc'!A0", "+1", "@SUM(A1)", "-2", 'say "so", he', "a;=1+1", "Ünï 漢字 🙂"])(
    "%s is a text to every spreadsheet",
    async (team) => {
      const row = `"${team.replaceAll('"', '""')}",5,4,2\n`;
      const { text, rows } = await tableOf([`team,O1,O2,O3\n${row}`], { by: [singleGrouping("team")] });
      const cell = rows[0]?.["group.team"] ?? "";
      expect(cell).not.toMatch(/^[=+\-@]|;[=+\-@]/);
      expect(cell.replaceAll("'", "")).toBe(team.replaceAll("'", ""));
      expect(text.trimEnd().split("\n")).toHaveLength(2);
    },
  );
});
