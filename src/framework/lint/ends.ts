import type { FormulaNode } from "../../numeric/formula.ts";
import { quote } from "../../problems/quote.ts";
import type { Complaint, Path } from "../complaint.ts";
import type { CompositeDocument } from "../document.ts";
import { type Doubt, isDoubted } from "../doubt.ts";
import { contraryNames, type Ends, endsOf, type Range } from "../ends.ts";
import type { Interval } from "../formula/interval.ts";

interface Scored {
  readonly composite: CompositeDocument;
  readonly index: number;
  /** Of the formula. */
  readonly path: Path;
  /** Over dimensions only. */
  readonly tree: FormulaNode;
  readonly bounds: Interval;
  readonly ranges: ReadonlyMap<string, Range>;
  readonly doubts: readonly Doubt[];
}

/** FW065 to FW067, FW069: a composite's worst and best value are apart, the right way round, and fit for its transform. */
export function* soundEnds(scored: Scored): Iterable<Complaint> {
  const { composite, index, path, tree, bounds, ranges } = scored;
  const ends = endsOf(tree, ranges);
  if (ends.worst === ends.best) {
    yield {
      code: "FW065",
      path,
      message: `The formula gives ${short(ends.best)} at the best answers and at the worst.`,
      help: "Check the signs: what is bad belongs after a minus or a division, or has `direction: lower`.",
    };
    return;
  }
  yield* directionFits(scored, ends);
  if (composite.transform === "log" && bounds.low <= 0) {
    yield {
      code: "FW067",
      path: ["composites", index, "transform"],
      message: `The log transform needs values above 0, and the formula goes down to ${short(bounds.low)}.`,
      help: "Use `transform: linear`, or a formula (such as a ratio) that stays above 0.",
    };
  }
  for (const name of contraryNames(tree, ranges)) {
    yield {
      code: "FW069",
      severity: "warning",
      path,
      message: `A better ${quote(name)} makes ${quote(composite.id)} worse.`,
      help: "Check the sign before it, and the `direction` of the dimension.",
    };
  }
}

function* directionFits({ composite, index, doubts }: Scored, { worst, best }: Ends): Iterable<Complaint> {
  if (isDoubted(["composites", index, "direction"], doubts)) return;
  const direction = composite.direction ?? "higher";
  if (best > worst === (direction === "higher")) return;
  yield {
    code: "FW066",
    path: ["composites", index, composite.direction === undefined ? "id" : "direction"],
    message: `The formula gives ${short(best)} at the best answers and ${short(worst)} at the worst, which is not direction "${direction}".`,
    help: `Write \`direction: ${best > worst ? "higher" : "lower"}\`, or check the signs of the formula.`,
  };
}

function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}
