/**
 * Runs the long proofs whole (`npm test` runs a seeded part of each) and writes docs/proof.md: which they are, and how each ended.
 *
 *     node scripts/prove.mjs
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const ROOT = path.join(import.meta.dirname, "..");
/** No proofs: `npm test` plays most of their commands in its own process, and here each has one of its own. */
const PLAYED = /[/\\](?:scenarios[/\\]scenarios|docs[/\\]commands)[^/\\]*\.test\.ts$/;
const scratch = mkdtempSync(path.join(tmpdir(), "trust-audit-prove-"));
const results = path.join(scratch, "results.json");
const command = [
  "node_modules/vitest/vitest.mjs",
  "run",
  // What is no proof, `npm test` has run as it is.
  ...readdirSync(path.join(ROOT, "test"), { recursive: true, encoding: "utf8" })
    .map((file) => path.join("test", file))
    .filter((file) => file.endsWith(".test.ts") && (isProof(path.join(ROOT, file)) || PLAYED.test(file))),
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${results}`,
];
const env = { ...process.env, TRUST_AUDIT_PROVE: "full" };
const { status } = spawnSync(process.execPath, command, { cwd: ROOT, stdio: "inherit", env });
const report = JSON.parse(readFileSync(results, "utf8"));
rmSync(scratch, { recursive: true, force: true });
// A page of failures would stand there as if it were a proof.
if (status === 0) writeFileSync(path.join(ROOT, "docs", "proof.md"), pageOf(report));
process.exitCode = status ?? 1;

/** A proof is a test file that tries made-up cases, by itself or by a module beside it: properties and attacks. @param {string} file */
function isProof(file) {
  const text = readFileSync(file, "utf8");
  const beside = [...text.matchAll(/from "(\.\.?\/[^"]+)"/g)].map(([, name = ""]) =>
    path.join(path.dirname(file), name),
  );
  return [text, ...beside.map((name) => readFileSync(name, "utf8"))].some((one) =>
    /fast-check|TRUST_AUDIT_PROVE/.test(one),
  );
}

/** @param {{ testResults: { name: string, assertionResults: { fullName: string, status: string }[] }[] }} report */
function pageOf({ testResults }) {
  const { version } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8"));
  const proofs = testResults.filter(({ name }) => isProof(name)).sort((a, b) => (a.name < b.name ? -1 : 1));
  const sections = proofs.map(({ name, assertionResults }) => {
    const rows = assertionResults.map(({ fullName, status }) => `| ${fullName.replaceAll("|", "\\|")} | ${status} |`);
    return `## ${path.relative(ROOT, name)}\n\n| what | result |\n|---|---|\n${rows.join("\n")}\n`;
  });
  const all = proofs.flatMap(({ assertionResults }) => assertionResults);
  const passed = all.filter((one) => one.status === "passed").length;
  return `# Proof

Written by \`npm run prove\` for version ${version}: the tests that try made-up cases. Each names its number of seeded random cases, or tries 1,000; the attack on the published
numbers tries 2,000 made-up organisations. \`npm test\` runs a part of the same cases each time.

${passed} of ${all.length} passed.

${sections.join("\n")}`;
}
