import { readFileSync } from "node:fs";
import path from "node:path";
import { Writable } from "node:stream";
import type { Command } from "commander";
import { describe, expect, it } from "vitest";
import type { Host } from "../../src/cli/host.ts";
import { createProgram } from "../../src/program.ts";
import { parseCommandLine } from "../scenarios/command-line.ts";

const ROOT = path.resolve(import.meta.dirname, "..", "..");
const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
/** Building and parsing ask for no more of the world than this. */
const host = { stdout: silent, stderr: silent, width: 80 } as unknown as Host;

/** The command tree with every action replaced by one that only notes that it was reached. */
function listening(): { program: Command; reached: string[] } {
  const program = createProgram({ host, finish: () => undefined });
  const reached: string[] = [];
  for (const command of all(program))
    if (command.commands.length === 0) command.action(() => void reached.push(pathOf(command)));
  return { program, reached };
}

function all(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(all)];
}

function pathOf(command: Command): string {
  return command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();
}

function helpOf(command: Command): string {
  const parts: string[] = [];
  command.configureOutput({ writeOut: (part) => void parts.push(part) });
  command.outputHelp();
  return parts.join("");
}

/** The trust-audit part of `  $ cat x | trust-audit score -  says what`. */
function exampleLines(help: string): readonly string[] {
  return [...help.matchAll(/^ {2}\$ (.+?)(?: {2,}.*)?$/gm)].map(([, line = ""]) =>
    line.replace(/^.*?(?=trust-audit)/, "").replace(/(?: [|>].*|\))$/, ""),
  );
}

const { program } = listening();
const helps = all(program).map((command) => ({ name: pathOf(command), help: helpOf(command) }));
const examples = helps.flatMap(({ name, help }) => exampleLines(help).map((line) => ({ name, line })));

describe("the help of", () => {
  it.each(helps)("$name shows an example", ({ help }) => {
    expect(exampleLines(help).length).toBeGreaterThan(0);
  });

  it.each(examples)("$name: $line can be typed", async ({ line }) => {
    const { program: tree, reached } = listening();
    await tree.parseAsync(parseCommandLine(line).argv, { from: "user" });
    expect(reached).toHaveLength(1);
  });

  it.each(["trust-audit scor x", "trust-audit score x -f y --bye z", "trust-audit completion csh"])(
    "%s could not be typed",
    async (line) => {
      await expect(listening().program.parseAsync(parseCommandLine(line).argv, { from: "user" })).rejects.toThrow();
    },
  );
});

describe("docs/command-line.md", () => {
  const text = readFileSync(path.join(ROOT, "docs", "command-line.md"), "utf8");
  const sections = new Map(
    text.split(/^## /m).map((section) => [/^(trust-audit(?: [a-z]+)*)/.exec(section)?.[1] ?? "", section]),
  );
  const leaves = all(program).filter((command) => command.commands.length === 0);

  it("has a section for every command, and no other", () => {
    const named = [...sections.keys()].filter((name) => name !== "");
    expect(named.sort()).toEqual(leaves.map(pathOf).sort());
  });

  it.each(leaves.map((command) => ({ name: pathOf(command), command })))("$name lists its options", (leaf) => {
    const rows = (sections.get(leaf.name) ?? "").match(/^\| `-.*?\|/gm) ?? [];
    const listed = rows.flatMap((row) => row.match(/--[a-z-]+/g) ?? []);
    const known = leaf.command.options.map((option) => option.long);
    expect(listed.sort()).toEqual(known.sort());
  });

  it("lists the options of every command at the top", () => {
    const head = text.slice(0, text.indexOf("## "));
    for (const option of program.options) expect(head).toContain(option.long);
  });
});
