import { quote } from "../../problems/quote.ts";
import { suggest } from "../../problems/suggest.ts";
import type { Complaint, Path } from "../complaint.ts";
import type { CostDocument } from "../document.ts";
import { FUNCTIONS, parseFormula } from "../formula/parse.ts";
import { nameNodes } from "../formula/tree.ts";
import type { LintContext } from "./context.ts";

/** FW060, FW061, FW031, FW129: sums of money are made of the figures they declare, all of them, and of nothing else. */
export function* soundCosts({ document }: LintContext): Iterable<Complaint> {
  for (const [at, cost] of (document.outlook?.costs ?? []).entries()) yield* soundCost(cost, ["outlook", "costs", at]);
}

function* soundCost({ formula, figures }: CostDocument, place: Path): Iterable<Complaint> {
  const path = [...place, "formula"];
  const known = Object.keys(figures);
  for (const name of known.filter((one) => FUNCTIONS.some((fn) => fn === one))) {
    const message = `The name ${quote(name)} is a word of formulas.`;
    yield { code: "FW031", path: [...place, "figures", name], on: "key", message, help: "Choose another name." };
  }
  // An empty formula is spoken of by the schema.
  if (formula.trim() === "") return;
  const parsed = parseFormula(formula);
  if ("fault" in parsed) {
    const { offset, length, message, suggestion } = parsed.fault;
    const help = "A formula has numbers, figures, + - * / ( ) and min, max, mean, log.";
    yield { code: "FW060", path, part: { offset, length }, message, help, suggestion };
    return;
  }
  const used = new Set<string>();
  for (const node of nameNodes(parsed.tree)) {
    if (!used.has(node.name) && !known.includes(node.name)) {
      yield {
        code: "FW061",
        path,
        part: { offset: parsed.offsets.get(node) ?? 0, length: node.name.length },
        message: `There is no figure ${quote(node.name)}.`,
        help: `The figures are ${known.join(", ")}.`,
        suggestion: suggest(node.name, known),
      };
    }
    used.add(node.name);
  }
  // A misspelt name may mean the figure that nothing seems to use.
  if ([...used].some((name) => !known.includes(name))) return;
  for (const name of known.filter((one) => !used.has(one))) {
    yield {
      code: "FW129",
      severity: "warning",
      path: [...place, "figures", name],
      on: "key",
      message: `The user is asked for ${quote(name)}, and the formula does not use it.`,
      help: "Use it, or remove it.",
    };
  }
}
