/** The task as one SELECT over an inner one that has one person's numbers, for engines that differ in a few words. */
import { pairsOf } from "./task.mjs";

/**
 * @typedef {object} Dialect
 * @property {(id: string) => string} code an item's code, 0 where it was left out
 * @property {(condition: string) => string} count rows that meet it
 * @property {(what: string, scale: "item" | "score") => string} sum
 * @property {(column: string) => string} variance sample variance
 * @property {(what: string) => string} real as a double
 */

/** @param {import("./task.mjs").Rules} rules @param {Dialect} dialect @param {{ from: string, full: boolean }} options @returns {string} */
export function selectOf(rules, dialect, { from, full }) {
  const columns = [
    "count(*) AS total",
    ...rules.items.flatMap(({ id }) =>
      rules.labels.map((_, at) => `${dialect.count(`${id} = ${at + 1}`)} AS count_${id}_${at + 1}`),
    ),
    ...rules.dimensions.flatMap(({ id }) => [
      `count(${id}) AS n_${id}`,
      `avg(${id}) AS mean_${id}`,
      `${dialect.variance(id)} AS var_${id}`,
    ]),
    ...(full ? setsOf(rules, dialect) : []),
  ];
  const person = scoresOf(rules, dialect, answersOf(rules, dialect, from));
  return `SELECT ${columns.join(", ")} FROM (${full ? completeOf(rules, person) : person}) AS person`;
}

/** One person's answers, and the recoded ones (`r_`); 0 where one was left out. */
function answersOf(rules, { code }, from) {
  const answers = rules.items.map(({ id }) => `${code(id)} AS ${id}`);
  const recoded = rules.dimensions.flatMap(({ items, reverse }) =>
    items.map((id) => `${reverse.includes(id) ? `CASE WHEN ${id} > 0 THEN 6 - ${id} ELSE 0 END` : id} AS r_${id}`),
  );
  return `SELECT *, ${recoded.join(", ")} FROM (SELECT ${answers.join(", ")} FROM ${from}) AS answers`;
}

/** How many answers of each dimension were given, and its score where they are enough. */
function scoresOf(rules, { real }, from) {
  const given = rules.dimensions.map(
    ({ id, items }) => `${items.map((item) => `CASE WHEN ${item} > 0 THEN 1 ELSE 0 END`).join(" + ")} AS given_${id}`,
  );
  const scores = rules.dimensions.map(({ id, items, minAnswered }) => {
    const sum = items.map((item) => `r_${item}`).join(" + ");
    return `CASE WHEN given_${id} >= ${minAnswered} THEN ${real(sum)} / given_${id} END AS ${id}`;
  });
  return `SELECT *, ${scores.join(", ")} FROM (SELECT *, ${given.join(", ")} FROM (${from}) AS recoded) AS given`;
}

/** Besides: recoded answers where a dimension was answered whole (`c_`), scores and outcome where all are there (`d_`), else 0. */
function completeOf(rules, from) {
  const items = rules.dimensions.flatMap(({ id, items: own }) =>
    own.map((item) => `CASE WHEN given_${id} = ${own.length} THEN r_${item} ELSE 0 END AS c_${item}`),
  );
  const members = [...rules.dimensions.map(({ id }) => id), rules.outcome];
  const all = [...rules.dimensions.map(({ id }) => `${id} IS NOT NULL`), `${rules.outcome} > 0`].join(" AND ");
  const scores = members.map((member) => `CASE WHEN complete THEN ${member} ELSE 0 END AS d_${member}`);
  return `SELECT *, ${[...items, ...scores].join(", ")} FROM (SELECT *, ${all} AS complete FROM (${from}) AS scored) AS whole`;
}

/** Sums and products of those who answered a whole dimension, and of those who have every score and the outcome. */
function setsOf(rules, { count, sum }) {
  const sets = rules.dimensions.map(({ id, items }) => ({
    ...{ name: id, scale: "item", condition: `given_${id} = ${items.length}` },
    members: items.map((item) => `c_${item}`),
  }));
  const members = [...rules.dimensions.map(({ id }) => `d_${id}`), `d_${rules.outcome}`];
  const drivers = { name: "drivers", scale: "score", condition: "complete", members };
  return [...sets, drivers].flatMap(({ name, scale, condition, members: own }) => [
    `${count(condition)} AS n_set_${name}`,
    ...own.map((member, at) => `${sum(member, scale)} AS sum_${name}_${at}`),
    ...pairsOf(own.length).map(([a, b]) => `${sum(`${own[a]} * ${own[b]}`, scale)} AS product_${name}_${a}_${b}`),
  ]);
}
