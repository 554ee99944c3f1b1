import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import {
  answersCommandLine,
  deleteCommandLine,
  groupingOf,
  paperCommandLine,
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
  const FILES = { journal: "j.journal", csv: "j.csv" };

  it.each(["x.csv", "j", "it is/j.csv"])("names the answers where they stand elsewhere: %s", (csv) => {
    const line = resumeCommandLine({ ...FILES, csv }, setup, { data: csv });
    expect(words(line)).toEqual(["trust-audit", "survey", "--resume", "j.journal", "--data", csv]);
  });

  it.each([
    [{}, ""],
    [{ framework: "team.yaml", audience: "staff", participants: "20" }, ""],
    [{ framework: "moved.yaml" }, " -f moved.yaml"],
    [{ entry: true }, " --entry"],
    [{ keepJournal: true, screenReader: true }, " --keep-journal --screen-reader"],
    [
      { deleteJournal: true, minGroup: "3", output: ["json", "md:a b.md"] },
      " --delete-journal --min-group 3 -o json -o 'md:a b.md'",
    ],
  ])("with %j", (flags, more) => {
    expect(resumeCommandLine(FILES, setup, flags)).toBe(`trust-audit survey --resume j.journal${more}`);
  });

  it("knows paper sheets from the journal", () => {
    const sheets = { ...setup, seating: { kind: "sheets" } } as const;
    expect(resumeCommandLine(FILES, sheets, { entry: true })).toBe("trust-audit survey --resume j.journal");
  });
});

describe("the commands without a terminal", () => {
  const flags = {
    framework: "our team.yaml",
    form: "short",
    segment: ["department=Sales,R&D", "boss's site"],
    participants: "20",
    shuffle: true,
    data: "it is.csv",
    minGroup: "3",
    output: ["json"],
  };
  const asked = {
    ...setup,
    framework: { ...setup.framework, ref: "our team.yaml" },
    form: "short",
  };

  it("ask the same of the same people", () => {
    expect(words(answersCommandLine(asked, flags, "sheets.txt"))).toEqual([
      ...["trust-audit", "survey", "-f", "our team.yaml", "--audience", "staff", "--form", "short"],
      ...["--segment", "department=Sales,R&D", "--segment", "boss's site", "--answers", "sheets.txt"],
      ...["--data", "it is.csv", "--min-group", "3", "-o", "json"],
    ]);
    expect(words(paperCommandLine(asked, flags))).toEqual([
      ...["trust-audit", "frameworks", "export", "our team.yaml", "--to", "paper", "--audience", "staff"],
      ...["--form", "short", "--segment", "department=Sales,R&D", "--segment", "boss's site"],
    ]);
  });

  it("ask a room as a room", () => {
    const room = { ...setup, seating: { kind: "consensus" } } as const;
    expect(answersCommandLine(room, { consensus: true }, "s.txt")).toBe(
      "trust-audit survey -f team.yaml --audience staff --consensus --answers s.txt",
    );
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
