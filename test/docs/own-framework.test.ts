import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { documentedCommands } from "./console.ts";
import { added } from "./written.ts";

const ROOT = path.resolve(import.meta.dirname, "..", "..");
const read = (...parts: string[]): string => readFileSync(path.join(ROOT, ...parts), "utf8");

describe("docs/own-framework.md", () => {
  const page = read("docs", "own-framework.md");
  const commands = documentedCommands(page);
  const pieces = commands.flatMap((one) => one.pieces);
  const whole = pieces.reduce((file, { text }) => added(file, text), "");

  it("ends in the file of the examples, letter by letter", () => {
    expect(whole).toBe(read("examples", "own-framework", "handover-trust.yaml"));
  });

  it("tries each piece before it goes on", () => {
    const tries = commands.filter((one) => one.pieces.length > 0);
    expect(tries.map(({ text }) => text)).toEqual(tries.map(() => "trust-audit frameworks lint handover-trust.yaml"));
    expect(tries).toHaveLength(12);
  });

  it("begins with three dimensions and nine items, two audiences with weights of their own, and a circle", () => {
    const first = commands.filter((one) => one.pieces.length > 0).slice(0, 2);
    const file = first.flatMap((one) => one.pieces).reduce((before, { text }) => added(before, text), "");
    const { dimensions, items, links, composites } = parse(file) as Record<string, { from: string; to: string }[]>;
    expect([dimensions?.length, items?.length, links?.length]).toEqual([3, 9, 3]);
    expect(links?.map(({ to }) => to).sort()).toEqual(links?.map(({ from }) => from).sort());
    expect(JSON.stringify(composites)).toContain('"weights":{"customers":{');
  });

  it("has a step for every further word of the format", () => {
    for (const key of ["ladder", "journey", "triage", "context", "lenses", "outlook", "scales"])
      expect(parse(whole), key).toHaveProperty(key);
    for (const word of ["supplementary: true", "companions:", "response:", "importance:", "figure:"])
      expect(whole).toContain(word);
  });
});

describe.each(["docs/own-framework.md", "docs/profiles.md", "docs/frameworks/README.md", "docs/reading-a-report.md"])(
  "%s",
  (file) => {
    const page = read(file);
    const links = [...page.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);

    it("points at pages and headings that are there", () => {
      expect(links.filter((link) => !leadsSomewhere(file, link))).toEqual([]);
      expect(links.length).toBeGreaterThan(0);
    });
  },
);

/** Headings as the usual viewers of Markdown name them. */
function leadsSomewhere(file: string, link: string): boolean {
  const [page = "", heading] = link.split("#");
  const target = page === "" ? file : path.join(path.dirname(file), page);
  if (!existsSync(path.join(ROOT, target))) return false;
  const names = [...read(target).matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, "")
      .replaceAll(" ", "-"),
  );
  return heading === undefined || names.includes(heading);
}

describe("docs/frameworks/README.md", () => {
  const page = read("docs", "frameworks", "README.md");
  const rows = page.match(/^\| \[`[a-z-]+`\]/gm) ?? [];

  it("has one row for each bundled framework", () => {
    const bundled = bundledIds();
    expect(bundled).toHaveLength(10);
    expect(rows.map((row) => /`([a-z-]+)`/.exec(row)?.[1]).sort()).toEqual(bundled);
  });
});

/** As the page shows them; that the program says the same is tested where commands are. */
function bundledIds(): readonly string[] {
  const file = documentedCommands(read("docs", "frameworks", "README.md"));
  return file.flatMap(({ text, output }) => (text.endsWith("--ids") ? output : [])).sort();
}
