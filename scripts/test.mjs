/**
 * All checks of the project, each in turn; a failed one does not hide the next.
 * The last line counts the tests, and each other check as one.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const scratch = mkdtempSync(path.join(tmpdir(), "trust-audit-test-"));
const results = path.join(scratch, "results.json");

const CHECKS = {
  build: ["scripts/build.mjs"],
  typecheck: ["node_modules/typescript/bin/tsc", "-p", "."],
  lint: ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."],
  structure: ["scripts/structure.mjs"],
  deadcode: ["node_modules/knip/bin/knip.js"],
};
const VITEST = ["node_modules/vitest/vitest.mjs", "run", "--reporter=default", "--reporter=json"];

/** No check may hang a pipeline. Milliseconds. */
const LONGEST = 10 * 60 * 1000;

const totals = { passed: 0, failed: 0 };
for (const [name, command] of Object.entries(CHECKS)) {
  const passed = run(name, command);
  count(passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
}
const clean = run("tests", [...VITEST, `--outputFile.json=${results}`]);
const tests = testCounts();
// A run that broke without naming a failed test is a failure all the same.
count(!clean && tests.failed === 0 ? { ...tests, failed: 1 } : tests);
rmSync(scratch, { recursive: true, force: true });

if (tests.skipped > 0) console.log(`\n${tests.skipped} tests were skipped: what they need is not installed here`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 ? 0 : 1;

/** @param {string} name @param {readonly string[]} command @returns {boolean} */
function run(name, command) {
  console.log(`\n== ${name}`);
  const started = performance.now();
  const { status } = spawnSync(process.execPath, command, { stdio: "inherit", timeout: LONGEST });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`== ${name}: ${status === 0 ? "passed" : "FAILED"} in ${seconds} s`);
  return status === 0;
}

/** @param {{ passed: number, failed: number }} some */
function count({ passed, failed }) {
  totals.passed += passed;
  totals.failed += failed;
}

/** A test file that cannot be loaded has no tests to count, and counts as one failure. */
function testCounts() {
  try {
    const report = JSON.parse(readFileSync(results, "utf8"));
    const broken = report.testResults.filter((f) => f.status === "failed" && f.assertionResults.length === 0);
    const { numPassedTests, numFailedTests, numPendingTests } = report;
    return { passed: numPassedTests, failed: numFailedTests + broken.length, skipped: numPendingTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
