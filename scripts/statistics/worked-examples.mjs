/**
 * Writes the worked examples of docs/statistics.md, with numbers from the functions they explain.
 *
 *     node scripts/statistics/worked-examples.mjs
 */
import { loadTypeScript, writeParts } from "./page.mjs";

const { workedExamples } = await loadTypeScript("test/reference/examples.ts");
await writeParts(await workedExamples());
