import type { ResponseAdvice } from "../audit/types.ts";
import { standings } from "./standing.ts";
import type { Voice } from "./voices.ts";

/** The framework's answer to every dimension that is shown below its target, in each audience; largest gap (index points) first. */
export function findResponses(voices: readonly Voice[]): readonly ResponseAdvice[] {
  return voices
    .flatMap(({ whose, framework, cell }) => {
      const known = new Map(framework.dimensions.map(({ id, response }) => [id, response]));
      return standings(cell).flatMap(({ dimension, title, index, target, gap }) => {
        const response = known.get(dimension);
        return response === undefined || gap === 0
          ? []
          : [{ gap, advice: { audience: whose, dimension, title, index, target, response } }];
      });
    })
    .sort((a, b) => b.gap - a.gap)
    .map(({ advice }) => advice);
}
