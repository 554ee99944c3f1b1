/** Runs the long proofs whole; `npm test` runs a seeded part of each. */
import { spawnSync } from "node:child_process";

const command = ["node_modules/vitest/vitest.mjs", "run", ...process.argv.slice(2)];
const env = { ...process.env, TRUST_AUDIT_PROVE: "full" };
process.exitCode = spawnSync(process.execPath, command, { stdio: "inherit", env }).status ?? 1;
