/** The task in polars, lazily and streaming. Usage: node polars.mjs TASK FILE RULES */
import pl from "nodejs-polars";
import { selectOf } from "./sql.mjs";
import { asked, readRules, resultOf } from "./task.mjs";

const rules = readRules();
const dialect = {
  code: (id) => `coalesce(${rules.asLabels ? labelled(id) : id}, CAST(0 AS TINYINT))`,
  count: (condition) => `sum(CAST((${condition}) AS INTEGER))`,
  sum: (what, scale) => (scale === "item" ? `sum(CAST((${what}) AS INTEGER))` : `sum(${what})`),
  variance: (column) => `variance(${column})`,
  real: (what) => `CAST((${what}) AS DOUBLE)`,
};
const select = selectOf(rules, dialect, { from: "answers_file", full: asked.task === "full" });
const context = pl.SQLContext({ answers_file: pl.scanCSV(asked.file, { schema: schemaOf() }) });
const frame = context.execute(select, { eager: false });
const [row] = (await frame.collect({ streaming: true })).toRecords();
console.log(JSON.stringify(resultOf(rules, row)));

/** Every column of the file by its type: none is guessed. */
function schemaOf() {
  const people = ["respondent", "department", "tenure", "region"].map((id) => [id, pl.Utf8]);
  const answers = rules.items.map(({ id }) => [id, rules.asLabels ? pl.Categorical : pl.Int8]);
  return Object.fromEntries([...people, ...answers]);
}

/** @param {string} id @returns {string} */
function labelled(id) {
  const cases = rules.labels.map((label, at) => `WHEN ${id} = '${label}' THEN CAST(${at + 1} AS TINYINT)`);
  return `CASE ${cases.join(" ")} END`;
}
