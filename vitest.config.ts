import { readdirSync, readFileSync } from "node:fs";
import { configDefaults, defineConfig } from "vitest/config";

const { version } = JSON.parse(readFileSync(new URL("./package.json", import.meta.url), "utf8")) as { version: string };

/**
 * Rooms whose modules keep nothing between two calls, and whose tests change nothing of the process: their files share the modules
 * of a worker, which halves what they cost. A test that mocks a module, changes folder or environment, or listens to the process
 * belongs to the others.
 */
const SHARED = [
  "aggregate,audit,bench,browser,cli,content,coverage-of-intervals,diagnosis,disclosure,engines,examples,exports,formats,framework",
  "instrument,interview,numeric,package,pipeline,privacy,problems,project,reference,render,report,response,scoring,shelf,simulation",
  "sinks,sources,statistics,structure,terminal",
].flatMap((rooms) => rooms.split(","));
const testsOf = (room: string) => `test/${room}/**/*.test.ts`;
/** These of them are such others. */
const ALONE = [
  ...["cli/desk", "cli/formats", "cli/pdf", "cli/run/*", "cli/survey/files", "cli/prompts/speed"],
  ...["sources/fuzz", "sources/journal/*", "sources/csv-limits", "sources/xlsx/unclosed"],
].map((name) => `test/${name}.test.ts`);
const OTHERS = [
  "test/*.test.ts",
  ...readdirSync(new URL("./test", import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !SHARED.includes(entry.name))
    .map(({ name }) => testsOf(name)),
];

export default defineConfig({
  // The build writes the version into the bundle the same way.
  define: { TRUST_AUDIT_VERSION: JSON.stringify(version) },
  test: {
    setupFiles: ["test/setup.ts"],
    // Two cores are the least a continuous-integration machine has; the third worker is for tests that wait at a terminal.
    maxWorkers: 3,
    testTimeout: process.env["TRUST_AUDIT_PROVE"] === "full" ? 600_000 : 20_000,
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: "rooms",
          include: SHARED.map(testsOf),
          exclude: [...configDefaults.exclude, ...ALONE],
          isolate: false,
        },
      },
      // One for all others: each project makes JavaScript of the source for itself.
      { extends: true, test: { name: "whole", include: [...ALONE, ...OTHERS] } },
    ],
  },
});
