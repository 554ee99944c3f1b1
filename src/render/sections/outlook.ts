/** What is at stake, in words; in money only where the reader has given every figure. */
import type { Audit, OutlookResult } from "../../audit/types.ts";
import { count, short } from "../numbers.ts";
import type { Block, Entry, Fact } from "../sheet.ts";
import { plural } from "../words.ts";

type Cost = OutlookResult["costs"][number];

export function outlookSection({ outlook }: Audit): readonly Block[] {
  if (outlook === null) return [];
  const { title, about, parts, costs } = outlook;
  return [
    { kind: "heading", level: 2, text: title },
    ...(about === null ? [] : [{ kind: "paragraph", text: about } as const]),
    ...parts.flatMap((part): readonly Block[] => [
      { kind: "heading", level: 3, text: part.title },
      { kind: "list", items: part.points },
    ]),
    ...(costs.length === 0 ? [] : [{ kind: "heading", level: 3, text: "In money" } as const]),
    ...costs.map(costEntry),
  ];
}

function costEntry(cost: Cost): Entry {
  const { title, value, note } = cost;
  const noted: readonly Fact[] = note === null ? [] : [{ label: "Mind", text: note, tone: "quiet" }];
  return {
    kind: "entry",
    lead: value === null ? { text: "Open", tone: "quiet" } : { text: count(value), tone: "strong" },
    title,
    aside: value === null ? null : { text: "by your figures, in their currency", tone: "quiet" },
    facts: [...(value === null ? missingFacts(cost) : knownFacts(cost)), ...noted],
  };
}

/** "leavers 4 * cost_per_leaver 9,000", with what each name stands for. */
function knownFacts({ formula, figures, value }: Cost): readonly Fact[] {
  const numbers = new Map(figures.map((one) => [one.name, one.value]));
  const worked = signs(formula).replace(NAME, (name) => {
    const number = numbers.get(name);
    return number === undefined || number === null ? name : `${name} ${short(number)}`;
  });
  return [
    { label: "Worked out", text: `${worked} = ${short(value ?? 0)}` },
    ...figures.map(({ name, title }) => ({ label: name, text: title })),
  ];
}

/** Which figures to give, and how. */
function missingFacts({ formula, figures }: Cost): readonly Fact[] {
  const missing = figures.filter(({ value }) => value === null);
  const what =
    missing.length === 0
      ? { label: "Mind", text: "With the figures you gave it comes to no number." }
      : {
          label: "Give",
          text: `${plural(missing.length, "figure", "figures")} of your own, and the sum is worked out:`,
        };
  return [
    { label: "Formula", text: signs(formula) },
    what,
    ...missing.map(({ name, title }) => ({ label: "", text: `${title}: --figure ${name}=NUMBER` })),
    ...figures.flatMap(({ name, title, value }) =>
      value === null ? [] : [{ label: "Given", text: `${name} ${short(value)}: ${title}` }],
    ),
  ];
}

const NAME = /[a-z][a-z0-9_]*/g;

/** Signs of arithmetic as they are printed. */
function signs(formula: string): string {
  return formula.replace(/\*/g, "×").replace(/-/g, "−");
}
