import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { filesBeside, freshFiles, keepNew, namedFiles, sameLines } from "../../../src/cli/survey/files.ts";

const home = process.cwd();
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "trust-audit-files-"));
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

describe("the names of a survey's files", () => {
  it("are of the framework and the local day", () => {
    expect(freshFiles("team-trust", new Date(2026, 0, 3, 23, 59))).toEqual({
      journal: "team-trust-2026-01-03.journal",
      csv: "team-trust-2026-01-03.csv",
      comments: "team-trust-2026-01-03-comments.csv",
      report: "team-trust-2026-01-03.md",
      audit: "team-trust-2026-01-03.json",
    });
  });

  it.each(["journal", "csv", "md", "json"])("pass over a stem of which the .%s is there", (ending) => {
    writeFileSync(`t-2026-01-03.${ending}`, "");
    writeFileSync("t-2026-01-03-2-comments.csv", "");
    expect(freshFiles("t", new Date(2026, 0, 3)).csv).toBe("t-2026-01-03-3.csv");
  });

  it.each([
    ["day.one/mine.csv", "day.one/mine.journal", "day.one/mine-comments.csv"],
    ["mine.CSV", "mine.journal", "mine-comments.csv"],
    ["mine.txt", "mine.txt.journal", "mine.txt-comments.csv"],
  ])("stand beside %s", (csv, journal, comments) => {
    expect(namedFiles(csv)).toMatchObject({ csv, journal, comments });
  });

  it("stand beside a journal, whatever it is called", () => {
    expect(filesBeside("a/b.journal")).toMatchObject({ journal: "a/b.journal", csv: "a/b.csv" });
    expect(filesBeside("a/copy of b")).toMatchObject({ journal: "a/copy of b", csv: "a/copy of b.csv" });
  });
});

describe("keeping a text", () => {
  it("makes a file for its owner alone and leaves no draft", async () => {
    expect(await keepNew("a.md", "text")).toEqual({ path: "a.md", text: "text" });
    expect(statSync("a.md").mode & 0o777).toBe(0o600);
    expect(readdirSync(".")).toEqual(["a.md"]);
  });

  it("goes round what is there, and takes what says the same", async () => {
    writeFileSync("a.md", "other");
    expect((await keepNew("a.md", "text")).path).toBe("a-2.md");
    expect((await keepNew("a.md", "text")).path).toBe("a-2.md");
    expect((await keepNew("a.md", "more")).path).toBe("a-3.md");
    expect(readFileSync("a.md", "utf8")).toBe("other");
  });

  it("takes rows in another order for the same, and gives back those that stand there", async () => {
    writeFileSync("a.csv", "h\n2\n1\n");
    expect(await keepNew("a.csv", "h\n1\n2\n", sameLines)).toEqual({ path: "a.csv", text: "h\n2\n1\n" });
    expect((await keepNew("a.csv", "h\n1\n1\n", sameLines)).path).toBe("a-2.csv");
  });

  it("puts the number before the ending of the name, not of a folder", async () => {
    writeFileSync("a", "other");
    expect((await keepNew("a", "text")).path).toBe("a-2");
    await expect(keepNew("no.such/a", "text")).rejects.toMatchObject({ problems: [{ code: "OUT001" }] });
    expect(existsSync("no.such")).toBe(false);
  });

  it("of several at once loses none", async () => {
    const texts = Array.from({ length: 8 }, (_, at) => `text ${at}`);
    const kept = await Promise.all(texts.map((text) => keepNew("a.md", text)));
    expect(new Set(kept.map(({ path }) => path)).size).toBe(8);
    for (const { path, text } of kept) expect(readFileSync(path, "utf8")).toBe(text);
  });
});
