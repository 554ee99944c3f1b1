import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..");

/** @param {...string} parts path inside the checkout @returns {string} absolute path */
export function inRoot(...parts) {
  return path.join(ROOT, ...parts);
}

/** @param {string} relative @returns {boolean} */
export function isThere(relative) {
  return existsSync(inRoot(relative));
}

/** @returns {Promise<string>} the version in package.json, the only place it is written */
export async function packageVersion() {
  return JSON.parse(await readFile(inRoot("package.json"), "utf8")).version;
}
