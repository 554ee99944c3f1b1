/**
 * The structure linter: executes the rules of the house over src/ of the checkout, or of another tree.
 * Usage: node scripts/structure.mjs [--json] [ROOT]. Exit code 1 when a rule is broken.
 */
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { cruise } from "dependency-cruiser";
import config from "../.dependency-cruiser.mjs";
import { checkCoverage, checkModule } from "./structure/checks.mjs";
import { readModules } from "./structure/modules.mjs";

const { values, positionals } = parseArgs({ options: { json: { type: "boolean" } }, allowPositionals: true });
const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(positionals[0] ?? path.join(here, ".."));

const modules = await readModules(root);
const { violations: broken, seen } = await cruiseImports();
const violations = [...broken, ...modules.flatMap(checkModule), ...checkCoverage(modules, seen)];
const edges = [...seen.values()].reduce((sum, specifiers) => sum + specifiers.size, 0);
if (modules.length === 0)
  violations.push({ rule: "everything-is-seen", file: "src", target: "", reason: "No module." });

if (values.json) {
  console.log(JSON.stringify({ modules: modules.length, edges, violations }, null, 2));
} else {
  for (const { rule, file, target, reason } of violations)
    console.error(`${file} -> ${target}\n  ${rule}: ${reason}\n`);
  console.log(`structure: ${modules.length} modules, ${edges} imports, ${violations.length} violations`);
}
process.exitCode = violations.length === 0 ? 0 : 1;

async function cruiseImports() {
  const { enhancedResolveOptions, ...options } = config.options;
  const { output } = await cruise(
    ["src"],
    { ...options, baseDir: root, validate: true, ruleSet: { forbidden: config.forbidden } },
    enhancedResolveOptions,
  );
  if (typeof output === "string")
    throw new Error("dependency-cruiser answered with text where a result was asked for.");
  const reasons = new Map(config.forbidden.map((rule) => [rule.name, rule.comment]));
  return {
    violations: output.summary.violations.map(({ rule, from, to }) => ({
      rule: rule.name,
      file: from,
      target: to,
      reason: reasons.get(rule.name) ?? "",
    })),
    seen: new Map(
      output.modules.map((m) => [
        m.source,
        new Set(m.dependencies.map(({ protocol, module }) => `${protocol ?? ""}${module}`)),
      ]),
    ),
  };
}
