import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CommandWords, placed } from "../../src/cli/completion/words.ts";
import { completionScript } from "../../src/cli/completion.ts";
import type { Host } from "../../src/cli/host.ts";
import { commandWords } from "../../src/commands/completion.ts";
import { createProgram } from "../../src/program.ts";

const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
/** Building the command tree asks for no more of the world than this. */
const host = { stdout: silent, stderr: silent, width: 80 } as unknown as Host;
const tree = commandWords(createProgram({ host, finish: () => undefined }));

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "completion-"));
  for (const file of ["answers.csv", "audit.json", "own file.yaml"]) writeFileSync(join(folder, file), "");
  mkdirSync(join(folder, "reports"));
  for (const shell of ["bash", "zsh", "fish"] as const)
    writeFileSync(join(folder, `script.${shell}`), completionScript(shell, tree));
});
afterAll(() => rmSync(folder, { recursive: true }));

const FILES = ["answers.csv", "audit.json", "own file.yaml", "reports", "script.bash", "script.fish", "script.zsh"];
const IDS = ["distrust-symptoms", "trust-equation"];

describe("the bash script, run in bash", () => {
  /** Words as bash hands them over (`=` and `:` are words of their own); the last one is being completed. */
  function complete(...words: string[]): readonly string[] {
    const script = `
      source ./script.bash
      trust-audit() { [[ "$*" == "frameworks list --ids" ]] && printf '%s\\n' ${IDS.join(" ")}; }
      COMP_WORDS=(trust-audit "$@"); COMP_CWORD=$#
      _trust_audit
      printf '%s\\n' "\${COMPREPLY[@]}"`;
    const text = execFileSync("bash", ["-c", script, "bash", ...words], { cwd: folder, encoding: "utf8" });
    return text
      .split("\n")
      .filter((line) => line !== "")
      .sort();
  }

  const cases: readonly [string, readonly string[], readonly string[]][] = [
    ["a command", ["sc"], ["score"]],
    ["a command of a project", ["in"], ["init", "inspect"]],
    ["what runs a project", ["init", "--pipeline", "gi"], ["github", "gitlab"]],
    ["a folder", ["init", "rep"], ["reports"]],
    ["an audit to check", ["check", "au"], ["audit.json"]],
    ["audits over time", ["trend", "audit.json", "au"], ["audit.json"]],
    ["a sub-command", ["frameworks", "li"], ["lint", "list"]],
    ["after a switch", ["--quiet", "sc"], ["score"]],
    ["help on a command", ["help", "rep"], ["report"]],
    ["files", ["score", ""], FILES],
    ["more files", ["score", "answers.csv", "o"], ["own file.yaml"]],
    ["one file only where one is wanted", ["report", "audit.json", ""], []],
    ["a framework or a file", ["score", "-f", ""], [...IDS, ...FILES]],
    ["a framework by its beginning", ["score", "answers.csv", "--framework", "tru"], ["trust-equation"]],
    ["a framework as an argument", ["frameworks", "show", "dis"], ["distrust-symptoms"]],
    ["choices", ["score", "--on-unknown", ""], ["error", "missing"]],
    ["the only choice", ["score", "--only", ""], ["scores"]],
    ["an earlier export", ["score", "--previous", "ans"], ["answers.csv"]],
    ["two audits", ["compare", "audit.json", "au"], ["audit.json"]],
    ["no third audit", ["compare", "a.json", "b.json", ""], []],
    ["choices after =", ["score", "--on-unknown", "="], ["error", "missing"]],
    ["choices after = and a beginning", ["score", "--on-unknown", "=", "m"], ["missing"]],
    ["choices of an argument", ["completion", ""], ["bash", "fish", "zsh"]],
    ["formats", ["score", "-o", "j"], ["json", "junit"]],
    ["a file after a format", ["report", "audit.json", "-o", "json", ":"], FILES],
    ["a file after a format and a beginning", ["report", "-o", "json", ":", "au"], ["audit.json"]],
    ["free words are left alone", ["score", "--by", ""], []],
    ["after a finished value", ["score", "--by", "department", "ans"], ["answers.csv"]],
    ["after a finished value with =", ["score", "--by", "=", "department", "ans"], ["answers.csv"]],
    ["a file named like a command", ["score", "report", "ans"], ["answers.csv"]],
    ["a value named like a command", ["score", "--by", "report", "--on-r"], ["--on-ragged"]],
    ["options, inherited ones too", ["score", "--no"], ["--no-color", "--no-config"]],
    ["options of a sub-command", ["frameworks", "list", "--i"], ["--ids"]],
    ["no options of another command", ["report", "--on"], []],
    ["the version on the program alone", ["--ver"], ["--version"]],
    ["not on a command", ["score", "--ver"], []],
  ];
  it.each(cases)("%s", (...[, words, expected]) => {
    expect(complete(...words)).toEqual([...expected].sort());
  });

  it("offers every option of every command", () => {
    for (const { path, command } of placed(tree)) {
      const offered = new Set(complete(...path.split(" ").slice(1), "-"));
      expect(offered, path).toEqual(new Set(command.options.flatMap(({ names }) => names)));
    }
  });
  it("registers itself and says nothing when loaded", () => {
    const script = "source ./script.bash; complete -p trust-audit";
    const { stdout, stderr } = spawnSync("bash", ["-c", script], { cwd: folder, encoding: "utf8" });
    expect([stdout, stderr]).toEqual(["complete -F _trust_audit trust-audit\n", ""]);
  });
});

it("the command prints the script of the shell it is given, and no other", async () => {
  const printed: string[] = [];
  const stdout = new Writable({ write: (chunk, _encoding, done) => done(void printed.push(String(chunk))) });
  const program = () => createProgram({ host: { ...host, stdout }, finish: () => undefined });
  await program().parseAsync(["completion", "fish"], { from: "user" });
  expect(printed.join("")).toBe(completionScript("fish", tree));
  await expect(program().parseAsync(["completion", "tcsh"], { from: "user" })).rejects.toThrow("bash, zsh, fish");
});

describe("zsh and fish", () => {
  const has = (shell: string) => spawnSync(shell, ["-c", "true"]).status === 0;
  for (const shell of ["zsh", "fish"])
    it.skipIf(!has(shell))(`${shell} accepts the script`, () => {
      execFileSync(shell, ["-n", join(folder, `script.${shell}`)]);
    });
  it("the zsh script is well quoted", () => {
    // Bash reads zsh's quotes, brackets and blocks by the same rules when it does not run them.
    execFileSync("bash", ["-n", join(folder, "script.zsh")]);
  });
  it("zsh is told names, words and values", () => {
    const script = completionScript("zsh", tree);
    expect(script).toContain("'(-f --framework)'{-f+,--framework=}'[");
    expect(script).toContain("]:value:_trust_audit__frameworks'");
    expect(script).toContain("'*'{-o+,--output=}'[");
    expect(script).toContain(":value:(error missing)'");
    expect(script).toContain("'*:argument:_files'");
    expect(script).toContain("score) _trust_audit_score ;;");
  });
  it("fish is told names, words and values", () => {
    const lines = completionScript("fish", tree).split("\n");
    const score = "complete -c trust-audit -n '__fish_seen_subcommand_from score'";
    expect(lines.some((line) => line.startsWith(`${score} -s f -l framework -r -F -a '(trust-audit `))).toBe(true);
    expect(lines.some((line) => line.startsWith(`${score} -l on-unknown -r -f -a 'error missing' -d '`))).toBe(true);
    expect(lines).toContain(`${score} -F`);
    expect(lines.filter((line) => line.includes("-l version"))).toEqual([
      expect.stringContaining("-n 'not __fish_seen_subcommand_from frameworks init survey score "),
    ]);
    expect(lines.every((line) => line === "" || /^(#|complete -c trust-audit )/.test(line))).toBe(true);
  });
  it.each(["bash", "zsh", "fish"] as const)("%s: hostile words stay words", (shell) => {
    const hostile: CommandWords = {
      name: "trust-audit",
      about: "",
      options: [{ names: ["--it"], about: "it's [a] $(trap): \\ `x`", value: ["a'b"], repeatable: false }],
      arguments: [],
      commands: [],
    };
    const script = completionScript(shell, hostile);
    if (shell === "fish") expect(script).toContain("-d 'it\\'s [a] $(trap): \\\\ `x`'");
    else execFileSync("bash", ["-n"], { input: script });
  });
});
