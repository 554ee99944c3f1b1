import { describe, expect, it } from "vitest";
import { VERDICT_FORMATS, WAVE_FORMATS } from "../../src/cli/formats.ts";
import { runInside } from "../scenarios/inside.ts";

const WIDE = { COLUMNS: "100" };

/** What the help of a command says behind `-o`, one name after another. */
async function helped(argv: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await runInside({ argv: [...argv, "--help"], env: WIDE, stdin: Buffer.alloc(0) }, process.cwd());
  const said = /-o, --output <format\[:path\]>\s+(.*?;\s+repeatable)/s.exec(stdout)?.[1] ?? "";
  return said.replace(/;\s+repeatable/, "").split(/,\s+/);
}

/** What it takes: of a format that there is not, it names all that there are. */
async function taken(argv: readonly string[]): Promise<readonly string[]> {
  const run = { argv: ["--no-config", ...argv, "-o", "nonsense"], env: WIDE, stdin: Buffer.alloc(0) };
  const { exit, stderr } = await runInside(run, process.cwd());
  expect(exit).toBe(2);
  return (/Formats: (.*?);/s.exec(stderr)?.[1] ?? "").split(/,\s+/).filter((name) => name !== "md");
}

const COMMANDS: readonly (readonly [command: string, ...more: string[]])[] = [
  ["score", "examples/staff.csv", "-f", "trust-equation"],
  ["inspect", "examples/staff.csv", "-f", "trust-equation"],
  ["report", "a.json"],
  ["compare", "a.json", "b.json"],
  ["trend", "a.json", "b.json"],
  ["check", "a.json", "--gate", "n >= 1"],
  ["plan show", "a.json"],
  ["plan review", "a.json", "b.json"],
  ["frameworks diff", "a.yaml", "b.yaml"],
];

describe("formats", () => {
  it.each(COMMANDS)("the help of %s names those that it takes", async (command, ...more) => {
    const words = command.split(" ");
    const formats = await helped(words);
    expect(formats).toContain("json");
    expect(formats).toEqual(await taken([...words, ...more]));
  });

  it("a table of a comparison and a verdict for pipelines are among them", () => {
    expect(WAVE_FORMATS).toContain("csv");
    expect(VERDICT_FORMATS).toContain("junit");
  });

  it("doctor tells all of a report", async () => {
    const run = { argv: ["--no-config", "doctor"], env: WIDE, stdin: Buffer.alloc(0) };
    const { stdout } = await runInside(run, process.cwd());
    expect(stdout.replace(/\s+/g, " ")).toContain("junit, github, xlsx, pdf");
  });
});
