/** The reference survey: two waves of made-up answers, and what R makes of them (test/fixtures/reference). */
import { readFileSync } from "node:fs";
import type { Framework } from "../../src/framework/types.ts";
import { binary, codedScale, composite, dimension, framework, item, name } from "../statistics/small-framework.ts";

/** Numbers, and how they are nested. */
export type Tree = number | string | readonly Tree[] | { readonly [key: string]: Tree };

interface Declared {
  readonly items: Readonly<Record<string, readonly string[]>>;
  readonly reversed: readonly string[];
  readonly range: readonly [number, number];
  readonly min_answered: number;
}

const text = (file: string) => readFileSync(new URL(`../fixtures/reference/${file}`, import.meta.url), "utf8");

export const reference: Tree = JSON.parse(text("reference.json"));
const declared: Declared = JSON.parse(text("reference.json"));

/** Its framework, made of what the reference declares: 20 items, a trust quotient on the log scale, one 0–10 item. */
export const staffFramework: Framework = framework({
  scales: new Map([
    ["agree", codedScale("agree", declared.range)],
    ["recommend", codedScale("recommend", [0, 10])],
  ]),
  items: [
    ...Object.entries(declared.items).flatMap(([of, ids]) =>
      ids.map((id) => item(id, { dimension: of, reverse: declared.reversed.includes(id) })),
    ),
    item("recommend", { scale: "recommend" }),
  ],
  dimensions: Object.entries(declared.items).map(([id, ids]) =>
    dimension(id, ids, {
      direction: id === "self_orientation" ? "lower" : "higher",
      minAnswered: declared.min_answered,
      min: declared.range[0],
      max: declared.range[1],
    }),
  ),
  composites: [
    composite("trust", "(credibility + reliability + intimacy) / self_orientation", {
      tree: binary(
        binary(binary(name("credibility"), "+", name("reliability")), "+", name("intimacy")),
        "/",
        name("self_orientation"),
      ),
      inputs: ["credibility", "reliability", "intimacy", "self_orientation"],
      transform: "log",
      worst: 3 / 5,
      best: 15,
    }),
  ],
  outcomes: [{ id: "recommend", item: "recommend", title: "Would recommend us", statistic: "nps" }],
});

/** One respondent of the reference survey. */
export interface Respondent {
  readonly id: string;
  readonly department: string;
  /** In framework order; null: unanswered. */
  readonly answers: readonly (number | null)[];
}

/** The rows of a wave; no cell of theirs is quoted. */
export function respondents(file: "staff.csv" | "staff-wave2.csv"): readonly Respondent[] {
  const [head = "", ...lines] = text(file).trim().split("\n");
  const columns = head.split(",");
  const places = staffFramework.items.map(({ id }) => columns.indexOf(id));
  return lines.map((line) => {
    const cells = line.split(",");
    const answers = places.map((place) => (cells[place] === "" ? null : Number(cells[place])));
    return { id: cells[columns.indexOf("id")] ?? "", department: cells[columns.indexOf("department")] ?? "", answers };
  });
}
