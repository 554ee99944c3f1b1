/**
 * Writes docs/strategies.md from the YAML of the strategies, the profiles and the schema. A test holds the page to it, byte
 * for byte. The validators of generated/ must be there (npm run build).
 *
 *     node scripts/docs/strategies.mjs
 */
import { writeFileSync } from "node:fs";
import { inRoot } from "../build/paths.mjs";
import { loadTypeScript } from "../statistics/page.mjs";

const { strategiesPage } = await loadTypeScript("test/docs/strategies-page.ts");
writeFileSync(inRoot("docs", "strategies.md"), await strategiesPage());
