import { FLOORS, IMPURE_GLOBALS, IMPURE_MEMBERS, MAX_LINES, PURE } from "./house.mjs";
import { importsOf, namesUsed } from "./modules.mjs";

/** @typedef {import("./modules.mjs").SourceModule} SourceModule */
/** @typedef {{ rule: string, file: string, target: string, reason: string }} Violation */

/**
 * What the import rules cannot see: rooms, lengths, and globals in the pure trunk.
 * @param {SourceModule} module @returns {Violation[]}
 */
export function checkModule(module) {
  return [...checkRoom(module), ...checkLength(module), ...checkPurity(module)];
}

/** @param {string} file @returns {string} */
function roomOf(file) {
  return file.split("/")[1] ?? "";
}

/** @param {SourceModule} module @returns {Violation[]} */
function checkRoom({ file }) {
  const room = roomOf(file);
  if (Object.hasOwn(FLOORS, room)) return [];
  const reason =
    "Every module lives in a room with a floor; a new room is first given one in scripts/structure/house.mjs.";
  return [{ rule: "every-file-has-a-room", file, target: room, reason }];
}

/** @param {SourceModule} module @returns {Violation[]} */
function checkLength({ file, text }) {
  const lines = text.trimEnd().split("\n").length;
  if (lines <= MAX_LINES) return [];
  const reason = `A file of more than ${MAX_LINES} lines holds more than one thing.`;
  return [{ rule: "file-length", file, target: `${lines} lines`, reason }];
}

/** @param {SourceModule} module @returns {Violation[]} */
function checkPurity(module) {
  if (!PURE.includes(roomOf(module.file))) return [];
  const used = namesUsed(module);
  const impure = Object.entries({ ...IMPURE_GLOBALS, ...IMPURE_MEMBERS }).filter(([name]) => used.has(name));
  return impure.map(([name, instead]) => ({
    rule: "pure-trunk-globals",
    file: module.file,
    target: name,
    reason: `The trunk has no clock, randomness, environment or console: ${instead}.`,
  }));
}

/**
 * A linter that read nothing finds nothing wrong: proves that it saw every module and every import.
 * @param {readonly SourceModule[]} modules
 * @param {ReadonlyMap<string, ReadonlySet<string>>} seen file -> specifiers the import linter saw
 * @returns {Violation[]}
 */
export function checkCoverage(modules, seen) {
  return modules.flatMap((module) => {
    const edges = seen.get(module.file);
    if (edges === undefined) return [unseen(module.file, "the module")];
    const missed = importsOf(module).filter((specifier) => !edges.has(specifier));
    return missed.map((specifier) => unseen(module.file, specifier));
  });
}

/** @param {string} file @param {string} target @returns {Violation} */
function unseen(file, target) {
  const reason = "The import linter did not see this, so no rule was applied to it. Write it as a plain import.";
  return { rule: "everything-is-seen", file, target, reason };
}
