import { readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";

const { version } = JSON.parse(readFileSync(new URL("./package.json", import.meta.url), "utf8")) as { version: string };

export default defineConfig({
  // The build writes the version into the bundle the same way.
  define: { TRUST_AUDIT_VERSION: JSON.stringify(version) },
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/setup.ts"],
    // Two cores are the least a continuous-integration machine has; the third worker is for tests that wait at a terminal.
    maxWorkers: 3,
    testTimeout: process.env["TRUST_AUDIT_PROVE"] === "full" ? 600_000 : 20_000,
    restoreMocks: true,
  },
});
