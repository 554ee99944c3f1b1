import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import {
  deleteCommandLine,
  groupingOf,
  resumeCommandLine,
  scoreCommandLine,
} from "../../../src/cli/survey/commands.ts";
import type { InterviewSetup, SegmentQuestion } from "../../../src/interview/types.ts";

const setup: InterviewSetup = {
  framework: { ref: "team.yaml", id: "team-trust", version: "1.0.0", hash: "" },
  audience: "staff",
  form: null,
  seating: { kind: "participants", count: 20 },
  shuffle: null,
  segments: [],
};
const asking = (...names: readonly string[]): readonly SegmentQuestion[] =>
  names.map((name) => ({ name, options: [] }));

/** The words a POSIX shell makes of a line. */
function words(line: string): readonly string[] {
  const text = execFileSync("sh", ["-c", `for word in ${line}; do printf '%s\\n' "$word"; done`], { encoding: "utf8" });
  return text.trimEnd().split("\n");
}

describe("the command that scores again", () => {
  const scored = { csv: "a.csv", framework: "team.yaml" };

  it.each([
    [[], []],
    [["site"], ["--by", "site"]],
    [["R&D / Lab"], ["--by", '"R&D / Lab"']],
    [["boss's team"], ["--by", "boss's team"]],
    [["site", "department"], []],
  ])("of a survey that asks for %j", (names, by) => {
    expect(words(scoreCommandLine({ ...setup, segments: asking(...names) }, scored))).toEqual([
      "trust-audit",
      "score",
      "a.csv",
      "-f",
      "team.yaml",
      ...by,
    ]);
  });

  it("names what the file does not tell", () => {
    const line = scoreCommandLine(
      { ...setup, form: "short" },
      { csv: "it is.csv", framework: "old.yaml", minGroup: "3" },
    );
    expect(line).toBe("trust-audit score 'it is.csv' -f old.yaml --form short --min-group 3");
  });

  it("compares no groups within one assessment", () => {
    expect(groupingOf({ ...setup, seating: { kind: "one" }, segments: asking("site") })).toBe(null);
  });
});

describe("the command that goes on", () => {
  it.each([
    [{}, ""],
    [{ framework: "team.yaml", audience: "staff", participants: "20" }, ""],
    [{ framework: "moved.yaml" }, " -f moved.yaml"],
    [{ entry: true }, " --entry"],
    [{ data: "x.csv" }, ""],
    [{ data: "x.csv", resume: "j.journal" }, " --data x.csv"],
    [{ keepJournal: true, screenReader: true }, " --keep-journal --screen-reader"],
    [
      { deleteJournal: true, minGroup: "3", output: ["json", "md:a b.md"] },
      " --delete-journal --min-group 3 -o json -o 'md:a b.md'",
    ],
  ])("with %j", (flags, more) => {
    expect(resumeCommandLine("j.journal", setup, flags)).toBe(`trust-audit survey --resume j.journal${more}`);
  });

  it("knows paper sheets from the journal", () => {
    const sheets = { ...setup, seating: { kind: "participants", count: 0 } } as const;
    expect(resumeCommandLine("j.journal", sheets, { entry: true })).toBe("trust-audit survey --resume j.journal");
  });
});

describe("the command that deletes", () => {
  it("names each file as one word", () => {
    expect(words(deleteCommandLine(["a.csv", "it's.csv", "$HOME `x`.md"]))).toEqual([
      "rm",
      "a.csv",
      "it's.csv",
      "$HOME `x`.md",
    ]);
  });
});
