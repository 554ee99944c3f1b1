/**
 * Writes into docs/statistics.md how far the program's numbers and those that R computed from the same answers are apart.
 *
 *     node scripts/statistics/agreement-with-r.mjs
 */
import { loadTypeScript, writeParts } from "./page.mjs";

const { agreementTable, compareAll } = await loadTypeScript("test/reference/table.ts");
await writeParts({ "agreement with R": agreementTable(await compareAll()) });
