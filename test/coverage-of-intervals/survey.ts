/** The survey that the made-up populations answer. */
import type { Framework } from "../../src/framework/types.ts";
import {
  binary,
  call,
  codedScale,
  composite,
  dimension,
  framework,
  item,
  name,
} from "../statistics/small-framework.ts";

/** Three measures of five items; a negative sign: a high answer is bad. `offset`: how far people rate it above the others. */
export const MEASURES = [
  { id: "skill", offset: 0, sign: 1 },
  { id: "care", offset: -0.1, sign: 1 },
  { id: "selfish", offset: 0.1, sign: -1 },
] as const;

const itemsOf = (id: string) => [1, 2, 3, 4, 5].map((k) => `${id}${k}`);

export const survey: Framework = framework({
  scales: new Map([
    ["agree", codedScale("agree", [1, 5])],
    ["recommend", codedScale("recommend", [0, 10])],
  ]),
  items: [
    ...MEASURES.flatMap(({ id }) => itemsOf(id).map((one) => item(one, { dimension: id }))),
    item("recommend", { scale: "recommend" }),
    item("satisfied"),
  ],
  dimensions: MEASURES.map(({ id, sign }) => dimension(id, itemsOf(id), { direction: sign > 0 ? "higher" : "lower" })),
  composites: [
    composite("ratio", "(skill + care) / selfish", {
      tree: binary(binary(name("skill"), "+", name("care")), "/", name("selfish")),
      inputs: ["skill", "care", "selfish"],
      transform: "log",
      worst: 2 / 5,
      best: 10,
    }),
  ],
  outcomes: [
    { id: "recommend", item: "recommend", title: "Would recommend us", statistic: "nps" },
    { id: "satisfied", item: "satisfied", title: "Satisfied", statistic: "csat" },
  ],
});

/** The same with a formula that has a kink: its draws take as long as all the rest. */
export const kinkedSurvey: Framework = {
  ...survey,
  composites: [
    composite("weakest", "min(skill, care)", {
      tree: call("min", name("skill"), name("care")),
      inputs: ["skill", "care"],
    }),
  ],
};
