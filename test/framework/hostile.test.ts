import { describe, expect, it } from "vitest";
import { brief, problemsIn, SAMPLE } from "./sample.ts";

const MEGABYTE = 1_000_000;

/** Text that must be refused at once, with its code and the place. */
const HOSTILE: readonly (readonly [name: string, text: string, code: string, at: string])[] = [
  ["two megabytes", `${SAMPLE}# ${"x".repeat(2 * MEGABYTE)}`, "FW001", "1:1"],
  ["a NUL byte", SAMPLE.replace("Sample", "Sam\u0000ple"), "FW002", "4:11"],
  ["an escape byte", SAMPLE.replace("Sample", "Sam\u001bple"), "FW002", "4:11"],
  ["a PNG", "\uFFFDPNG\r\n\u001a\n\u0000\u0000", "FW002", "2:1"],
  ["Latin-1 read as UTF-8", SAMPLE.replace("Sample", "Pr\uFFFDfung"), "FW003", "4:10"],
  ["an empty file", "", "FW004", "1:1"],
  ["blanks and comments", "\n# nothing\n\n---\n", "FW004", "1:1"],
  ["deep brackets", "[".repeat(900_000), "FW005", "1:51"],
  ["deep braces", "{".repeat(900_000), "FW005", "1:51"],
  ["deep pairs", `${"{a: ".repeat(60_000)}1`, "FW005", "1:198"],
  ["deep dashes", "- ".repeat(400_000), "FW005", "1:100"],
  ["deep question marks", "? ".repeat(400_000), "FW005", "1:100"],
  ["deep indentation", Array.from({ length: 1_200 }, (_, i) => `${" ".repeat(i)}a:`).join("\n"), "FW005", "50:51"],
  ["two documents", `${SAMPLE}---\n${SAMPLE}`, "FW006", "42:1"],
  ["many documents", "---\n".repeat(200_000), "FW014", "30000:4"],
  ["a list", "- a\n- b\n", "FW007", "1:1"],
  ["plain text", "Dear colleagues\nplease find attached", "FW007", "1:1"],
  ["a million colons", ":".repeat(MEGABYTE - 1), "FW011", "1:1"],
  ["a key twice", SAMPLE.replace("title: Sample", "title: Sample\ntitle: Other"), "FW008", "5:1"],
  ["many keys", Array.from({ length: 60_000 }, (_, i) => `k${i}: 1`).join("\n"), "FW014", "8572:6"],
  [
    "an alias bomb",
    `a: &a [x, x]\n${Array.from({ length: 30 }, (_, i) => `${i}b: &b${i} [*${i === 0 ? "a" : `b${i - 1}`}, *a]`).join("\n")}`,
    "FW009",
    "1:7",
  ],
  ["an alias to itself", "a: &a [*a]", "FW009", "1:7"],
  ["__proto__", SAMPLE.replace("format: 1", "format: 1\n__proto__: { polluted: true }"), "FW010", "2:1"],
  [
    "a nested __proto__",
    SAMPLE.replace("{ scale: agree }", '{ scale: agree, "__proto__": { x: 1 } }'),
    "FW010",
    "14:27",
  ],
  ["constructor", SAMPLE.replace("format: 1", "format: 1\nconstructor: { prototype: { x: 1 } }"), "FW010", "2:1"],
  ["a megabyte text", SAMPLE.replace("Sample", "x".repeat(900_000)), "FW011", "4:8"],
  ["a megabyte in quotes", SAMPLE.replace("Sample", `"${"\\n".repeat(400_000)}"`), "FW011", "4:8"],
  ["a quote never closed", SAMPLE.replace("Sample", `"${"x\n ".repeat(200_000)}`), "FW011", "4:8"],
  ["a custom tag", SAMPLE.replace("title: Sample", "title: !!js/function 'x'"), "FW012", "4:22"],
  ["a tag on the whole", `!evil\n${SAMPLE}`, "FW012", "2:1"],
  ["a directive", `%YAML 1.1\n---\n${SAMPLE}`, "FW012", "1:1"],
  ["a list as a key", SAMPLE.replace("title: Sample", "[a, b]: Sample"), "FW013", "4:1"],
  ["an empty key", SAMPLE.replace("title: Sample", ": Sample"), "FW013", "4:1"],
  ["a hundred thousand items", `items: [${"a,".repeat(100_000)}]`, "FW014", "1:40005"],
];

/** Of this process's own work: what else runs on the machine does not count. */
function millisecondsSince(started: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1_000;
}

describe("hostile YAML", () => {
  it.each(HOSTILE)("%s", async (...[, text, code, at]) => {
    const started = process.cpuUsage();
    const problems = await problemsIn(text);
    expect(millisecondsSince(started)).toBeLessThan(1_000);
    expect(`${problems[0]?.code} ${problems[0]?.place?.line}:${problems[0]?.place?.column}`).toBe(`${code} ${at}`);
    expect(problems.every((problem) => problem.severity === "error")).toBe(true);
    expect(Object.getPrototypeOf({}) as object).not.toHaveProperty("polluted");
  });

  it("is refused with the first hundred problems, and with word of the rest", async () => {
    const started = process.cpuUsage();
    const problems = await problemsIn(`${SAMPLE}${Array.from({ length: 8_000 }, (_, i) => `k${i}: 1\n`).join("")}`);
    expect(millisecondsSince(started)).toBeLessThan(1_000);
    expect(problems).toHaveLength(101);
    expect(problems.filter((problem) => problem.code === "FW015")).toHaveLength(1);
  });

  it("cannot make a formula overflow", async () => {
    const nested = `${"(".repeat(450)}skill${")".repeat(450)}`;
    expect(await problemsIn(SAMPLE.replace("skill - self", nested))).toEqual([]);
    const long = `${"(".repeat(9_000)}skill${")".repeat(9_000)}`;
    expect((await problemsIn(SAMPLE.replace("skill - self", long))).map((one) => one.code)).toEqual(["FW026"]);
    expect(await problemsIn(SAMPLE.replace("skill - self", `"0 ${"- ".repeat(482)}skill"`))).toEqual([]);
  });

  it("cannot grow by composites of composites", async () => {
    const doubling = Array.from({ length: 12 }, (_, i) => {
      const below = i === 0 ? "skill" : `c${i - 1}`;
      return `  - { id: c${i}, title: C, about: C., formula: ${below} + ${below} }\n`;
    }).join("");
    const problems = await problemsIn(SAMPLE.replace("composites:\n", `composites:\n${doubling}`));
    expect(problems.map((one) => one.code)).toEqual(["FW068"]);
  });
});

describe("broken YAML", () => {
  it.each([
    ["title: Sample", "title: Sample: again", "FW007 4:8 S"],
    ["title: Sample", "\ttitle: Sample", "FW007 4:1 "],
    ["title: Sample", " title: Sample", "FW007 3:10 1"],
    ["title: Sample", 'title: "Sample', "FW007"],
    ["title: Sample", "title: @Sample", "FW007 4:8 @"],
    ["title: Sample", 'title: "Sa\\mple"', "FW007 4:11 \\"],
    ["title: Sample", "title", "FW007"],
    ["[K1, S1, W1, F1]", "[K1, S1, W1, F1", "FW007"],
  ])("%s → %s", async (from, to, expected) => {
    const problems = await problemsIn(SAMPLE.replace(from, to));
    expect(problems.length).toBeGreaterThan(0);
    expect(brief(problems[0] ?? expect.fail("no problem"))).toContain(expected);
    for (const problem of problems) expect(problem.message).toMatch(/^\p{Lu}.*[.]$/su);
  });

  it("may begin with a byte order mark and end its lines in the Windows way", async () => {
    expect(await problemsIn(`\uFEFF${SAMPLE.replaceAll("\n", "\r\n")}`)).toEqual([]);
    const [problem] = await problemsIn(`\uFEFF${SAMPLE.replaceAll("\n", "\r\n").replace("title:", "titel:")}`);
    expect(problem?.place?.excerpt?.text).not.toMatch(/[\r\uFEFF]/);
  });
});
