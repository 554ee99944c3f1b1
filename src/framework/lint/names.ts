import { quote } from "../../problems/quote.ts";
import type { Complaint, Path } from "../complaint.ts";
import { FUNCTIONS } from "../formula/parse.ts";
import type { LintContext } from "./context.ts";

interface Named {
  readonly id: string;
  readonly path: Path;
}

/** FW030: the same id twice where ids must tell things apart. Item ids are compared without case, as column names are. */
export function* repeatedIds({ document }: LintContext): Iterable<Complaint> {
  const { dimensions, composites, outcomes = [], items, audiences, blocks = [], forms = [] } = document;
  yield* repeats([
    ...named("dimensions", dimensions),
    ...named("composites", composites),
    ...named("outcomes", outcomes),
  ]);
  yield* repeats(named("items", items), (id) => id.toLowerCase());
  yield* repeats(named("audiences", audiences));
  yield* repeats(named("blocks", blocks));
  yield* repeats(named("forms", forms));
  yield* repeats(named("findings", document.findings ?? []));
  yield* repeats(named("sources", document.sources ?? []));
  for (const [name, bands] of Object.entries(document.bands ?? {})) yield* repeats(named("bands", bands, [name]));
}

/** FW031: a dimension or composite called like a word of the formulas or of score paths. */
export function* reservedNames({ document }: LintContext): Iterable<Complaint> {
  const { dimensions, composites, outcomes = [] } = document;
  const reserved = new Set<string>([...FUNCTIONS, "any"]);
  for (const { id, path } of [
    ...named("dimensions", dimensions),
    ...named("composites", composites),
    ...named("outcomes", outcomes),
  ]) {
    if (!reserved.has(id)) continue;
    yield {
      code: "FW031",
      path,
      message: `The name ${quote(id)} is a word of formulas or score paths.`,
      help: `Choose another name; taken are ${[...reserved].join(", ")}.`,
    };
  }
}

function named(list: string, entries: readonly { readonly id: string }[], inside: Path = []): Named[] {
  return entries.map(({ id }, index) => ({ id, path: [list, ...inside, index, "id"] }));
}

function* repeats(entries: readonly Named[], fold = (id: string) => id): Iterable<Complaint> {
  const first = new Map<string, Named>();
  for (const entry of entries) {
    const earlier = first.get(fold(entry.id));
    if (earlier === undefined) {
      first.set(fold(entry.id), entry);
      continue;
    }
    yield {
      code: "FW030",
      path: entry.path,
      message: `The id ${quote(entry.id)} is taken: ${describe(earlier)} has it already.`,
      help: "Give each its own id; dimensions, composites and outcomes share one set of names.",
    };
  }
}

function describe({ id, path }: Named): string {
  const kind = String(path[0]).replace(/s$/, "");
  return `${/^[aeiou]/.test(kind) ? "an" : "a"} ${kind} further up (${id})`;
}
