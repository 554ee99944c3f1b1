import { describe, expect, it } from "vitest";
import { systemProblem } from "../../../src/sources/csv/problems.ts";

describe("more files at once than the system lets a program open", () => {
  it.each(["EMFILE", "ENFILE"])("%s says so, and what to do", (reason) => {
    const { message, help } = systemProblem("a.csv", reason);
    expect(message).toBe("Too many files are open at once.");
    expect(help).toContain("ulimit -n");
  });
});
