import type { CodedScale, Framework, Scale } from "../framework/types.ts";
import type { Block, Fact } from "../render/sheet.ts";

/** What an item is answered on: the name of its scale; of a figure its worst and best value. */
export function scaleCell(scale: Scale | undefined, id: string): string {
  if (scale?.kind !== "figure") return id;
  return `${signed(scale.worst)} → ${signed(scale.best)} ${scale.unit}`.trimEnd();
}

/** The answers of the scales that are used, in the order of the items. */
export function scalesPart({ items, scales }: Framework): readonly Block[] {
  const used = [...new Set(items.map((item) => item.scale))].flatMap((id) => scales.get(id) ?? []);
  if (used.length === 0) return [];
  const figures: Fact = {
    label: "figures",
    text: "the worst value → the best; what lies beyond counts as the nearer end",
  };
  return [
    { kind: "heading", level: 2, text: "Answers" },
    {
      kind: "facts",
      rows: [
        ...used.flatMap((scale): readonly Fact[] =>
          scale.kind === "coded" ? [{ label: scale.id, text: answersOf(scale) }] : [],
        ),
        ...(used.some(({ kind }) => kind === "figure") ? [figures] : []),
      ],
    },
  ];
}

/** "0 not at all, 1 started, …"; where not every point has a word: "0 to 10: 0 not at all likely, 10 extremely likely". */
function answersOf({ points, min, max }: CodedScale): string {
  const named = points.filter(({ label }) => label !== undefined);
  const words = named.map(({ code, label }) => `${signed(code)} ${label}`).join(", ");
  if (named.length === points.length) return words;
  const range = `${signed(min)} to ${signed(max)}`;
  return named.length === 0 ? range : `${range}: ${words}`;
}

function signed(value: number): string {
  return String(value).replace("-", "\u2212");
}
