/**
 * All checks of the project: the build, then what looks at the sources, beside one another, then the tests. A failed one does not
 * hide the next. The last line counts the tests, and each other check as one.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const scratch = mkdtempSync(path.join(tmpdir(), "trust-audit-test-"));
const results = path.join(scratch, "results.json");

const BUILD = ["scripts/build.mjs"];
const CHECKS = {
  typecheck: ["node_modules/typescript/bin/tsc", "-p", "."],
  lint: ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."],
  structure: ["scripts/structure.mjs"],
  deadcode: ["node_modules/knip/bin/knip.js"],
};
const VITEST = ["node_modules/vitest/vitest.mjs", "run", "--reporter=default", "--reporter=json"];

/** No check may hang a pipeline. Milliseconds. */
const LONGEST = 10 * 60 * 1000;

const totals = { passed: 0, failed: 0 };
const checks = [
  await run("build", BUILD),
  ...(await Promise.all(Object.entries(CHECKS).map(([name, command]) => run(name, command, { quietly: true })))),
];
for (const passed of checks) count(passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
const clean = await run("tests", [...VITEST, `--outputFile.json=${results}`]);
const tests = testCounts();
// A run that broke without naming a failed test is a failure all the same.
count(!clean && tests.failed === 0 ? { ...tests, failed: 1 } : tests);
rmSync(scratch, { recursive: true, force: true });

if (tests.skipped > 0) console.log(`\n${tests.skipped} tests were skipped: what they need is not installed here`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 ? 0 : 1;

/**
 * quietly: what it says is printed when it has ended, in one piece, since others run beside it.
 * @param {string} name @param {readonly string[]} command @param {{ quietly?: boolean }} how @returns {Promise<boolean>}
 */
function run(name, command, { quietly = false } = {}) {
  if (!quietly) console.log(`\n== ${name}`);
  const started = performance.now();
  /** @type {Buffer[]} */
  const said = [];
  const stdio = quietly ? "pipe" : "inherit";
  const child = spawn(process.execPath, command, { stdio: ["ignore", stdio, stdio], timeout: LONGEST });
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => said.push(chunk));
  return new Promise((resolve) => {
    child.on("close", (status) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      if (quietly) process.stdout.write(`\n== ${name}\n${Buffer.concat(said).toString("utf8")}`);
      console.log(`== ${name}: ${status === 0 ? "passed" : "FAILED"} in ${seconds} s`);
      resolve(status === 0);
    });
  });
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
