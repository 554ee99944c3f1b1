import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { configOf } from "../../../src/cli/config-flag.ts";
import { leadingOut } from "../../../src/cli/project/contained.ts";
import { dataOf } from "../../../src/cli/project/data.ts";
import { inFolder, outputsIn } from "../../../src/cli/project/folder.ts";
import { readLogo } from "../../../src/cli/project/logo.ts";
import { ProblemsError } from "../../../src/problems/problem.ts";
import { readProjectText } from "../../../src/project/read.ts";
import type { Project } from "../../../src/project/types.ts";

let folder = "";
beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), "project-")));
  mkdirSync(path.join(folder, "exports", "folder.csv"), { recursive: true });
  for (const name of ["b.csv", "a.csv", ".hidden.csv", "c.xlsx", "a(1).csv"])
    writeFileSync(path.join(folder, "exports", name), "x");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function projectOf(text: string): Promise<Project> {
  const { project, problems } = await readProjectText({ text, file: "trust-audit.yaml", folder });
  if (project === null) throw new Error(JSON.stringify(problems));
  return project;
}

async function problemsOf(work: Promise<unknown>): Promise<readonly string[]> {
  const error = await work.catch((caught: unknown) => caught);
  if (!(error instanceof ProblemsError)) throw new Error("no problem was found");
  return error.problems.map(({ code, place }) => `${code} ${place?.line}:${place?.column}`);
}

describe("the exports of a project", () => {
  const names = async (text: string) =>
    (await dataOf(await projectOf(text))).files.map((file) => path.relative(folder, file).replaceAll("\\", "/"));

  it("are those that fit a pattern, in alphabetical order, each once", async () => {
    expect(await names("data: exports/*.csv\n")).toEqual(["exports/a(1).csv", "exports/a.csv", "exports/b.csv"]);
    expect(await names("data: [exports/b.csv, exports/*.csv]\n")).toEqual([
      "exports/b.csv",
      "exports/a(1).csv",
      "exports/a.csv",
    ]);
    expect(await names("data: exports/a(*).csv\n")).toEqual(["exports/a(1).csv"]);
    expect(await names("data: later.csv\n")).toEqual(["later.csv"]);
  });

  it("are told of where one pattern fits several", async () => {
    const warnings = async (text: string) =>
      (await dataOf(await projectOf(text))).warnings.map(({ message }) => message);
    const words = '3 files are scored as one survey: "a(1).csv", "a.csv", "b.csv".';
    expect(await warnings("data: [exports/a.csv, exports/*.csv]\n")).toEqual([words]);
    expect(await warnings("data: [exports/a.csv, exports/b.csv, exports/a(*).csv]\n")).toEqual([]);
  });

  it("are missed at their lines, all together", async () => {
    const project = await projectOf("data:\n  - exports/*.tsv\n  - exports/a.csv\n  - absent/*.csv\n");
    expect(await problemsOf(dataOf(project))).toEqual(["PF009 2:5", "PF009 4:5"]);
  });
});

describe("paths of a project file", () => {
  it("begin at its folder", () => {
    expect(inFolder({ folder: ".." }, "a/b.json")).toBe(path.join("..", "a", "b.json"));
    expect(inFolder({ folder: ".." }, path.resolve("a.json"))).toBe(path.resolve("a.json"));
    expect(outputsIn({ folder: "up" }, ["terminal", "json:-", "html:a.html", "csv:"])).toEqual([
      "terminal",
      "json:-",
      `html:${path.join("up", "a.html")}`,
      "csv:",
    ]);
  });

  it("lead nowhere else to be written where the file was found and not named", async () => {
    const inside = "audit: results/audit.json\noutput: [terminal, html:r.html]\n";
    expect(leadingOut(await projectOf(inside))).toEqual([]);
    const outside =
      "audit: ../a.json\nbaseline: a/../../b.json\noutput: [terminal, html:/etc/x]\ncheck: { output: junit:.. }\n";
    expect(leadingOut(await projectOf(outside)).map(({ code, place }) => `${code} ${place?.line}`)).toEqual([
      "PF006 1",
      "PF006 2",
      "PF006 3",
      "PF006 4",
    ]);
  });

  it.skipIf(process.platform === "win32")("lead nowhere else through links that lie there either", async () => {
    const away = realpathSync(mkdtempSync(path.join(tmpdir(), "away-")));
    writeFileSync(path.join(away, "there.json"), "mine");
    symlinkSync(away, path.join(folder, "out"));
    symlinkSync(path.join(away, "there.json"), path.join(folder, "there.json"));
    symlinkSync(path.join(away, "new.json"), path.join(folder, "new.json"));
    symlinkSync(path.join(folder, "exports"), path.join(folder, "within"));
    const codes = async (text: string) => leadingOut(await projectOf(text)).map(({ place }) => place?.line);
    expect(await codes("audit: out/a.json\nbaseline: there.json\noutput: [terminal, html:new.json]\n")).toEqual([
      1, 2, 3,
    ]);
    expect(await codes("audit: out/deep/er/a.json\n")).toEqual([1]);
    expect(await codes("audit: within/a.json\noutput: html:deep/er/a.html\n")).toEqual([]);
    rmSync(away, { recursive: true });
  });
});

describe("the flag that names a project file", () => {
  it.each([
    [[], undefined],
    [["score", "--config", "a.yaml", "x"], "a.yaml"],
    [["--config=a.yaml", "score"], "a.yaml"],
    [["score", "--no-config"], false],
    [["--config", "a.yaml", "--no-config"], false],
    [["score", "--", "--no-config"], undefined],
  ])("in %j", (argv, config) => expect(configOf(argv)).toBe(config));
});

describe("a logo", () => {
  const logo = async (name: string, bytes: string | Buffer) => {
    writeFileSync(path.join(folder, name), bytes);
    return readLogo(await projectOf(`report: { logo: ${name} }\n`));
  };
  const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2]);

  it("is told by its bytes, whatever its name", async () => {
    expect(await logo("a.gif", PNG)).toBe(`data:image/png;base64,${PNG.toString("base64")}`);
    expect(await logo("b.png", Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toMatch(/^data:image\/jpeg;base64,/);
    for (const svg of ["<svg/>", '\uFEFF<?xml version="1.0"?>\n<!-- made by hand -->\n<svg xmlns="x">'])
      expect(await logo("c.svg", svg)).toMatch(/^data:image\/svg\+xml;base64,/);
    expect(await readLogo(await projectOf("audit: a\n"))).toBeNull();
  });

  it.skipIf(process.platform === "win32")("is no device and no pipe, which would never end", async () => {
    execFileSync("/bin/sh", ["-c", 'mkfifo "$0"', path.join(folder, "pipe.png")]);
    expect(await problemsOf(readLogo(await projectOf("report: { logo: pipe.png }\n")))).toEqual(["PF008 1:17"]);
    expect(await problemsOf(readLogo(await projectOf("report: { logo: /dev/zero }\n")))).toEqual(["PF008 1:17"]);
  });

  it("is refused where it is none, too large, or not there", async () => {
    expect(await problemsOf(logo("d.svg", "<html><svg/></html>"))).toEqual(["PF008 1:17"]);
    expect(await problemsOf(logo("e.png", Buffer.concat([PNG, Buffer.alloc(512 * 1024)])))).toEqual(["PF008 1:17"]);
    expect(await problemsOf(readLogo(await projectOf("report: { logo: absent.png }\n")))).toEqual(["PF007 1:17"]);
  });
});
