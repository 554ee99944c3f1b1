import { readFileSync } from "node:fs";
import type { Framework } from "../../src/framework/types.ts";
import type { Row } from "./released-total.ts";
import { binary, codedScale, composite, dimension, framework, item, name } from "./small-framework.ts";

const REVERSED = new Set(["C4", "R5", "I3", "S2"]);
const ITEMS = ["C", "R", "I", "S"].flatMap((letter) => [1, 2, 3, 4, 5].map((k) => `${letter}${k}`));
const itemsOf = (letter: string) => ITEMS.filter((id) => id.startsWith(letter));
const DIMENSION: Readonly<Record<string, string>> = {
  C: "credibility",
  R: "reliability",
  I: "intimacy",
  S: "self_orientation",
};

const fixture = (file: string) => readFileSync(new URL(`../fixtures/reference/${file}`, import.meta.url), "utf8");

/** The framework of the reference survey: 20 items on 1–5, a trust quotient on the log scale, one 0–10 item. */
export const staffFramework: Framework = framework({
  scales: new Map([
    ["agree", codedScale("agree", [1, 5])],
    ["recommend", codedScale("recommend", [0, 10])],
  ]),
  items: [
    ...ITEMS.map((id) => item(id, { reverse: REVERSED.has(id), dimension: DIMENSION[id[0] ?? ""] ?? "" })),
    item("recommend", { scale: "recommend" }),
  ],
  dimensions: [
    dimension("credibility", itemsOf("C")),
    dimension("reliability", itemsOf("R")),
    dimension("intimacy", itemsOf("I")),
    dimension("self_orientation", itemsOf("S"), { direction: "lower" }),
  ],
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

/** Rows of a wave (no quotes in the file), answers in framework order. */
export function staffRows(file: "staff.csv" | "staff-wave2.csv" = "staff.csv"): readonly Row[] {
  const [head = "", ...lines] = fixture(file).trim().split("\n");
  const columns = head.split(",");
  const places = staffFramework.items.map(({ id }) => columns.indexOf(id));
  return lines.map((line) => {
    const cells = line.split(",");
    return places.map((place) => (cells[place] === "" ? null : Number(cells[place])));
  });
}

interface MeanReference {
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
  readonly se: number;
  readonly ci95: readonly [number, number];
}

export interface Reference {
  readonly dimension: Readonly<
    Record<
      string,
      {
        readonly score: MeanReference;
        readonly score_with_headcount_300: MeanReference;
        readonly index: number;
        readonly favourable: {
          readonly n: number;
          readonly responses: number;
          readonly share: number;
          readonly effective_n: number;
          readonly wilson95: readonly [number, number];
        };
      }
    >
  >;
  readonly trust_quotient: {
    readonly ratio_of_means: number;
    readonly se_delta: number;
    readonly ci95_log: readonly [number, number];
    readonly index: number;
    readonly index_ci95: readonly [number, number];
  };
  readonly recommend: {
    readonly n: number;
    readonly promoters: number;
    readonly passives: number;
    readonly detractors: number;
    readonly nps: number;
    readonly adjusted_wald95: readonly [number, number];
  };
  readonly drivers_of_recommend: {
    readonly n: number;
    readonly R2: number;
    readonly raw_weight: Readonly<Record<string, number>>;
    readonly percent: Readonly<Record<string, number>>;
  };
  readonly wave2_minus_wave1: Readonly<
    Record<
      string,
      {
        readonly independent: {
          readonly n: readonly [number, number];
          readonly difference: number;
          readonly t: number;
          readonly df: number;
          readonly p: number;
          readonly ci95: readonly [number, number];
          readonly hedges_g: number;
        };
        readonly paired: {
          readonly n: number;
          readonly change: number;
          readonly t: number;
          readonly df: number;
          readonly p: number;
          readonly ci95: readonly [number, number];
        };
      }
    >
  >;
  readonly longest_run: { readonly rows_at_least_10: readonly number[] };
}

export const reference = JSON.parse(fixture("reference.json")) as Reference;
