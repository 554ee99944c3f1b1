/** No more than reading: what anybody who builds on csv-parse pays at least. Usage: node csv-parse.mjs parse FILE */
import { createReadStream } from "node:fs";
import { parse } from "csv-parse";
import { asked } from "./task.mjs";

let records = 0;
const parser = createReadStream(asked.file).pipe(parse());
parser.on("data", () => {
  records += 1;
});
parser.on("end", () => console.log(JSON.stringify({ rows: records - 1 })));
