import { readFileSync } from "node:fs";
import { configDefaults, defineConfig } from "vitest/config";
import { WHOLE } from "./test/part.ts";

const { version } = JSON.parse(readFileSync(new URL("./package.json", import.meta.url), "utf8")) as { version: string };

/**
 * Tests that mock a module, change folder or environment, listen to the process, or play whole commands in it: each file has modules
 * of its own. All others share those of a worker, which halves what they cost.
 */
const ALONE = [
  ...["*", "docs/**/*", "scenarios/**/*"],
  ...["cli/desk", "cli/formats", "cli/pdf", "cli/run/*", "cli/survey/files", "cli/prompts/speed"],
  ...["sources/fuzz", "sources/journal/*", "sources/csv-limits", "sources/xlsx/unclosed"],
].map((name) => `test/${name}.test.ts`);

export default defineConfig({
  // The build writes the version into the bundle the same way.
  define: { TRUST_AUDIT_VERSION: JSON.stringify(version) },
  test: {
    setupFiles: ["test/setup.ts"],
    // Two cores are the least a continuous-integration machine has; the third worker is for tests that wait at a terminal.
    maxWorkers: 3,
    testTimeout: WHOLE ? 600_000 : 20_000,
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: "rooms",
          include: ["test/**/*.test.ts"],
          exclude: [...configDefaults.exclude, ...ALONE],
          isolate: false,
        },
      },
      { extends: true, test: { name: "whole", include: ALONE } },
    ],
  },
});
