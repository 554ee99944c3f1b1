/** The yardstick of the large runs: reads a CSV and does nothing with it. Usage: node parse-only.mjs FILE */
import { createReadStream } from "node:fs";
import { parse } from "csv-parse";

let rows = 0;
const parser = createReadStream(process.argv[2] ?? "").pipe(parse());
parser.on("data", () => {
  rows += 1;
});
parser.on("end", () => console.log(rows));
