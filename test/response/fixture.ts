import type { CodedScale, FigureScale, Framework, Item } from "../../src/framework/types.ts";
import type { NamedColumns } from "../../src/response/columns/named-columns.ts";
import type { SegmentColumn } from "../../src/response/source-plan.ts";
import type { TableHead } from "../../src/response/table-head.ts";
import { plainLayout } from "../../src/response/table-head.ts";
import { dimension, framework, item } from "../fixture.ts";

/** A small framework for reading exports, in the compiled form. */
export const AGREE: CodedScale = {
  kind: "coded",
  id: "agree",
  title: "Agreement, 1 to 5",
  points: [
    { code: 1, label: "Strongly disagree", aliases: ["Disagree strongly"] },
    { code: 2, label: "Disagree", aliases: [] },
    { code: 3, label: "Neither agree nor disagree", aliases: ["Neutral", "Undecided"] },
    { code: 4, label: "Agree", aliases: [] },
    { code: 5, label: "Strongly agree", aliases: ["Agree strongly"] },
  ],
  min: 1,
  max: 5,
  favourable: [4, 5],
  favourableWhenLower: [1, 2],
  notApplicable: ["Not my field", "-98"],
  dontKnow: ["Ask someone else"],
};

export const RATING: CodedScale = {
  kind: "coded",
  id: "rating",
  title: "0 to 10",
  points: Array.from({ length: 11 }, (_, code) => ({
    code,
    aliases: [],
    ...(code === 0 ? { label: "Not at all likely" } : code === 10 ? { label: "Extremely likely" } : {}),
  })),
  min: 0,
  max: 10,
  favourable: [9, 10],
  favourableWhenLower: [0, 1],
  notApplicable: [],
  dontKnow: [],
};

export const TURNOVER: FigureScale = {
  kind: "figure",
  id: "turnover",
  title: "Staff turnover",
  worst: 35,
  best: 8,
  decimals: 2,
  unit: "% a year",
  notApplicable: [],
  dontKnow: [],
};

const text = (customers: string, employees: string): Partial<Item> => ({
  text: new Map([
    ["customers", customers],
    ["employees", employees],
  ]),
});

export const SMALL: Framework = framework({
  title: "Small",
  audiences: [
    { id: "customers", title: "Customers", standsFor: ["customers"] },
    { id: "employees", title: "Employees", standsFor: ["employees"] },
  ],
  scales: new Map<string, CodedScale | FigureScale>([
    ["agree", AGREE],
    ["rating", RATING],
    ["turnover", TURNOVER],
  ]),
  items: [
    item(
      "C1",
      "credibility",
      text("The people at this company know their trade.", "Our company has the skills for its work."),
    ),
    item(
      "C2",
      "credibility",
      text("What they promise in advertising is what I get.", "What we promise customers is what we deliver."),
    ),
    item(
      "R1",
      "reliability",
      text("They don't keep me waiting for answers.", "Questions to our leaders are answered within days."),
    ),
    item("R2", "reliability", text("Our company has the skills for its work.", "Deadlines here are met.")),
    item("recommend", undefined, {
      scale: "rating",
      optional: true,
      ...text("I would recommend them to a friend.", "I would recommend working here."),
    }),
  ],
  dimensions: [dimension("credibility", ["C1", "C2"]), dimension("reliability", ["R1", "R2"])],
  forms: [{ id: "short", title: "Short form", items: ["C1", "R1"] }],
});

export { RULES } from "../settings.ts";

/** sample: cells of the first data rows, each on the line after the one before. */
export function head(
  headers: readonly string[],
  {
    sample = [],
    ...more
  }: Partial<Omit<TableHead, "sample">> & { readonly sample?: readonly (readonly string[])[] } = {},
): TableHead {
  const lines = (cells: readonly string[]): number => cells.join("").split("\n").length;
  return {
    ...plainLayout(headers, "test"),
    file: "staff.csv",
    dialect: "plain",
    encoding: "utf-8",
    bom: false,
    delimiter: ",",
    compressed: false,
    sheet: null,
    headerLine: 1,
    sample: sample.map((cells, at) => ({
      cells,
      line:
        (more.headerLine ?? 1) +
        [more.headers ?? headers, ...sample.slice(0, at)].reduce((sum, row) => sum + lines(row), 0),
    })),
    ...more,
  };
}

/** Where the user names no column. */
export const NOTHING_NAMED: NamedColumns = { segments: [], weight: null, id: null };

/** What `--by` asks for, one column each. */
export function grouped(...columns: readonly string[]): readonly SegmentColumn[] {
  return columns.map((column) => ({ flag: "--by", column }));
}
