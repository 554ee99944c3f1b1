/** The dimensions that stand highest and lowest, in a few words, and what may be read into their order. */
import type { Audit, CellResult, DiscussedDimension, Discussion } from "../../audit/types.ts";
import { base, publishedInterval } from "../numbers.ts";
import type { Fact } from "../sheet.ts";
import { cellOf, ofAudience } from "./audiences.ts";
import { formatOf, type Reading, shownIndex, shownScore } from "./reading.ts";

const ENDS: Readonly<Record<Reading, { readonly strongest: string; readonly weakest: string }>> = {
  index: { strongest: "Strongest", weakest: "Weakest" },
  load: { strongest: "Weighs least", weakest: "Weighs most" },
};

interface Ends {
  readonly discussion: Discussion;
  /** Behind each interval, how many people it rests on. */
  readonly tellsPeople: boolean;
}

/** "Strongest  Intimacy 57 (54 to 59), Care 55 (52 to 58)"; with people "…; n 240", or each with its own. */
export function endFacts(audit: Audit, overall: CellResult, { discussion, tellsPeople }: Ends): readonly Fact[] {
  const { strongest, weakest } = discussion;
  const words = ENDS[audit.framework.reading];
  const named = (label: string, ends: readonly DiscussedDimension[]): readonly Fact[] =>
    ends.length === 0 ? [] : [{ label, text: endsText(audit, overall, { ends, tellsPeople }) }];
  return [...named(words.strongest, strongest), ...named(words.weakest, weakest)];
}

interface Listed {
  readonly ends: readonly DiscussedDimension[];
  readonly tellsPeople: boolean;
}

function endsText(audit: Audit, overall: CellResult, { ends, tellsPeople }: Listed): string {
  const known = ends.map((end) => ({ end, result: resultOf(audit, overall, end) }));
  const tells = tellsPeople && audit.framework.unit === "person";
  const people = new Set(known.map(({ result }) => (result === undefined ? "" : base(shownScore(result)))));
  const isShared = people.size === 1;
  const texts = known.map(({ end, result }) => endWords(audit, result, { end, tellsPeople: tells && !isShared }));
  return `${texts.join(", ")}${tells && isShared ? `; n ${[...people].join("")}` : ""}`;
}

interface Order {
  readonly discussion: Discussion;
  readonly isWhole: boolean;
}

/** What may be read into the order of the ends. */
export function orderFacts(audit: Audit, overall: CellResult, { discussion, isWhole }: Order): readonly Fact[] {
  const { contrast } = discussion;
  if (contrast === "alike") return [{ label: "Dimensions", text: "all that are shown stand at the same number" }];
  if (contrast !== "unclear") return [];
  const more = isWhole ? "; do not read much into the order" : "";
  const text = isSure(audit, overall, discussion)
    ? "some of these stand at the same number"
    : `not all of these differ clearly${more}`;
  return [{ label: "Mind", text }];
}

/** Without intervals nothing is unclear but which of two equal numbers comes first. */
function isSure(audit: Audit, overall: CellResult, { strongest, weakest }: Discussion): boolean {
  return [...strongest, ...weakest].every((one) => resultOf(audit, overall, one)?.judged === null);
}

type Result = CellResult["dimensions"][number];

/** As its own audience answered, where several are told apart. */
function resultOf(audit: Audit, overall: CellResult, { audience, dimension }: DiscussedDimension): Result | undefined {
  const cell = audience === null ? overall : cellOf(audit, audience);
  return cell?.dimensions.find(({ id }) => id === dimension);
}

interface End {
  readonly end: DiscussedDimension;
  readonly tellsPeople: boolean;
}

/** "Intimacy 57 (54 to 59)" */
function endWords({ framework }: Audit, result: Result | undefined, { end, tellsPeople }: End): string {
  const title = `${ofAudience(end.audience)}${end.title}`;
  if (result === undefined) return title;
  const format = formatOf(framework.reading, result);
  const shown = shownScore(result);
  const ends = publishedInterval(shown, format);
  const people = tellsPeople ? [`n ${base(shown)}`] : [];
  const beside = [...(ends === "–" ? [] : [ends]), ...people].join(", ");
  return `${title} ${format(shownIndex(framework.reading, end.index))}${beside === "" ? "" : ` (${beside})`}`;
}
