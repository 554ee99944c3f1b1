import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { longTable } from "../../src/render/estimates/columns.ts";
import { estimateRows } from "../../src/render/estimates/rows.ts";
import { SAMPLES } from "../formats/samples.ts";
import { SAMPLE } from "../render/sample.ts";

const PAGE = readFileSync(new URL("../../docs/outputs.md", import.meta.url), "utf8");
const TABLE = PAGE.slice(PAGE.indexOf("## CSV"), PAGE.indexOf("## Excel"));
const rows = TABLE.split("\n").flatMap((line) => /^\| (`\w+`(?:, `\w+`)*) \| (.*) \|$/.exec(line)?.slice(1, 3) ?? []);

describe("docs/outputs.md", () => {
  it("has every column of the long form, in its order", () => {
    const names = rows.filter((_, at) => at % 2 === 0).flatMap((cell) => cell.match(/\w+/g) ?? []);
    expect(names).toEqual(longTable(SAMPLE).headers);
  });

  it("knows every scope and status that occurs", () => {
    const told = new Set([...TABLE.matchAll(/`([^`]+)`/g)].map(([, word]) => word));
    const met = SAMPLES.flatMap(([, audit]) => estimateRows(audit).flatMap(({ scope, status }) => [scope, status]));
    expect([...new Set(met)].filter((word) => !told.has(word))).toEqual([]);
  });
});
