/** The task in DuckDB. Usage: node duckdb.mjs TASK FILE RULES */
import { DuckDBConnection } from "@duckdb/node-api";
import { selectOf } from "./sql.mjs";
import { asked, readRules, resultOf } from "./task.mjs";

const rules = readRules();
const OTHERS = ["respondent", "department", "tenure", "region"];
const answer = rules.asLabels ? "VARCHAR" : "TINYINT";
const columns = [...OTHERS.map((id) => `'${id}': 'VARCHAR'`), ...rules.items.map(({ id }) => `'${id}': '${answer}'`)];
const words = rules.labels.map((label, at) => `WHEN '${label}' THEN ${at + 1}`).join(" ");
const dialect = {
  // Quicker than a column of type `ENUM`.
  code: (id) => (rules.asLabels ? `(CASE ${id} ${words} ELSE 0 END)::TINYINT` : `coalesce(${id}, 0)`),
  // Not `FILTER`: each filter copies all columns anew.
  count: (condition) => `count_if(${condition})`,
  sum: (what, scale) => (scale === "item" ? `sum((${what})::INTEGER)` : `sum(${what})`),
  variance: (column) => `var_samp(${column})`,
  real: (what) => `(${what})::DOUBLE`,
};
const connection = await DuckDBConnection.create();
const from = `read_csv('${asked.file}', header = true, delim = ',', quote = '"', auto_detect = false, columns = {${columns.join(", ")}})`;
const reader = await connection.runAndReadAll(selectOf(rules, dialect, { from, full: asked.task === "full" }));
console.log(JSON.stringify(resultOf(rules, reader.getRowObjects()[0])));
