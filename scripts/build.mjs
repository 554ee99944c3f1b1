/**
 * Makes dist/: the bundled program, the compiled bundled frameworks, and the notices of the packages inside.
 * A broken build leaves the dist/ of the last good one standing.
 */
import { execFileSync } from "node:child_process";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { bundleProgram } from "./build/bundle.mjs";
import { buildKernel } from "./build/kernel.mjs";
import { thirdPartyNotices } from "./build/notices.mjs";
import { inRoot, packageVersion } from "./build/paths.mjs";
import { buildShelf } from "./build/shelf.mjs";
import { buildValidators } from "./build/validators.mjs";

const stage = inRoot("generated", `stage-${process.pid}`);
try {
  await build();
} catch (error) {
  console.error(`build failed: ${describe(error)}`);
  process.exitCode = 1;
} finally {
  await rm(stage, { recursive: true, force: true });
}

async function build() {
  const started = performance.now();
  const version = await packageVersion();
  const validators = await buildValidators();
  await buildKernel();
  await mkdir(stage, { recursive: true });
  const scripts = await bundleProgram({ outDir: stage, version });
  await writeFile(path.join(stage, "THIRD-PARTY-NOTICES.txt"), await thirdPartyNotices([...scripts, ...validators]));
  await buildShelf({ outDir: stage, version });
  await replace(stage, inRoot("dist"), () => {
    for (const runs of ["help", "work", "chunks", "survey", "rest"])
      execFileSync(process.execPath, [inRoot("scripts/build/warm.mjs"), runs], { stdio: ["ignore", "ignore", "pipe"] });
  });
  const files = (await readdir(inRoot("dist"), { recursive: true })).length;
  console.log(`build: version ${version}, ${files} files in dist/, ${Math.round(performance.now() - started)} ms`);
}

/** The last good one comes back when the fresh one does not run. @param {string} fresh @param {string} target @param {() => void} trial */
async function replace(fresh, target, trial) {
  const old = inRoot("generated", `old-${process.pid}`);
  await rename(target, old).catch(ignoreAbsence);
  await rename(fresh, target);
  try {
    trial();
  } catch (error) {
    await rm(target, { recursive: true, force: true });
    await rename(old, target).catch(ignoreAbsence);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}

/** @param {NodeJS.ErrnoException} error */
function ignoreAbsence(error) {
  if (error.code !== "ENOENT") throw error;
}

/** @param {unknown} error @returns {string} */
function describe(error) {
  if (!(error instanceof Error)) return String(error);
  if ("problems" in error && Array.isArray(error.problems)) return error.problems.map(describeProblem).join("");
  return process.argv.includes("--debug") ? String(error.stack) : error.message;
}

/** A fault in a bundled framework. @param {import("../src/problems/problem.ts").Problem} problem @returns {string} */
function describeProblem({ code, message, help, place }) {
  const where = place ? `${place.file}:${place.line ?? 1}:${place.column ?? 1}: ` : "";
  return `\n  ${where}${code} ${message}${help ? `\n    ${help}` : ""}`;
}
