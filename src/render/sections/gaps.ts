/** The gaps between audiences, each with its interval. */
import type { Published } from "../../audit/estimate.ts";
import type { AskedAudience, AudienceGap, Audit } from "../../audit/types.ts";
import { capital } from "../../problems/capital.ts";
import { gained, published, publishedInterval, score, withInterval } from "../numbers.ts";
import type { Block, Table, TableRow, Toned } from "../sheet.ts";
import { cellOf } from "./audiences.ts";
import { applicable, NOT_APPLICABLE } from "./columns.ts";
import { allHidden, notes } from "./notes.ts";
import { type Reading, scoreName, shownGap, shownScore } from "./reading.ts";

/** Of two audiences every gap; of more the widest of every score, and every other clear one. */
export function gapBlocks(audit: Audit): readonly Block[] {
  const { gaps, asked } = audit;
  if (gaps.length === 0) return [];
  const hidden = allHidden(
    "The gaps",
    gaps.map(({ index }) => index),
  );
  const [first, second] = asked.audiences;
  const two = asked.audiences.length === 2 && first && second ? ([first, second] as const) : null;
  const intervals = gaps.some(({ index }) => index.kind === "estimate" && index.interval !== null);
  const heading = `Gaps between ${two ? "the two" : "audiences"}`;
  const told = two ? gaps : selected(gaps);
  const table = two ? twoTable(audit, two) : manyTable(audit, told);
  const named = told.map((gap) => ({ title: gap.title, estimate: gap.index }));
  return [
    { kind: "heading", level: 3, text: intervals ? `${heading}, with their 95 % intervals` : heading },
    ...(hidden ? [hidden] : [table, ...notes(named, legend(audit, intervals))]),
  ];
}

function legend({ framework, gaps }: Audit, intervals: boolean): readonly string[] {
  const name = scoreName(framework.reading);
  const better = framework.reading === "load" ? "a gap above 0 means that the first carries more" : "";
  const what = `Gap = ${name} of the first minus ${name} of the second${better === "" ? "" : `: ${better}`}.`;
  const clear = gaps.some(({ says }) => says === "higher" || says === "lower");
  return [
    what,
    ...(intervals && !clear ? ["No gap is clear."] : []),
    ...(intervals ? [CLEAR] : []),
    ...compositeRule(gaps, intervals),
  ];
}

export const CLEAR =
  "Higher or lower is said only of clear differences: adjusted p under 0.05 over all gaps of dimensions, and at least 0.2 standard deviations.";

function compositeRule(gaps: readonly AudienceGap[], intervals: boolean): readonly string[] {
  return intervals && gaps.some(({ of }) => of === "composite") ? [CLEAR_COMPOSITE] : [];
}

const CLEAR_COMPOSITE =
  "Of a composite it is said where the interval excludes 0; its p is not adjusted, as it repeats what the dimensions say.";

/** Per score the widest, then the others that are clear. */
function selected(gaps: readonly AudienceGap[]): readonly AudienceGap[] {
  const keys = [...new Set(gaps.map(keyOf))];
  return keys.flatMap((key) => {
    const own = gaps.filter((gap) => keyOf(gap) === key).toSorted((a, b) => width(b) - width(a));
    return own.filter((gap, at) => at === 0 || isClear(gap));
  });
}

const keyOf = ({ of, id }: AudienceGap) => `${of}/${id}`;
const isClear = ({ says }: AudienceGap) => says === "higher" || says === "lower";
const width = ({ index }: AudienceGap) => (index.kind === "estimate" ? Math.abs(index.value) : -1);

function twoTable(audit: Audit, [first, second]: readonly [AskedAudience, AskedAudience]): Table {
  const { reading } = audit.framework;
  return applicable({
    kind: "table",
    leading: 1,
    columns: [
      { title: "Dimension", wrapTo: 14 },
      { title: first.title, align: "right", wrapTo: 9 },
      { title: second.title, align: "right", wrapTo: 9 },
      { title: "Gap", align: "right" },
      { title: "95 % interval" },
      { title: "In words", wrapTo: 12 },
    ],
    rows: audit.gaps.map((gap) => {
      const shown = shownGap(reading, gap.index);
      return [
        titleOf(gap),
        standing(audit, gap, first.id),
        standing(audit, gap, second.id),
        published(shown, gained),
        publishedInterval(shown, gained),
        inWords(gap, { reading, who: first.title }),
      ];
    }),
  });
}

function manyTable(audit: Audit, gaps: readonly AudienceGap[]): Table {
  const { reading } = audit.framework;
  const row = (gap: AudienceGap): TableRow => [
    gap.title,
    `${nameOf(audit, gap.audience)} ${standing(audit, gap, gap.audience)}`,
    `${nameOf(audit, gap.than)} ${standing(audit, gap, gap.than)}`,
    withInterval(shownGap(reading, gap.index), gained),
    inWords(gap, { reading, who: null }),
  ];
  const part = (of: AudienceGap["of"], heading: string): readonly TableRow[] => {
    const rows = gaps.filter((gap) => gap.of === of).map(row);
    return rows.length === 0 ? [] : [{ heading }, ...rows];
  };
  return applicable({
    kind: "table",
    leading: 1,
    columns: [
      { title: "Gap in", wrapTo: 14 },
      { title: "First", wrapTo: 12 },
      { title: "Second", wrapTo: 12 },
      { title: `${capital(scoreName(reading))} points`, wrapTo: 15 },
      { title: "First is", wrapTo: 10 },
    ],
    rows: [...part("composite", "Composites"), ...part("dimension", "Dimensions")],
  });
}

/** A composite stands among dimensions: it says that it is one. */
function titleOf({ of, title }: AudienceGap): string {
  return of === "composite" ? `${title} (composite)` : title;
}

function nameOf({ asked }: Audit, id: string): string {
  return asked.audiences.find((one) => one.id === id)?.title ?? id;
}

/** Where one audience stands on it, as it is shown. */
function standing(audit: Audit, { of, id }: AudienceGap, audience: string): string {
  const cell = cellOf(audit, { id: audience });
  const all = of === "composite" ? cell?.composites : cell?.dimensions;
  const found: Published | undefined = all?.flatMap((one) => (one.id === id ? [shownScore(one)] : []))[0];
  return found === undefined ? NOT_APPLICABLE : published(found, score);
}

/** "Leaders higher" as the score is shown; "higher" where the first of the two stands in a column of its own. */
function inWords({ says, index }: AudienceGap, { reading, who }: { reading: Reading; who: string | null }): Toned {
  if (index.kind === "hidden") return { text: NOT_APPLICABLE, tone: "quiet" };
  if (says !== "higher" && says !== "lower") return { text: says, tone: "quiet" };
  const side = sideOf(says, reading);
  return { text: who === null ? side : `${capital(who)} ${side}`, tone: "strong" };
}

function sideOf(says: "higher" | "lower", reading: Reading): "higher" | "lower" {
  if (reading === "index") return says;
  return says === "higher" ? "lower" : "higher";
}
