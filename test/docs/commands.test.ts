import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parseScenario, type ScenarioRun } from "../scenarios/format.ts";
import { difference } from "../scenarios/match.ts";
import { execute } from "../scenarios/run.ts";
import { type DocumentedCommand, documentedCommands, type WrittenPiece } from "./console.ts";
import { added } from "./written.ts";

const ROOT = path.resolve(import.meta.dirname, "..", "..");

const DOCUMENTS = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(path.join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => path.join("docs", file))
    .sort(),
];

function runOf({ text }: DocumentedCommand): ScenarioRun {
  const [run] = parseScenario(`# ${text}\n--- run\n${text}\n`).runs;
  if (run === undefined) throw new Error(`Not a command: ${text}`);
  return run;
}

/** As the reader does: a new file, or a piece added to one. */
async function write({ file, text }: WrittenPiece, folder: string): Promise<void> {
  const target = path.join(folder, file);
  const before = existsSync(target) ? await readFile(target, "utf8") : "";
  await writeFile(target, added(before, text));
}

/** What differs from the document; null when nothing does. */
async function deviation(command: DocumentedCommand, folder: string): Promise<string | null> {
  for (const piece of command.pieces) await write(piece, folder);
  const { exit, stdout, stderr } = await execute(runOf(command), folder);
  if (command.to !== null) await writeFile(path.join(folder, command.to), `${stdout.join("\n")}\n`);
  const where = `line ${command.line}: $ ${command.text}`;
  if (exit !== command.exit) return `${where}\nexit ${exit} instead of ${command.exit}\n${stderr.join("\n")}`;
  const found = command.output.length === 0 ? null : difference(command.output, [...stdout, ...stderr]);
  return found === null ? null : `${where}\n${found}`;
}

/** A reader follows a document from top to bottom, in one folder that has the examples. */
async function follow(commands: readonly DocumentedCommand[]): Promise<readonly string[]> {
  const folder = await mkdtemp(path.join(realpathSync(tmpdir()), "trust-audit-docs-"));
  const deviations: string[] = [];
  try {
    await cp(path.join(ROOT, "examples"), path.join(folder, "examples"), { recursive: true });
    for (const command of commands) deviations.push((await deviation(command, folder)) ?? "");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return deviations.filter((text) => text !== "");
}

const written = DOCUMENTS.map((file) => ({
  file,
  commands: documentedCommands(readFileSync(path.join(ROOT, file), "utf8")),
}));

describe("the commands of", () => {
  for (const { file, commands } of written.filter((document) => document.commands.length > 0)) {
    it(`${file} do what it says`, { timeout: 120_000 }, async () => {
      const deviations = await follow(commands);
      if (deviations.length > 0) expect.fail(`\n${deviations.join("\n\n")}\n`);
    });
  }
});

describe("the documents", () => {
  it.each(["README.md", "docs/command-line.md"])("%s shows commands", (file) => {
    const commands = written.find((document) => document.file === path.normalize(file))?.commands ?? [];
    expect(commands.length).toBeGreaterThan(8);
  });
});

describe("a console block", () => {
  const block = (text: string) =>
    documentedCommands(`Words\n\n\`\`\`console\n${text}\n\`\`\`\n\n$ trust-audit no block\n`);

  it("gives its commands with exit code and output", () => {
    const text = "$ NO_COLOR=1 trust-audit doctor\n$ trust-audit score x\n# exit 3\nerror CSV001 x\n# Not an exit";
    expect(block(text)).toEqual([
      { text: "NO_COLOR=1 trust-audit doctor", line: 4, exit: 0, output: [], to: null, pieces: [] },
      {
        text: "trust-audit score x",
        line: 5,
        exit: 3,
        output: ["error CSV001 x", "# Not an exit"],
        to: null,
        pieces: [],
      },
    ]);
  });

  it("may send its output to a file", () => {
    expect(block("$ trust-audit simulate --n 4 > a.csv\n$ trust-audit score - < a.csv")).toMatchObject([
      { text: "trust-audit simulate --n 4", to: "a.csv" },
      { text: "trust-audit score - < a.csv", to: null },
    ]);
  });

  it("finds what its reader has written before, and nothing that is only shown", () => {
    const page = (...blocks: string[]) => blocks.map((text) => `\`\`\`${text}\n\`\`\`\n`).join("\n");
    const shown = page("yaml\nid: no", "yaml a.yaml\nid: a\n\nb:", "yaml a.yaml\nc: 1", "console\n$ trust-audit -V");
    expect(documentedCommands(shown)).toMatchObject([
      {
        pieces: [
          { file: "a.yaml", text: "id: a\n\nb:\n" },
          { file: "a.yaml", text: "c: 1\n" },
        ],
      },
    ]);
    expect(() => documentedCommands(page("console\n$ trust-audit -V", "yaml a.yaml\nid: a"))).toThrow("a.yaml");
  });

  it.each(["$ rm -rf .", "output before a command"])("with %s is refused", (text) => {
    expect(() => block(text)).toThrow("Line 4");
  });
});
