import { dirname, join } from "node:path";
import { chooseNamed } from "../../framework/choose.ts";
import { newFramework } from "../../framework/template.ts";
import type { Strategy } from "../../framework/types.ts";
import { type Problem, ProblemsError } from "../../problems/problem.ts";
import { suggest } from "../../problems/suggest.ts";
import type { Sheet } from "../../render/sheet.ts";
import { bundledText, createShelf, looksLikePath } from "../../shelf/shelf.ts";
import { drawSheet } from "../draw.ts";
import { UsageError } from "../exit.ts";
import { notes } from "../fail.ts";
import { frameworkSheet, shelfSheet } from "../framework-sheet.ts";
import type { Host } from "../host.ts";
import { write, writeNew } from "../output.ts";

/** The name that the first line of a new framework gives its schema. */
const SCHEMA_FILE = "framework.schema.json";

/** `frameworks list`. */
export async function runList(
  host: Host,
  flags: { readonly ids?: boolean; readonly strategies?: boolean },
): Promise<void> {
  const shelf = createShelf(host.root);
  const entries = flags.strategies === true ? await shelf.strategies() : await shelf.list();
  if (flags.ids === true) return write(host.stdout, entries.map((entry) => `${entry.id}\n`).join(""));
  if (flags.strategies !== true) return drawSheet(host, shelfSheet(await shelf.list(), await shelf.profiles()));
  const { strategiesSheet } = await import("../strategy-sheet.ts");
  await drawSheet(host, strategiesSheet(await shelf.strategies()));
}

/** `frameworks show`: a framework, a profile, or a strategy. */
export async function runShow(
  host: Host,
  reference: string,
  flags: { readonly audience?: string; readonly sampleSize?: boolean },
): Promise<void> {
  const shelf = createShelf(host.root);
  const beside = looksLikePath(reference) ? await inFile(host, reference) : await byId(host, reference);
  if (beside !== null) {
    const flag = flags.audience === undefined ? "--sample-size" : "--audience";
    if (flags.audience !== undefined || flags.sampleSize === true)
      throw new UsageError(`${flag}: only a framework has this, and ${reference} is a ${beside.kind}.`);
    await notes(host, beside.warnings);
    return drawSheet(host, beside.sheet);
  }
  const { framework, warnings } = await shelf.framework(reference);
  const audience = chooseNamed("audience", flags.audience ?? framework.audiences[0]?.id ?? "", framework.audiences);
  await notes(host, warnings);
  if (flags.sampleSize !== true) return drawSheet(host, frameworkSheet(framework, audience));
  const { sampleSizeSheet } = await import("../sample-size.ts");
  await drawSheet(host, sampleSizeSheet(framework));
}

/** Something that stands on the shelf beside the frameworks. */
interface Beside {
  readonly kind: "profile" | "strategy";
  readonly sheet: Sheet;
  readonly warnings: readonly Problem[];
}

/** The bundled profile or strategy of that id; null when it is a framework's. Throws ProblemsError (SH001). */
async function byId(host: Host, id: string): Promise<Beside | null> {
  const shelf = createShelf(host.root);
  const frameworks = await shelf.list();
  if (frameworks.some((one) => one.id === id)) return null;
  const [profiles, strategies] = [await shelf.profiles(), await shelf.strategies()];
  const profile = profiles.find((one) => one.id === id);
  if (profile !== undefined) {
    const { profileSheet } = await import("../profile-sheet.ts");
    return { kind: "profile", sheet: profileSheet(profile), warnings: [] };
  }
  const strategy = strategies.find((one) => one.id === id);
  if (strategy !== undefined) return { kind: "strategy", sheet: await sheetOf(host, strategy), warnings: [] };
  const known = [...frameworks, ...profiles, ...strategies].map((one) => one.id);
  throw unknown(id, known);
}

function unknown(id: string, known: readonly string[]): ProblemsError {
  const message = `There is no bundled framework, profile or strategy "${id}".`;
  const help = `trust-audit frameworks list shows frameworks and profiles, and with --strategies the strategies; a file of your own is given by its path (./${id}.yaml).`;
  const suggestion = suggest(id, known);
  return new ProblemsError([
    { code: "SH001", severity: "error", message, help, ...(suggestion === undefined ? {} : { suggestion }) },
  ]);
}

/** The profile or strategy in that file; null when it is meant as a framework. Throws ProblemsError. */
async function inFile(host: Host, file: string): Promise<Beside | null> {
  const shelf = createShelf(host.root);
  const [{ isProfileFile, readProfileFile }, { isStrategyFile, readStrategyFiles }] = await Promise.all([
    import("../../shelf/profiles.ts"),
    import("../../shelf/strategies.ts"),
  ]);
  if (await isProfileFile(file)) {
    const { profile, problems } = await readProfileFile(file, await shelf.profileCatalogue());
    if (profile === null) throw new ProblemsError(problems);
    const { profileSheet } = await import("../profile-sheet.ts");
    return { kind: "profile", sheet: profileSheet(profile, file), warnings: problems };
  }
  if (!(await isStrategyFile(file))) return null;
  const read = (await readStrategyFiles([file], await shelf.strategies())).get(file);
  if (read === undefined || read.strategy === null) throw new ProblemsError(read?.problems ?? []);
  return { kind: "strategy", sheet: await sheetOf(host, read.strategy), warnings: read.problems };
}

async function sheetOf(host: Host, strategy: Strategy): Promise<Sheet> {
  const shelf = createShelf(host.root);
  const { facetMeanings, strategySheet } = await import("../strategy-sheet.ts");
  const facets = facetMeanings(await bundledText(host.root, "strategy.schema.json"));
  return strategySheet(strategy, {
    strategies: await shelf.strategies(),
    profiles: await shelf.profiles(),
    facets,
  });
}

/** `frameworks new`. */
export async function runNew(
  host: Host,
  file: string | undefined,
  flags: { readonly id: string; readonly title: string },
): Promise<void> {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(flags.id))
    throw new UsageError(`--id ${flags.id}: an id is lower-case words joined by hyphens, like team-trust.`);
  const text = newFramework(flags);
  if (file === undefined) return write(host.stdout, text);
  const schema = join(dirname(file), SCHEMA_FILE);
  const schemaText = await bundledText(host.root, SCHEMA_FILE);
  await writeNew(file, text);
  const isNew = await writeMissing(schema, schemaText);
  if (host.quiet) return;
  if (isNew) await write(host.stderr, `Wrote ${schema}, from which editors complete the fields.\n`);
  await write(host.stderr, `Wrote ${file}. Next: trust-audit frameworks validate ${file}\n`);
}

/** True when the file was not there yet and is now; one that is there stays as it is. */
async function writeMissing(path: string, text: string): Promise<boolean> {
  try {
    await writeNew(path, text);
    return true;
  } catch (error) {
    if (error instanceof ProblemsError && error.problems.every((problem) => problem.code === "OUT002")) return false;
    throw error;
  }
}

/** `frameworks schema`. */
export async function runSchema(host: Host, of: string): Promise<void> {
  await write(host.stdout, await bundledText(host.root, `${of}.schema.json`));
}
