/**
 * Frameworks of any length, made for measuring: dimensions of ten statements on one scale of agreement, every fifth
 * reverse-keyed, and one statement more as the outcome that drivers explain.
 */

/** As the framework's preset `agree` words them, from code 1. */
export const LABELS = ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"];
const OUTCOME = "overall_trust";
const PER_DIMENSION = 10;
const FACETS = ["direction", "reliability", "care", "fairness"];
const WHO = "Managers Colleagues Directors Planners Buyers Trainers Engineers Assistants Supervisors Newcomers".split(
  " ",
);
const WHAT = [
  "keep their promises",
  "explain their decisions",
  "listen to the end",
  "share what they know",
  "treat everyone alike",
  "own up to mistakes",
  "give credit where it is due",
  "answer in good time",
];

/** @typedef {{ id: string, dimension: string | null, reverse: boolean, text: string }} Item */
/** @typedef {{ items: readonly Item[], dimensions: readonly { id: string, items: readonly string[], reverse: readonly string[], minAnswered: number }[], outcome: string, labels: readonly string[] }} Rules */

/** What a framework of so many items asks, and by which rules it is scored. @param {number} count items, the outcome among them @returns {Rules} */
export function rulesOf(count) {
  const items = Array.from({ length: count }, (_, at) => itemAt(at, count));
  const ids = [...new Set(items.flatMap(({ dimension }) => dimension ?? []))];
  const dimensions = ids.map((id) => {
    const own = items.filter(({ dimension }) => dimension === id);
    const minAnswered = Math.ceil(own.length / 2);
    return {
      id,
      items: own.map((item) => item.id),
      reverse: own.filter((item) => item.reverse).map((item) => item.id),
      minAnswered,
    };
  });
  return { items, dimensions, outcome: OUTCOME, labels: LABELS };
}

/** @param {number} at @param {number} count @returns {Item} */
function itemAt(at, count) {
  if (at === count - 1)
    return { id: OUTCOME, dimension: null, reverse: false, text: "All in all, I trust this business" };
  const dimension = Math.floor(at / PER_DIMENSION);
  const place = (at % PER_DIMENSION) + 1;
  return {
    id: `D${dimension + 1}_${place}`,
    dimension: `dimension_${dimension + 1}`,
    reverse: place % 5 === 3,
    text: `${WHO[at % WHO.length]} ${WHAT[dimension % WHAT.length]}`,
  };
}

/** The same as a framework file. @param {number} count @returns {string} */
export function frameworkText(count) {
  const { items, dimensions } = rulesOf(count);
  return [
    ...["format: 1", `id: of-${count}`, "version: 1.0.0", `title: ${count} statements`],
    "purpose: A framework made for measuring speed and memory.",
    "provenance: Own wording, made for measuring the program; not meant for use with people.",
    ...["headline: overall", "audiences:", "  - { id: employees, title: Employees }"],
    ...["scales:", "  agree: { preset: agree }", "defaults: { scale: agree, min_answered: 0.5 }"],
    ...["dimensions:", ...dimensions.map(dimensionLine)],
    ...["items:", ...items.map(itemLine)],
    ...["outcomes:", `  - { id: trust, item: ${OUTCOME}, title: Trust all in all, statistic: mean }`],
    ...["composites:", "  - id: overall", "    title: Overall", "    about: The mean of the dimensions."],
    `    formula: mean(${dimensions.map(({ id }) => id).join(", ")})`,
    "",
  ].join("\n");
}

/** @param {{ id: string }} dimension @param {number} at @returns {string} */
function dimensionLine({ id }, at) {
  const facet = FACETS[at % FACETS.length];
  return `  - { id: ${id}, title: Dimension ${at + 1}, about: Whether people ${WHAT[at % WHAT.length]}., facets: { ${facet}: 1 } }`;
}

/** @param {Item} item @returns {string} */
function itemLine({ id, dimension, reverse, text }) {
  const measures = dimension === null ? "" : `dimension: ${dimension}, `;
  return `  - { id: ${id}, ${measures}${reverse ? "reverse: true, " : ""}text: "${text}" }`;
}
