import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { inRoot, isThere } from "./paths.mjs";

/** One validator a published schema: frameworks/NAME.schema.json -> generated/NAME-validator.mjs */
const SCHEMAS = ["framework", "strategy", "profile", "audit", "mapping", "verdict", "project"];

const AJV_OPTIONS = {
  allErrors: true,
  // Errors carry the data and the schema they fell on, so that a message can name the keys that are allowed.
  verbose: true,
  allowUnionTypes: true,
  discriminator: true,
  strictTypes: false,
  strictTuples: false,
  code: { source: true, esm: true, lines: true },
};
/** What is wrong with an audit is told without its schema: the largest of the validators is a quarter smaller so. */
const AUDIT_OPTIONS = { ...AJV_OPTIONS, verbose: false, inlineRefs: false };

const TYPES = `/** Written by scripts/build/validators.mjs. */
export interface SchemaError {
  readonly keyword: string;
  /** JSON pointer into the document. */
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly propertyName?: string;
  readonly message?: string;
  readonly schema?: unknown;
  readonly parentSchema?: Readonly<Record<string, unknown>>;
  readonly data?: unknown;
}
declare const validate: {
  (data: unknown): boolean;
  /** The errors of the last call; null when it answered true. */
  errors?: readonly SchemaError[] | null;
};
export default validate;
`;

/**
 * Compiles each schema to a module that needs no schema compiler at run time.
 * @returns {Promise<import("esbuild").Metafile[]>} what went in, for the notices
 */
export async function buildValidators() {
  await mkdir(inRoot("generated"), { recursive: true });
  const present = SCHEMAS.filter((name) => isThere(`frameworks/${name}.schema.json`));
  return Promise.all(present.map(buildValidator));
}

/** @param {string} name @returns {Promise<import("esbuild").Metafile>} */
async function buildValidator(name) {
  const schema = JSON.parse(await readFile(inRoot("frameworks", `${name}.schema.json`), "utf8"));
  const source = validatorSource(schema, name === "audit" ? AUDIT_OPTIONS : AJV_OPTIONS);
  // The standalone code calls require() for ajv's run-time pieces even as a module: bundling makes it whole.
  const { outputFiles, metafile } = await build({
    stdin: { contents: source, resolveDir: inRoot("generated"), sourcefile: `${name}-validator.source.mjs` },
    absWorkingDir: inRoot(),
    bundle: true,
    format: "esm",
    platform: "neutral",
    write: false,
    metafile: true,
  });
  await writeIfChanged(inRoot("generated", `${name}-validator.mjs`), outputFiles[0]?.text ?? "");
  await writeIfChanged(inRoot("generated", `${name}-validator.d.mts`), TYPES);
  return metafile;
}

/** @param {Record<string, unknown>} schema @param {import("ajv").Options} options @returns {string} */
function validatorSource(schema, options) {
  const Compiler = String(schema.$schema).includes("2020-12") ? Ajv2020 : Ajv;
  const ajv = new Compiler(options);
  return standalone(ajv, ajv.compile(schema));
}

/** Leaves an unchanged file alone and replaces a changed one whole, so that a build beside running tests is harmless.
 * @param {string} file @param {string} text */
async function writeIfChanged(file, text) {
  const before = await readFile(file, "utf8").catch(() => null);
  if (before === text) return;
  const fresh = `${file}.${process.pid}`;
  await writeFile(fresh, text);
  await rename(fresh, file);
}
