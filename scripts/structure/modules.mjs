import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "@swc/core";

/** @typedef {{ file: string, text: string, ast: import("@swc/core").Module }} SourceModule file is relative, with "/" */

/**
 * Reads and parses every TypeScript file under src/.
 * @param {string} root
 * @returns {Promise<SourceModule[]>}
 */
export async function readModules(root) {
  const names = await readdir(path.join(root, "src"), { recursive: true });
  const files = names.filter((name) => name.endsWith(".ts")).map((name) => `src/${name.split(path.sep).join("/")}`);
  return Promise.all(
    files.sort().map(async (file) => {
      const text = await readFile(path.join(root, file), "utf8");
      return { file, text, ast: await parse(text, { syntax: "typescript", target: "es2022" }) };
    }),
  );
}

/**
 * Every specifier a module imports: import, export from, import() and import types alike.
 * @param {SourceModule} module @returns {string[]}
 */
export function importsOf({ ast }) {
  const found = new Set();
  for (const node of nodesOf(ast)) {
    const specifier = specifierOf(node);
    if (specifier !== null) found.add(specifier);
  }
  return [...found];
}

/** @param {any} node @returns {string | null} */
function specifierOf(node) {
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportAllDeclaration":
    case "ExportNamedDeclaration":
      return node.source?.value ?? null;
    case "TsImportType":
      return node.argument.value;
    case "CallExpression":
      return node.callee.type === "Import" ? (node.arguments[0]?.expression.value ?? "(computed)") : null;
    default:
      return null;
  }
}

/**
 * The globals (`console`) and members (`Math.random`) a module uses. Property names and keys do not count.
 * @param {SourceModule} module @returns {Set<string>}
 */
export function namesUsed({ ast }) {
  const names = new Set();
  for (const node of nodesOf(ast)) {
    if (node.type === "Identifier") names.add(node.value);
    if (node.type === "MemberExpression" && node.object.type === "Identifier") {
      names.add(`${node.object.value}.${node.property.value}`);
    }
  }
  return names;
}

/** Keys under which an identifier is a name of something's part, not a use of a variable. */
const PART_NAMES = { MemberExpression: "property", KeyValueProperty: "key", TsPropertySignature: "key" };

/** Walks a syntax tree. @param {any} node @returns {Generator<any>} */
function* nodesOf(node) {
  if (Array.isArray(node)) {
    for (const part of node) yield* nodesOf(part);
    return;
  }
  if (node === null || typeof node !== "object") return;
  if (typeof node.type === "string") yield node;
  for (const [key, part] of Object.entries(node)) {
    const isName = PART_NAMES[node.type] === key && part?.type === "Identifier";
    if (!isName && key !== "span") yield* nodesOf(part);
  }
}
