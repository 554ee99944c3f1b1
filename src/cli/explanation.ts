import { mean, score, short } from "../render/numbers.ts";
import type { Block, Sheet, TableRow } from "../render/sheet.ts";
import type { ExplainedDimension, ExplainedItem, Explanation } from "../sinks/explain.ts";

const MISSING_WORDS = {
  unanswered: "not answered",
  notApplicable: "not applicable",
  dontKnow: "don't know",
  unknown: "could not be read",
  notAsked: "not asked",
} as const;

/** One respondent's arithmetic, marked as not anonymous. */
export function explanationSheet(explanation: Explanation): Sheet {
  return {
    title: `How data row ${explanation.row} was scored`,
    mark: "NOT ANONYMOUS",
    blocks: [
      {
        kind: "paragraph",
        text: "This shows one person's answers. It is for checking the arithmetic; do not pass it on and do not keep it.",
        tone: "strong",
      },
      ...explanation.dimensions.flatMap(dimensionBlocks),
      ...compositeBlocks(explanation.composites),
    ],
  };
}

function dimensionBlocks(dimension: ExplainedDimension): readonly Block[] {
  return [
    { kind: "heading", level: 2, text: dimension.title },
    {
      kind: "table",
      columns: [
        { title: "item" },
        { title: "answer", align: "right" },
        { title: "counts as", align: "right" },
        { title: "weight", align: "right" },
      ],
      rows: dimension.items.map(itemRow),
    },
    { kind: "formula", lines: arithmetic(dimension) },
  ];
}

/** On this person's own scores; a group's composite is worked out on the group's means instead. */
function compositeBlocks(composites: Explanation["composites"]): readonly Block[] {
  if (composites.length === 0) return [];
  const lines = composites.flatMap(({ id, formula, terms, value, note }) => [
    `${id} = ${formula}`,
    ...(terms.length === 0
      ? []
      : [
          `with ${terms.map((term) => `${term.name} ${term.value === null ? "missing" : mean(term.value)}`).join(", ")}: ${value === null ? "no value" : mean(value)}`,
        ]),
    ...(note === null ? [] : [note]),
  ]);
  return [
    { kind: "heading", level: 2, text: "Composites, from this person's own scores" },
    { kind: "formula", lines },
    {
      kind: "paragraph",
      text: "A group's composite is worked out from the group's means, never as a mean of these.",
      tone: "quiet",
    },
  ];
}

function itemRow(item: ExplainedItem): TableRow {
  if (item.recoded === null)
    return [item.id, { text: MISSING_WORDS[kindOf(item)], tone: "quiet" }, "–", short(item.weight)];
  const counts = item.reversed ? `${short(item.recoded)} (reverse-keyed)` : short(item.recoded);
  return [item.id, short(Number(item.raw)), counts, short(item.weight)];
}

function kindOf(item: ExplainedItem): keyof typeof MISSING_WORDS {
  return typeof item.raw === "string" ? item.raw : "unanswered";
}

function arithmetic(dimension: ExplainedDimension): readonly string[] {
  const answered = `answered weight ${short(dimension.answeredWeight)} of ${short(dimension.totalWeight)}, needed ${short(dimension.minWeight)}`;
  if (dimension.score === null || dimension.index === null) return [`${answered}: too little was answered, no score`];
  const { worst, best } = dimension;
  return [
    answered,
    `score = ${short(dimension.weightedSum)} / ${short(dimension.answeredWeight)} = ${mean(dimension.score)} points on ${short(Math.min(worst, best))}–${short(Math.max(worst, best))}`,
    `index = 100 × (${mean(dimension.score)} − ${short(worst)}) / (${short(best)} − ${short(worst)}) = ${score(dimension.index)} (100 is best)`,
  ];
}
