/**
 * Searches, for every strategy of the catalogue, the pattern of answers in which it stands highest in the plan for its own
 * sake (of equal ones the simplest), and writes the table that a test keeps true: test/diagnosis/patterns.json. Tries each
 * dimension alone, pairs, and all together, with every answer about the breach. To be run when strategies, facets or
 * frameworks have changed; takes seconds.
 *
 *     node scripts/plan-patterns.mjs && npx biome check --write test/diagnosis/patterns.json
 */
import { writeFileSync } from "node:fs";
import { inRoot } from "./build/paths.mjs";
import { loadTypeScript } from "./statistics/page.mjs";

/** @typedef {{ framework: string, audience: string, low: readonly string[], answers?: Record<string, string> }} Pattern */

const PAIRS = 120;

const { bundledFrameworks, bundledStrategies } = await loadTypeScript("test/diagnosis/bundled.ts");
const { dimensionsFor, planOf, rankIn } = await loadTypeScript("test/diagnosis/pattern.ts");
const strategies = await bundledStrategies();
/** @type {Map<string, { rank: number, pattern: Pattern }>} */
const best = new Map();
for (const framework of await bundledFrameworks())
  for (const pattern of patternsOf(framework)) {
    const plan = planOf(pattern, { framework, strategies });
    for (const { strategy } of plan.steps) {
      const rank = rankIn(plan, strategy) ?? Number.POSITIVE_INFINITY;
      if (rank < (best.get(strategy)?.rank ?? Number.POSITIVE_INFINITY)) best.set(strategy, { rank, pattern });
    }
  }
write();

/** @param {any} framework @returns {Generator<Pattern>} */
function* patternsOf(framework) {
  const question = framework.context.find((/** @type {any} */ one) => one.steers === "breaches");
  const answers = (question?.options ?? []).map((/** @type {any} */ { id }) => ({ [question.id]: id }));
  for (const { id: audience } of framework.audiences) {
    const ids = dimensionsFor(framework, audience);
    const pairs = ids.flatMap((/** @type {string} */ one, /** @type {number} */ at) =>
      ids.slice(at + 1).map((/** @type {string} */ other) => [one, other]),
    );
    for (const low of [...ids.map((/** @type {string} */ id) => [id]), ...pairs.slice(0, PAIRS), ids]) {
      yield { framework: framework.id, audience, low };
      for (const answer of answers) yield { framework: framework.id, audience, low, answers: answer };
    }
  }
}

function write() {
  const ids = strategies.map((/** @type {any} */ { id }) => id).sort();
  const rows = ids.flatMap((/** @type {string} */ id) => {
    const found = best.get(id);
    return found === undefined ? [] : [`  ${JSON.stringify(id)}: ${JSON.stringify(found.pattern)}`];
  });
  writeFileSync(inRoot("test", "diagnosis", "patterns.json"), `{\n${rows.join(",\n")}\n}\n`);
  const never = ids.filter((/** @type {string} */ id) => !best.has(id));
  const worst = Math.max(...[...best.values()].map(({ rank }) => rank));
  process.stdout.write(
    `${ids.length} strategies; never in a plan: ${never.length === 0 ? "none" : never.join(", ")}; lowest of the best places: ${worst}\n`,
  );
}
