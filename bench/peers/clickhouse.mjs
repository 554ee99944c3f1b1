/** The task in ClickHouse, embedded (chdb). Usage: node clickhouse.mjs TASK FILE RULES */
import { query } from "chdb";
import { selectOf } from "./sql.mjs";
import { asked, readRules, resultOf } from "./task.mjs";

const rules = readRules();
// An empty cell becomes the type's own zero, which no answer is: columns that may be null cost more. So do `Enum8` and `LowCardinality`.
const type = rules.asLabels ? "String" : "UInt8";
const structure = rules.items.map(({ id }) => `${id} ${type}`).join(", ");
const dialect = {
  code: (id) =>
    rules.asLabels ? `multiIf(${rules.labels.map((label, at) => `${id} = '${label}', ${at + 1}`).join(", ")}, 0)` : id,
  count: (condition) => `countIf(${condition})`,
  sum: (what) => `sum(${what})`,
  variance: (column) => `varSampStable(${column})`,
  real: (what) => `toFloat64(${what})`,
};
console.log(JSON.stringify(resultOf(rules, run())));

/** @returns {Record<string, unknown>} */
function run() {
  const from = `file('${asked.file}', 'CSVWithNames', '${structure}')`;
  const settings = "input_format_skip_unknown_fields = 1, input_format_csv_empty_as_default = 1";
  const evaluation = "short_circuit_function_evaluation = 'disable'";
  const select = selectOf(rules, dialect, { from, full: asked.task === "full" });
  return JSON.parse(query(`${select} SETTINGS ${settings}, ${evaluation}`, "JSONEachRow"));
}
