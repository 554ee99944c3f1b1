import type { FormulaNode } from "../../numeric/formula.ts";
import { quote } from "../../problems/quote.ts";
import { suggest } from "../../problems/suggest.ts";
import type { Complaint, Path } from "../complaint.ts";
import type { CompositeDocument } from "../document.ts";
import { isDoubted } from "../doubt.ts";
import type { Range } from "../ends.ts";
import { type Bounds, boundsOf, type Interval } from "../formula/interval.ts";
import { type FormulaFault, type ParsedFormula, parseFormula } from "../formula/parse.ts";
import { expand, expandedSize, nameNodes, namesOf } from "../formula/tree.ts";
import { type AudienceFormula, formulasOf } from "../formula/written.ts";
import type { LintContext } from "./context.ts";
import { soundEnds } from "./ends.ts";
import { few } from "./few.ts";
import { rangesOf } from "./ranges.ts";

/** A formula with composites put in for their names; past this many parts it is a trick, not a score. */
const LARGEST_TREE = 1_000;

/**
 * FW060 to FW069: every formula can be read, and has a value wherever its dimensions can be. Where audiences have
 * formulas of their own, every audience is gone through, and what is wrong for several of them is said once.
 */
export function* soundFormulas(context: LintContext): Iterable<Complaint> {
  const { composites, audiences } = context.document;
  const ids = audiences.map(({ id }) => id);
  const isAlike = composites.every(({ formula }) => typeof formula === "string");
  const said = new Set<string>();
  for (const audience of isAlike ? ids.slice(0, 1) : ids) {
    for (const complaint of formulasFor(context, audience, ids)) {
      const key = JSON.stringify([complaint.code, complaint.path, complaint.part, complaint.message]);
      if (!said.has(key)) yield complaint;
      said.add(key);
    }
  }
}

function* formulasFor(context: LintContext, audience: string, ids: readonly string[]): Iterable<Complaint> {
  const walk = startOf(context);
  for (const [index, composite] of context.document.composites.entries()) {
    const own = formulasOf(composite, ids).find((one) => one.audience === audience);
    // An empty formula is spoken of by the schema, a missing one by FW113.
    if (own !== undefined && own.formula.trim() !== "") {
      const parsed = parseFormula(own.formula);
      const place = placeOf(index, own);
      if ("fault" in parsed) yield unreadable(place, parsed.fault);
      else {
        yield* strangers({ context, walk, composite, index, place, parsed });
        yield* judged({ context, walk, composite, index, place, parsed });
      }
    }
    walk.defined.add(composite.id);
  }
}

/** What is known of the names while the composites are read in order. */
interface Walk {
  readonly ranges: ReadonlyMap<string, Range>;
  /** Dimensions of which it is not known which end is good. */
  readonly undirected: ReadonlySet<string>;
  readonly intervals: Map<string, Interval>;
  readonly trees: Map<string, FormulaNode>;
  readonly sizes: Map<string, number>;
  readonly defined: Set<string>;
}

interface Composite {
  readonly context: LintContext;
  readonly walk: Walk;
  readonly composite: CompositeDocument;
  readonly index: number;
  readonly place: Place;
  readonly parsed: ParsedFormula;
}

/** Where a formula stands. Of weights there is no text: a name in them is a key. */
interface Place {
  readonly path: Path;
  readonly isText: boolean;
}

function placeOf(index: number, { audience, by }: AudienceFormula): Place {
  const path = by === "all" ? ["formula"] : [by, audience];
  return { path: ["composites", index, ...path], isText: by !== "weights" };
}

function partOf({ path, isText }: Place, part: { offset: number; length: number }): Pick<Complaint, "path" | "part"> {
  return isText ? { path, part } : { path };
}

function startOf(context: LintContext): Walk {
  const ranges = rangesOf(context);
  const inDoubt = context.dimensions.filter(({ index }) =>
    isDoubted(["dimensions", index, "direction"], context.doubts),
  );
  const undirected = new Set(inDoubt.map(({ dimension }) => dimension.id));
  const intervals = new Map([...ranges].map(([id, { min, max }]): [string, Interval] => [id, { low: min, high: max }]));
  return { ranges, undirected, intervals, trees: new Map(), sizes: new Map(), defined: new Set() };
}

function unreadable(place: Place, fault: FormulaFault): Complaint {
  return {
    code: "FW060",
    ...partOf(place, { offset: fault.offset, length: fault.length }),
    message: fault.message,
    help: "A formula has numbers, ids, + - * / ( ) and min, max, mean, log; with a comma in it, it goes in quotation marks.",
    suggestion: fault.suggestion,
  };
}

/** Names that are no dimension and no composite defined above. */
function* strangers({ context, walk, composite, place, parsed }: Composite): Iterable<Complaint> {
  const usable = [...context.dimensionIds, ...walk.defined];
  const said = new Set<string>();
  for (const node of nameNodes(parsed.tree)) {
    if (usable.includes(node.name) || said.has(node.name)) continue;
    said.add(node.name);
    yield {
      ...(place.isText
        ? partOf(place, { offset: parsed.offsets.get(node) ?? 0, length: node.name.length })
        : { path: [...place.path, node.name], on: "key" as const }),
      ...(context.compositeIds.has(node.name) ? tooEarly(node.name, composite.id) : unknown(node.name, usable)),
    };
  }
}

type Words = Pick<Complaint, "code" | "message" | "help" | "suggestion">;

function tooEarly(name: string, composite: string): Words {
  const what = name === composite ? "itself" : `the composite ${quote(name)}, which is defined further down`;
  const help = "A formula may use dimensions and the composites above it.";
  return { code: "FW062", message: `The formula uses ${what}.`, help };
}

function unknown(name: string, usable: readonly string[]): Words {
  const message = `There is no dimension or composite ${quote(name)}.`;
  return { code: "FW061", message, help: `Names are ${few(usable)}.`, suggestion: suggest(name, usable) };
}

/** The formula over the ranges of its names; silent when a name has none, since that is said elsewhere. */
function* judged(input: Composite): Iterable<Complaint> {
  const { context, walk, composite, index, place, parsed } = input;
  if (nameNodes(parsed.tree).some((node) => !walk.intervals.has(node.name))) return;
  const size = expandedSize(parsed.tree, walk.sizes);
  if (size > LARGEST_TREE) {
    yield tooLarge(place, "Written out, the formula has more than a thousand parts.");
    return;
  }
  const bounds = boundsOf(parsed.tree, walk.intervals);
  yield* hazards(input, bounds);
  if (bounds.hazards.length > 0) return;
  const tree = expand(parsed.tree, walk.trees);
  if (!Number.isFinite(bounds.interval.low) || !Number.isFinite(bounds.interval.high)) {
    yield tooLarge(place, "The formula can grow beyond any number.");
    return;
  }
  const { doubts } = context;
  if (!namesOf(tree).some((name) => walk.undirected.has(name))) {
    yield* soundEnds({
      composite,
      index,
      path: place.path,
      tree,
      bounds: bounds.interval,
      ranges: walk.ranges,
      doubts,
    });
  }
  // A name that is taken (FW030) stays what it was first.
  if (walk.intervals.has(composite.id)) return;
  walk.intervals.set(composite.id, bounds.interval);
  walk.trees.set(composite.id, tree);
  walk.sizes.set(composite.id, size);
}

function* hazards({ place, parsed }: Composite, bounds: Bounds): Iterable<Complaint> {
  for (const { kind, node } of bounds.hazards) {
    const length = kind === "log" ? "log".length : 1;
    yield {
      code: kind === "log" ? "FW064" : "FW063",
      ...partOf(place, { offset: parsed.offsets.get(node) ?? 0, length }),
      message:
        kind === "log"
          ? "This is the logarithm of something that can be 0 or less."
          : "This divides by something that can be 0.",
      help: "Look at the lowest and highest answers of its dimensions; adding a constant keeps it above 0.",
    };
  }
}

function tooLarge({ path }: Place, message: string): Complaint {
  return { code: "FW068", path, message, help: "Write a simpler formula." };
}
