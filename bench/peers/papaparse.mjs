/** No more than reading: what anybody who builds on papaparse pays at least. Usage: node papaparse.mjs parse FILE */
import { createReadStream } from "node:fs";
import Papa from "papaparse";
import { asked } from "./task.mjs";

let records = 0;
Papa.parse(createReadStream(asked.file, "utf8"), {
  delimiter: ",",
  skipEmptyLines: true,
  chunk: ({ data }) => {
    records += data.length;
  },
  complete: () => console.log(JSON.stringify({ rows: records - 1 })),
});
