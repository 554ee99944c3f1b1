import type { LeftOut, ScoreName } from "../audit/trend.ts";
import type { ChangeResult } from "../audit/types.ts";
import type { Comparison, Kept } from "../diagnosis/comparison.ts";
import { restyled } from "../render/restyled.ts";
import { type GapSide, gapBlocks } from "../render/sections/audience-gap.ts";
import { changeBlocks } from "../render/sections/change.ts";
import type { Sides } from "../render/sections/side-by-side.ts";
import type { Block, Fact, Sheet } from "../render/sheet.ts";
import { type HouseStyle, PLAIN_STYLE } from "../render/style.ts";
import { basisWords, listWords, markWords } from "../render/words.ts";
import { version } from "../version.ts";

/** The comparison as a page. */
export function comparisonSheet(own: Comparison, style: HouseStyle = PLAIN_STYLE): Sheet {
  const comparison = { ...own, before: restyledKept(own.before, style), after: restyledKept(own.after, style) };
  const { kind, change, before, after } = comparison;
  const { framework, tool } = after.audit;
  const isGap = kind === "gap";
  const { mark, rows } = comparisonFacts(comparison);
  return {
    title: `${style.title ?? framework.title}: ${isGap ? "gap between audiences" : "what has changed"}`,
    maker: `${tool.name} ${version}`,
    mark,
    blocks: [
      { kind: "facts", rows },
      ...(isGap
        ? gapBlocks(change, framework.reading, [sideOf(before), sideOf(after)])
        : changeBlocks(change, framework.reading, { unit: framework.unit, sides: sidesOf(comparison) })),
      ...(isGap ? oneView(comparison) : independent(change)),
    ],
  };
}

function restyledKept(kept: Kept, style: HouseStyle): Kept {
  return { ...kept, audit: restyled(kept.audit, style) };
}

function sidesOf({ before, after }: Comparison): Sides | null {
  const [first, second] = [before.audit.overall, after.audit.overall];
  if (first === null || second === null) return null;
  return { framework: after.audit.framework, before: first, after: second, names: [before.name, after.name] };
}

function sideOf({ audit: { asked, overall, framework } }: Kept): GapSide {
  return { title: asked.audience.title, cell: overall, isAssessment: framework.unit !== "person" };
}

/** What was compared, what was left out of it and what to mind; and the mark of the page. */
export function comparisonFacts({ kind, before, after, leftOut, reworded, ownFormulas, mind }: Comparison): {
  readonly mark: string | null;
  readonly rows: readonly Fact[];
} {
  // Of a gap each side has its own basis, which stands beside its name; a lowered minimum is of the whole page.
  const marked = [before.audit, after.audit].filter(
    ({ framework }) => kind === "change" || framework.unit === "person",
  );
  const marks = marked.map(markWords);
  const [first, second] =
    kind === "gap" ? [before.audit.asked.audience.title, after.audit.asked.audience.title] : ["Before", "After"];
  return {
    mark: marks.find((mark) => mark !== null) ?? null,
    rows: [
      wave(first ?? "", before),
      wave(second ?? "", after),
      ...leftOut.map(leftOutFact),
      ...rewordedFacts(reworded),
      ...ownFormulaFacts(ownFormulas),
      ...mind.map(mindFact),
    ],
  };
}

/** The comparison as data; docs/command-line.md names the keys. */
export function comparisonJson({
  kind,
  before,
  after,
  change,
  leftOut,
  reworded,
  ownFormulas,
  mind,
}: Comparison): object {
  const { id, version: of, title, reading, hash } = after.audit.framework;
  return {
    format: "trust-audit/comparison",
    formatVersion: 2,
    tool: { name: "trust-audit", version },
    framework: { id, version: of, title, reading, hash },
    kind,
    audiences: { before: before.audit.asked.audience, after: after.audit.asked.audience },
    leftOut,
    reworded,
    ownFormulas,
    mind,
    change,
    files: { before: before.name, after: after.name },
  };
}

/** What two paths are called: without the folders they share, and without any where their names differ. */
export function namesOf(before: string, after: string): readonly [string, string] {
  const [old, now] = [before, after].map((path) => (path === "-" ? ["<stdin>"] : path.split(/[\\/]/)));
  const [olds, nows] = [old ?? [], now ?? []];
  const last = (parts: readonly string[]) => parts.at(-1) ?? "";
  if (last(olds) !== last(nows)) return [last(olds), last(nows)];
  const shared = olds.findIndex((part, at) => part !== nows[at]);
  return [olds.slice(Math.max(0, shared)).join("/"), nows.slice(Math.max(0, shared)).join("/")];
}

function wave(label: string, { name, audit }: Kept): Fact {
  const { asked, framework, overall } = audit;
  const basis = overall === null ? "nothing is shown" : basisWords(framework.unit, asked.people ?? overall.people);
  return { label, text: `${name}: ${basis}${asked.subset === null ? "" : ` (${asked.subset})`}` };
}

function leftOutFact({ title, reason }: LeftOut): Fact {
  return { label: "Left out", text: `${title}: ${reason}`, tone: "fair" };
}

function rewordedFacts(reworded: readonly ScoreName[]): readonly Fact[] {
  if (reworded.length === 0) return [];
  const titles = listWords([...new Set(reworded.map(({ title }) => title))], "and");
  return [
    { label: "Reworded", text: `${titles}: what people read has changed since; take it with care`, tone: "fair" },
  ];
}

function ownFormulaFacts(ownFormulas: readonly ScoreName[]): readonly Fact[] {
  if (ownFormulas.length === 0) return [];
  const titles = listWords([...new Set(ownFormulas.map(({ title }) => title))], "and");
  const text = `${titles}: each audience has a formula or weights of its own; index stands against index`;
  return [{ label: "Weights", text, tone: "fair" }];
}

function mindFact(text: string): Fact {
  return { label: "Mind", text, tone: "fair" };
}

/** A room's or one person's view has no people behind it that an interval could be worked out of. */
function oneView({ before, after }: Comparison): readonly Block[] {
  const views = [before, after].filter(({ audit }) => audit.framework.unit !== "person");
  if (views.length === 0) return [];
  const titles = listWords(
    views.map(({ audit }) => audit.asked.audience.title),
    "and",
  );
  const text = `${titles}: one assessment, and no sample of people. How far a difference goes beyond chance cannot be said; talk about where the two views part most.`;
  return [{ kind: "paragraph", tone: "quiet", text }];
}

function independent({ reason }: ChangeResult): readonly Block[] {
  if (reason !== null) return [];
  return [
    {
      kind: "paragraph",
      tone: "quiet",
      text: "An audit holds no person, so nobody is compared with their own earlier answers. With both exports and an id, trust-audit score --previous does that and tells smaller changes.",
    },
  ];
}
