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
  yield* repeatedIdsOfSections(document);
  for (const [name, bands] of Object.entries(document.bands ?? {})) yield* repeats(named("bands", bands, [name]));
}

function* repeatedIdsOfSections(document: LintContext["document"]): Iterable<Complaint> {
  const { ladder, triage, context = [], lenses = [], outlook } = document;
  yield* repeats(named("ladder", ladder?.levels ?? [], ["levels"]));
  yield* repeats(named("ladder", ladder?.strands ?? [], ["strands"]));
  yield* repeats(named("triage", triage?.signs ?? [], ["signs"]));
  yield* repeats(named("context", context));
  for (const [at, { options }] of context.entries()) yield* repeats(named("context", options, [at, "options"]));
  yield* repeats(named("lenses", lenses));
  yield* repeats(named("outlook", outlook?.parts ?? [], ["parts"]));
  yield* repeats(named("outlook", outlook?.costs ?? [], ["costs"]));
}

/** Words of formulas and score paths, and what an audit calls the ladder where a score stands: no score is called so. */
const NO_SCORES: readonly string[] = [...FUNCTIONS, "any", "ladder"];
/** What an audit calls all audiences together. */
const NO_AUDIENCES: readonly string[] = ["everyone"];

/** FW031: a score or an audience called by a word that means something else. */
export function* reservedNames({ document }: LintContext): Iterable<Complaint> {
  const { dimensions, composites, outcomes = [], audiences } = document;
  for (const { id, path } of [
    ...named("dimensions", dimensions),
    ...named("composites", composites),
    ...named("outcomes", outcomes),
  ]) {
    yield* reservedName(id, path);
  }
  for (const { id, path } of named("audiences", audiences)) {
    if (!NO_AUDIENCES.includes(id)) continue;
    const message = `The name ${quote(id)} stands for all audiences together.`;
    yield { code: "FW031", path, message, help: "Choose another name for this audience." };
  }
}

/** FW031 for a dimension, a composite or an outcome; nothing where the name is free. */
export function* reservedName(id: string, path: Path): Iterable<Complaint> {
  if (!NO_SCORES.includes(id)) return;
  yield {
    code: "FW031",
    path,
    message: `The name ${quote(id)} is a word of formulas or score paths.`,
    help: `Choose another name; taken are ${NO_SCORES.join(", ")}.`,
  };
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
  // The innermost list that has a name, as one of its entries is called.
  const list = String(path.findLast((step) => typeof step === "string" && step !== "id"));
  const kind = list === "lenses" ? "lens" : list.replace(/s$/, "");
  return `${/^[aeiou]/.test(kind) ? "an" : "a"} ${kind} further up (${id})`;
}
