import type {
  ContextQuestion,
  Framework,
  Journey,
  Ladder,
  LadderStrand,
  Lens,
  Outlook,
  Triage,
} from "../framework/types.ts";
import { share } from "../render/numbers.ts";
import type { Block, Fact } from "../render/sheet.ts";

/** One page on the framework, in four parts. */
export function guidePart({ guide }: Framework): readonly Block[] {
  if (guide === null) return [];
  const rows = [
    { label: "when", text: guide.when },
    { label: "whom", text: guide.whom },
    { label: "how to read", text: guide.read },
    { label: "limits", text: guide.limits },
  ];
  return [headed("Guide"), { kind: "facts", rows }];
}

/** Provenance and sources. */
export function framePart({ provenance, sources }: Framework): readonly Block[] {
  return [
    { kind: "paragraph", text: provenance },
    { kind: "list", items: sources.map((source) => source.citation) },
  ];
}

/** What a framework has beside dimensions and composites. */
export function sectionParts(framework: Framework): readonly Block[] {
  const { ladder, journey, triage, context, lenses, outlook } = framework;
  return [
    ...(ladder === null ? [] : ladderPart(ladder)),
    ...(journey === null ? [] : journeyPart(journey, framework)),
    ...(triage === null ? [] : triagePart(triage)),
    ...(context.length === 0 ? [] : contextPart(context)),
    ...(lenses.length === 0 ? [] : lensesPart(lenses)),
    ...(outlook === null ? [] : outlookPart(outlook)),
  ];
}

function ladderPart({ title, word, none, reached, overall, levels, strands }: Ladder): readonly Block[] {
  const lowest = reached.lowest === null ? "" : `, none of them is below ${reached.lowest}`;
  const most = overall === 1 ? "all strands" : `${share(overall)} of the strands`;
  const done = word === "stage" ? "finished" : "reached";
  const several = strands.length === 1 ? "" : ` Overall, a ${word} is ${done} when ${most} have ${done} it.`;
  // Levels are reached; people are in the first stage that is not finished.
  const start = word === "stage" ? "People are in the first stage that is not finished." : `Before the first: ${none}.`;
  return [
    headed(title),
    {
      kind: "paragraph",
      text: `A ${word} is ${done} when the mean of its dimensions is at least ${reached.mean}${lowest}, and every ${word} before it is ${done}. ${start}${several}`,
    },
    {
      kind: "facts",
      rows: levels.map(({ title: name, about, cap }, at) => {
        const held = cap === null ? [] : [`Until it is ${done}, a capped score is at most ${cap}.`];
        return { label: `${at + 1} ${name}`, text: [...(about === undefined ? [] : [about]), ...held].join(" ") };
      }),
    },
    ...(strands.length === 1
      ? strands.map((strand): Block => strandEntry(strand, levels))
      : [strandsTable(strands, levels)]),
  ];
}

/** Several strands side by side: what stands at each level of each. */
function strandsTable(strands: readonly LadderStrand[], levels: Ladder["levels"]): Block {
  return {
    kind: "table",
    columns: [{ title: "strand", wrapTo: 14 }, ...levels.map(({ title }) => ({ title, wrapTo: 14 }))],
    rows: strands.map(({ title, levels: at }) => [title, ...levels.map((_, step) => (at[step] ?? []).join(", "))]),
  };
}

function strandEntry(strand: LadderStrand, levels: Ladder["levels"]): Block {
  const facts = levels.map(({ title }, at): Fact => ({ label: title, text: (strand.levels[at] ?? []).join(", ") }));
  return { kind: "entry", lead: { text: strand.id, tone: "strong" }, title: strand.title, aside: null, facts };
}

function journeyPart({ title, touchpoints }: Journey, { audiences, dimensions }: Framework): readonly Block[] {
  const titleOf = (id: string, known: readonly { readonly id: string; readonly title: string }[]) =>
    known.find((one) => one.id === id)?.title ?? id;
  const rows = [...touchpoints].map(([audience, ids]) => ({
    label: titleOf(audience, audiences),
    text: ids.map((id) => titleOf(id, dimensions)).join(" → "),
  }));
  return [headed(title), { kind: "facts", rows }];
}

function triagePart({ title, worseBelow, severeFrom, signs, breach }: Triage): readonly Block[] {
  return [
    headed(title),
    {
      kind: "paragraph",
      text: `Worse is a mean trend below ${worseBelow}; severe is a mean severity from ${severeFrom} on.`,
    },
    ...signs.map(
      (sign): Block => ({
        kind: "entry",
        lead: { text: sign.id, tone: "strong" },
        title: sign.title,
        aside: null,
        facts: [
          { label: "about", text: sign.audiences.join(", ") },
          ...sign.next.map((next, at) => ({ label: at === 0 ? "then run" : "and", text: nextText(next) })),
        ],
      }),
    ),
    ...(breach === undefined
      ? []
      : [{ kind: "paragraph" as const, text: `After a known breach: ${breach.framework}. ${breach.why}` }]),
  ];
}

function nextText({ framework, audience, why }: Triage["signs"][number]["next"][number]): string {
  const whom = audience === undefined ? "" : ` (${audience})`;
  return `${framework}${whom}${why === undefined ? "" : `: ${why.replace(/\.$/, "")}`}`;
}

function contextPart(context: readonly ContextQuestion[]): readonly Block[] {
  return [
    headed("Asked once for the whole survey"),
    ...context.map(
      ({ id, title, options }): Block => ({
        kind: "entry",
        lead: { text: id, tone: "strong" },
        title,
        aside: { text: "steers the advice, never a score", tone: "quiet" },
        facts: options.map((option) => ({
          label: option.id,
          text: option.says === undefined ? option.title : `${option.title}. ${option.says}`,
        })),
      }),
    ),
  ];
}

function lensesPart(lenses: readonly Lens[]): readonly Block[] {
  const rows = lenses.map(({ title, says, ask }) => ({ label: title, text: `${says} ${ask}` }));
  return [headed("Lenses"), { kind: "facts", rows }];
}

function outlookPart({ title, about, parts, costs }: Outlook): readonly Block[] {
  const sums = costs.map(({ title: name, figures, formula, note }) => {
    const given = [...figures].map(([figure, what]) => `${figure}: ${what}`).join("; ");
    return { label: name, text: `${formula} (${given})${note === undefined ? "" : `. ${note}`}` };
  });
  return [
    headed(title),
    ...(about === undefined ? [] : [{ kind: "paragraph" as const, text: about }]),
    ...parts.flatMap((part): readonly Block[] => [
      { kind: "heading", level: 3, text: part.title },
      { kind: "list", items: part.points },
    ]),
    ...(sums.length === 0 ? [] : [{ kind: "facts" as const, rows: sums }]),
  ];
}

function headed(text: string): Block {
  return { kind: "heading", level: 2, text };
}
