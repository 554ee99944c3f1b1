import { ProblemsError } from "../problems/problem.ts";
import type { Mapping } from "../response/mapping/types.ts";
import { hashOf } from "../shelf/files.ts";
import type { Host } from "./host.ts";
import { readStream } from "./input.ts";

/** Settings that a mapping has a part in: a workbook's sheet is the one it was made for, unless another is asked for. */
export function withMapping<Settings extends { readonly sheet: string | null }>(
  settings: Settings,
  mapping: Mapping | null,
): Settings & { readonly mapping: Mapping | null } {
  return { ...settings, sheet: settings.sheet ?? mapping?.sheet ?? null, mapping };
}

/** Reads a mapping file. The YAML reader is loaded only here. Throws ProblemsError. */
export async function openMapping(host: Host, name: string): Promise<Mapping> {
  const { readMapping } = await import("../response/mapping/read.ts");
  const file = name === "-" ? "<stdin>" : name;
  const text = await readStream(host.open(name), file);
  const { mapping, problems } = await readMapping({ text, file, hash: hashOf(text) });
  if (mapping === null) throw new ProblemsError(problems);
  return mapping;
}
