import { readFileSync } from "node:fs";
import { configDefaults, defineConfig } from "vitest/config";

const { version } = JSON.parse(readFileSync(new URL("./package.json", import.meta.url), "utf8")) as { version: string };

/**
 * Rooms whose modules keep nothing between two calls, and whose tests change nothing of the process: their files share the modules
 * of a worker, which halves what they cost. A test that mocks a module, changes folder or environment, or listens to the process
 * belongs to the others.
 */
const SHARED = [
  "aggregate,audit,content,diagnosis,disclosure,engines,framework,instrument,interview,numeric,problems",
  "project,reference,render,report,response,scoring,shelf,simulation,sinks,statistics",
].flatMap((rooms) => rooms.split(",").map((room) => `test/${room}/**/*.test.ts`));

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
      { extends: true, test: { name: "rooms", include: SHARED, isolate: false } },
      {
        extends: true,
        test: { name: "whole", include: ["test/**/*.test.ts"], exclude: [...configDefaults.exclude, ...SHARED] },
      },
    ],
  },
});
