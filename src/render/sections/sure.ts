import { ALIKE, ALPHA_BANDS } from "../../audit/conventions.ts";
import type { Published } from "../../audit/estimate.ts";
import type {
  Agreement,
  Audit,
  CellResult,
  CompositeResult,
  DimensionResult,
  ReliabilityResult,
} from "../../audit/types.ts";
import { base, coefficient, coefficientBeside, count, interval, score, share, withInterval } from "../numbers.ts";
import type { Block, Fact, TableRow } from "../sheet.ts";
import { listWords, peopleWords, plural } from "../words.ts";
import { applicable, NOT_APPLICABLE } from "./columns.ts";
import { allHidden, notes } from "./notes.ts";
import { scoreName, shownInterval } from "./reading.ts";

/** What the numbers can bear: who did not answer, how small a change would show, whether items and people belong together. */
export function sureSection(audit: Audit, overall: CellResult): readonly Block[] {
  const facts = [...silentFacts(audit, overall), ...weightFacts(overall), ...changeFacts(audit, overall)];
  const blocks = [
    ...(facts.length > 0 ? [{ kind: "facts", rows: facts } as const] : []),
    ...togetherBlocks(audit, overall),
  ];
  return blocks.length === 0 ? [] : [{ kind: "heading", level: 2, text: "How far the numbers carry" }, ...blocks];
}

function leadOf({ headline }: Audit, { composites }: CellResult): CompositeResult | undefined {
  return composites.find(({ id }) => id === headline);
}

/** Everybody answered: nothing to say. */
function silentFacts(audit: Audit, overall: CellResult): readonly Fact[] {
  const { reading } = audit.framework;
  const lead = leadOf(audit, overall);
  const told = [...(lead ? [lead] : []), ...(lead?.bounds ? [] : overall.dimensions)];
  const parts = told.flatMap(({ title, bounds }) => (bounds !== null && bounds.silent > 0 ? [{ title, bounds }] : []));
  const [first] = parts;
  if (first === undefined) return [];
  const ends = parts.map(
    ({ title, bounds }) =>
      `the ${scoreName(reading)} of ${title} would lie anywhere from ${shownInterval(bounds, { reading, format: score })}`,
  );
  const silent =
    first.bounds.silent === 1 ? "the one person without a score" : `all ${count(first.bounds.silent)} without a score`;
  const rate =
    overall.responseRate === null || overall.headcount === null
      ? ""
      : `${share(overall.responseRate)} of ${count(overall.headcount)} answered. `;
  return [
    {
      label: "Who stayed silent",
      text: `${rate}Had ${silent} answered worst or best throughout, ${listWords(ends, "and")}.`,
    },
  ];
}

function weightFacts({ effectivePeople, people }: CellResult): readonly Fact[] {
  if (effectivePeople === null) return [];
  return [
    {
      label: "Weights",
      text: `Under the survey weights ${peopleWords(people)} tell as much as ${peopleWords(Math.round(effectivePeople))} would without.`,
    },
  ];
}

function changeFacts(audit: Audit, overall: CellResult): readonly Fact[] {
  const lead = leadOf(audit, overall);
  const several = overall.dimensions.flatMap(({ detectable }) => known(detectable));
  const parts = [
    ...known(lead?.detectable).map((value) => `${least(value)} in ${lead?.title ?? ""}`),
    ...(several.length === 0 ? [] : [`${spanWords(several)} in a single dimension`]),
  ];
  if (parts.length === 0) return [];
  const name = scoreName(audit.framework.reading);
  return [
    {
      label: "Next time",
      text: `Two surveys of this size, of people who are not paired, would probably show a change of the ${name} of at least ${listWords(parts, "and")}; smaller ones they may well miss.`,
    },
  ];
}

/** Where people answered alike any change would show, which promises nothing. */
function known(detectable: Published | null | undefined): readonly number[] {
  return detectable?.kind === "estimate" && detectable.value > 0 ? [detectable.value] : [];
}

/** Rounded up: what is promised must be found. */
const least = (value: number) => plural(Math.ceil(value), "point", "points");

function spanWords(values: readonly number[]): string {
  const [low, high] = [Math.ceil(Math.min(...values)), Math.ceil(Math.max(...values))];
  return low === high ? least(high) : `${interval({ low, high }, score)} points`;
}

function togetherBlocks(audit: Audit, overall: CellResult): readonly Block[] {
  const { reliability } = audit;
  const told = reliability.some(({ alpha, omega }) => alpha.kind !== "none" || omega.kind !== "none");
  const rows = overall.dimensions.map((dimension) => ({
    dimension,
    reliability: told ? (reliability.find((one) => one.dimension === dimension.id) ?? null) : null,
  }));
  const estimates = rows.flatMap((row) => estimatesOf(row));
  const without = told ? [] : withoutBlocks(reliability);
  if (estimates.length === 0 && without.length === 0) return [];
  const title: Block = { kind: "heading", level: 3, text: "Do the items belong together, and do people agree?" };
  const hidden = allHidden("These numbers", estimates);
  if (hidden) return [title, hidden, ...without];
  if (estimates.every(({ kind }) => kind === "none")) return [title, ...notes(rows.flatMap(namedOf)), ...without];
  const bands = reliability.some(({ alpha }) => alpha.kind === "estimate") ? alphaBands() : [];
  return [title, togetherTable(rows), ...notes(rows.flatMap(namedOf), bands), ...without, ...reversedBlocks(audit)];
}

function togetherTable(rows: readonly Row[]): Block {
  return applicable({
    kind: "table",
    leading: 1,
    columns: [
      { title: "Dimension", wrapTo: 16 },
      { title: "n", align: "right" },
      { title: "Alpha", wrapTo: 14 },
      { title: "Omega" },
      { title: "Items are", wrapTo: 10 },
      { title: "People (rWG)", wrapTo: 10 },
    ],
    rows: rows.map(tableRow),
  });
}

/** In place of columns of dashes: why no dimension has them. Counts that differ from one to the next are left to a kept audit. */
function withoutBlocks(reliability: readonly ReliabilityResult[]): readonly Block[] {
  const titles = new Map<string, string[]>();
  for (const { alpha, title } of reliability) {
    const [reason = ""] = alpha.kind === "none" ? alpha.reason.replace(/\.$/, "").split("; ") : [];
    titles.set(reason, [...(titles.get(reason) ?? []), title]);
  }
  if (titles.size === 0) return [];
  const parts = [...titles].map(
    ([reason, whom]) => `${titles.size === 1 ? "" : ` for ${listWords(whom, "and")}`}: ${reason}`,
  );
  return [{ kind: "list", tone: "quiet", items: parts.map((part) => `No alpha or omega${part}.`) }];
}

/** Where bands of alpha meet, and from where on people agree: no number may read as if it reached one. */
const { weak, acceptable, good } = ALPHA_BANDS;
const ALPHA_LIMITS = [weak, acceptable, good];
const RWG_LIMITS = [ALIKE];

function alphaBands(): readonly string[] {
  const [low, middle, high] = [weak, acceptable, good].map((limit) => coefficient(limit));
  return [`Alpha under ${low}: do not interpret; to ${middle} weak; to ${high} acceptable; above good. A convention.`];
}

interface Row {
  readonly dimension: DimensionResult;
  readonly reliability: ReliabilityResult | null;
}

function estimatesOf({ dimension: { agreement }, reliability }: Row): readonly Published[] {
  return [...(reliability ? [reliability.alpha, reliability.omega] : []), ...(agreement ? [agreement.rwg] : [])];
}

/** Nobody expects an interval of omega and rWG, so why there is none is not said. */
function namedOf(row: Row) {
  const { alpha, omega } = row.reliability ?? {};
  return estimatesOf(row).map((estimate) => ({
    // Where there is an alpha, what lacks is omega alone.
    title: estimate === omega && alpha?.kind === "estimate" ? `Omega of ${row.dimension.title}` : row.dimension.title,
    estimate: estimate.kind === "estimate" ? { ...estimate, noInterval: null } : estimate,
  }));
}

function tableRow({ dimension: { title, agreement }, reliability }: Row): TableRow {
  if (reliability === null) return [title, ...Array.from({ length: 4 }, () => NOT_APPLICABLE), peopleAgree(agreement)];
  const { alpha, omega, band } = reliability;
  return [
    title,
    base(alpha),
    alphaText(alpha),
    dashed(omega),
    band === null ? NOT_APPLICABLE : { text: band, tone: band === "do not interpret" ? "poor" : "plain" },
    peopleAgree(agreement),
  ];
}

/** The estimate, not its interval, is judged by the limits of the bands. */
function alphaText(alpha: Published): string {
  if (alpha.kind !== "estimate") return dashed(alpha);
  const text = coefficientBeside(ALPHA_LIMITS)(alpha.value);
  return alpha.interval === null ? text : `${text} (${interval(alpha.interval, coefficient)})`;
}

/** The reason stands beneath the table. */
function dashed(estimate: Published): string {
  return estimate.kind === "none" ? NOT_APPLICABLE : withInterval(estimate, coefficient);
}

function peopleAgree(agreement: Agreement | null): string {
  if (agreement === null || agreement.rwg.kind === "none") return NOT_APPLICABLE;
  const words = agreement.says === null ? "" : `${agreement.says} `;
  return agreement.rwg.kind === "hidden" ? "hidden" : `${words}(${coefficientBeside(RWG_LIMITS)(agreement.rwg.value)})`;
}

/** Items that run against the others of their dimension, as a question to whoever wrote or exported them. */
function reversedBlocks({ reliability, items }: Audit): readonly Block[] {
  const asked = reliability.flatMap(({ title, items: members }) =>
    members.flatMap(({ item, rest, asksReversed }) => {
      if (!asksReversed || rest.kind !== "estimate") return [];
      const text = items.find(({ id }) => id === item)?.text;
      const name = text === undefined ? item : `${item} "${text}"`;
      return [
        `${name} runs against the other items of ${title} (r ${coefficientBeside([0])(rest.value)}). Is this item reversed?`,
      ];
    }),
  );
  return asked.length === 0 ? [] : [{ kind: "list", items: asked }];
}
