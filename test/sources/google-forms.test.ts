import { createReadStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { planSource } from "../../src/response/plan/source.ts";
import { createDecoder } from "../../src/response/rows/decode.ts";
import { createAnswerProblems } from "../../src/response/rows/problems.ts";
import { MISSING } from "../../src/response/types.ts";
import { openCsv } from "../../src/sources/csv/open.ts";
import { RULES, SMALL } from "../response/fixture.ts";

const QUESTIONS = [
  "How far do you agree? [Our company has the skills for its work.]",
  "How far do you agree? [What we promise customers is what we deliver.]",
  "How far do you agree? [Questions to our leaders are answered within days.]",
  "How far do you agree? [Deadlines here are met.]",
  "I would recommend working here.",
];
const OWN_DOWNLOAD = [
  ["Timestamp", "Email Address", "Team", ...QUESTIONS, "What else, in your own words?"],
  [
    "2026/05/04 9:12:00 AM GMT+1",
    "someone@example.org",
    "Sales",
    "4",
    "Agree",
    "",
    "N/A",
    "9",
    "Nothing, thanks;\nall is well",
  ],
  ["2026/05/04 9:40:12 AM GMT+1", "other@example.org", "Service", "2", "3", "1", "5", "0", ""],
]
  .map((row) => row.map((cell) => `"${cell}"`).join(","))
  .join("\n");
const BY_WAY_OF_A_SHEET = [
  `Zeitstempel,E-Mail-Adresse,Team,${QUESTIONS.join(",")},"What else, in your own words?"`,
  '04.05.2026 09:12:00,someone@example.org,Sales,4,Agree,,N/A,9,"Nothing, thanks;\nall is well"',
  "04.05.2026 09:40:12,other@example.org,Service,2,3,1,5,0,",
  "",
].join("\r\n");

async function answersIn(path: string) {
  const source = await openCsv({ name: "form.csv", open: () => createReadStream(path) });
  const program = { items: SMALL.items };
  const { plan, problems } = planSource({
    framework: SMALL,
    program,
    heads: [source.head],
    segments: [{ flag: "--by", column: "Team" }],
    weight: null,
    id: null,
    audience: "employees",
    rules: RULES,
  });
  expect(problems).toEqual([]);
  if (plan === null) throw new Error("no plan");
  const collected = createAnswerProblems(plan);
  const decoder = createDecoder({ plan, fileIndex: 0, program, problems: collected });
  const rows: unknown[] = [];
  await source.rows((cells, line) => {
    expect(decoder.decode(cells, line)).toBe("scored");
    rows.push([line(), ...decoder.groups, ...decoder.answers]);
  });
  // Half the people answered in words, the others in numbers: that is told, and nothing else.
  expect(collected.problems().map(({ code }) => code)).toEqual(["ANS016"]);
  return { head: source.head, takenFor: plan.files[0]?.columns.map((column) => column.takenFor), rows };
}

describe("Google Forms", () => {
  it.each([
    ["its own download", OWN_DOWNLOAD],
    ["by way of the sheet", BY_WAY_OF_A_SHEET],
  ])("%s", async (_, content) => {
    const folder = mkdtempSync(join(tmpdir(), "forms-"));
    try {
      const path = join(folder, "form.csv");
      writeFileSync(path, content);
      const { head, takenFor, rows } = await answersIn(path);
      expect(head.dialect).toBe("google-forms");
      expect(takenFor).toEqual(["time", "personal", "segment", "item", "item", "item", "item", "item", "ignored"]);
      expect(rows).toEqual([
        [2, "Sales", 4, 4, MISSING.unanswered, MISSING.notApplicable, 9],
        [4, "Service", 2, 3, 1, 5, 0],
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("names a file that does not exist and a folder as what they are", async () => {
    const open = (path: string) => openCsv({ name: path, open: () => createReadStream(path) });
    await expect(open(join(tmpdir(), "no-such-file.csv"))).rejects.toMatchObject({ problems: [{ code: "CSV001" }] });
    await expect(open(tmpdir())).rejects.toMatchObject({ problems: [{ code: "CSV002" }] });
  });
});
