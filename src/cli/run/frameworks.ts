import { dirname, join } from "node:path";
import { chooseNamed } from "../../framework/choose.ts";
import { newFramework } from "../../framework/template.ts";
import { ProblemsError } from "../../problems/problem.ts";
import { bundledText, createShelf } from "../../shelf/shelf.ts";
import { drawSheet } from "../draw.ts";
import { UsageError } from "../exit.ts";
import { notes } from "../fail.ts";
import { frameworkSheet, shelfSheet } from "../framework-sheet.ts";
import type { Host } from "../host.ts";
import { write, writeNew } from "../output.ts";

/** The name that the first line of a new framework gives its schema. */
const SCHEMA_FILE = "framework.schema.json";

/** `frameworks list`. */
export async function runList(host: Host, flags: { readonly ids?: boolean }): Promise<void> {
  const entries = await createShelf(host.root).list();
  if (flags.ids === true) await write(host.stdout, entries.map((entry) => `${entry.id}\n`).join(""));
  else await drawSheet(host, shelfSheet(entries));
}

/** `frameworks show`. */
export async function runShow(
  host: Host,
  reference: string,
  flags: { readonly audience?: string; readonly sampleSize?: boolean },
): Promise<void> {
  const { framework, warnings } = await createShelf(host.root).framework(reference);
  const audience = chooseNamed("audience", flags.audience ?? framework.audiences[0]?.id ?? "", framework.audiences);
  await notes(host, warnings);
  if (flags.sampleSize !== true) return drawSheet(host, frameworkSheet(framework, audience));
  const { sampleSizeSheet } = await import("../sample-size.ts");
  await drawSheet(host, sampleSizeSheet(framework));
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
