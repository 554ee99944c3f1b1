import { execFileSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ignoredFiles } from "../../../src/cli/init/ignored.ts";

let folder = "";
const git = (...argv: readonly string[]) => execFileSync("git", argv, { cwd: folder, encoding: "utf8" });
beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), "trust-audit-ignored-")));
  git("init", "--quiet");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Those of the names that `git add` would take. */
function taken(data: string, headcount: string | null, names: readonly string[]): readonly string[] {
  const [file] = ignoredFiles({ folder, repository: folder, below: "." }, { data, headcount });
  writeFileSync(path.join(folder, ".gitignore"), file?.text ?? "");
  const ignored = new Set(
    git("check-ignore", "--no-index", "--verbose", "--non-matching", ...names)
      .split("\n")
      .flatMap((line) => (/^(?:::|[^\t]*:!)/.test(line) ? [] : [line.slice(line.indexOf("\t") + 1)])),
  );
  return names.filter((name) => !ignored.has(name));
}

describe("what is kept out of Git", () => {
  it("is next month's export, too, and no table that is known to hold no answers", () => {
    const names = ["answers.csv", "answers-2026-02.csv", "january.xlsx", "old.csv.gz", "headcount.csv", "mapping.yaml"];
    expect(taken("answers.csv", null, names)).toEqual(["headcount.csv", "mapping.yaml"]);
    expect(taken("answers.csv", "asked.csv", [...names, "asked.csv"])).toEqual(["mapping.yaml", "asked.csv"]);
  });

  it("is what lies in the folder of the exports, whatever they are called", () => {
    const names = ["my exports/a.csv", "my exports/b.tsv", "my exports/c.xlsx", "notes.csv"];
    expect(taken("my exports/*.csv", "60", names)).toEqual(["notes.csv"]);
    expect(taken("data/answers [1].txt", "60", ["data/answers [1].txt", "data/2.csv"])).toEqual([]);
  });

  it("is what each run makes anew, and neither the baseline nor the audits of earlier months", () => {
    const made = [
      "audit.json",
      "gates.json",
      "report.html",
      "baseline.json",
      "baseline.history.jsonl",
      "waves/2026-01.json",
    ];
    expect(taken("exports/*.csv", null, [...made.map((name) => `trust-audit/${name}`), "respondents.csv"])).toEqual([
      "trust-audit/baseline.json",
      "trust-audit/baseline.history.jsonl",
      "trust-audit/waves/2026-01.json",
    ]);
  });
});
