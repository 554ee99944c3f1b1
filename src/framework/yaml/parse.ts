import { isMap, isScalar } from "yaml";
import { inReadingOrder } from "../../problems/order.ts";
import type { Problem } from "../../problems/problem.ts";
import { compose } from "./compose.ts";
import { MOST_PROBLEMS } from "./limits.ts";
import { type Located, locateFault } from "./locate.ts";
import { emptyFault, type Fault, faultOfText } from "./text.ts";
import { readTree } from "./tree.ts";

/**
 * Plain data with its places, and problems that could be put right in reading; or the problems alone, when the text is
 * not YAML that can be read safely.
 */
export type Parsed =
  | { readonly value: unknown; readonly source: Located; readonly problems: readonly Problem[] }
  | { readonly value: null; readonly source: null; readonly problems: readonly Problem[] };

/**
 * Reads one YAML document into plain data. Hostile or broken text gives problems and is never expanded.
 * A byte order mark at the beginning is ignored.
 */
export function parseYaml({ text, file }: { readonly text: string; readonly file: string }): Parsed {
  const clean = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const located = (faults: readonly Fault[]): Problem[] =>
    inReadingOrder(faults.slice(0, MOST_PROBLEMS).map((fault) => locateFault(fault, { file, text: clean })));
  const refuse = (faults: readonly Fault[]): Parsed => ({ value: null, source: null, problems: located(faults) });
  const unreadable = faultOfText(clean);
  if (unreadable !== undefined) return refuse([unreadable]);
  const { document, faults } = compose(clean);
  if (document === null) return refuse(faults);
  const root = document.contents;
  if (root === null || (isScalar(root) && root.value === null)) return refuse([emptyFault()]);
  if (!isMap(root)) return refuse([notAMap()]);
  const { value, spans, faults: inside, slips } = readTree(root, clean);
  if (inside.length > 0) return refuse(inside);
  return { value, source: { file, text: clean, spans }, problems: located(slips) };
}

function notAMap(): Fault {
  return {
    code: "FW007",
    offset: 0,
    length: 1,
    message: "The file does not hold keys and values.",
    help: "A framework begins with lines such as `format: 1` and `id: my-framework`.",
  };
}
