import type { Audit, CellResult, DiscussedDimension, Discussion } from "../../audit/types.ts";
import { count, publishedInterval } from "../numbers.ts";
import type { Block, Fact, Sheet } from "../sheet.ts";
import { markWords } from "../words.ts";
import { nothingShown } from "./audit-sheet.ts";
import { panel } from "./headline.ts";
import { formatOf, type Reading, shownIndex, shownScore } from "./reading.ts";
import { questionFacts, spreadFacts } from "./room-talk.ts";

const ENDS: Readonly<Record<Reading, { readonly strongest: string; readonly weakest: string }>> = {
  index: { strongest: "Strongest", weakest: "Weakest" },
  load: { strongest: "Weighs least", weakest: "Weighs most" },
};

/** One screen, for people who look at it together: everything else is in the report. Expects an audit whose texts are clean. */
export function roomSheet(audit: Audit): Sheet {
  const { framework, overall } = audit;
  const blocks = overall === null ? nothingShown(audit) : [...headline(audit, overall), ...talk(audit, overall)];
  return { title: framework.title, mark: markWords(audit), blocks };
}

function headline(audit: Audit, overall: CellResult): readonly Block[] {
  const lead = overall.composites.find(({ id }) => id === audit.headline);
  if (lead === undefined) return [];
  const whole = panel(audit, lead);
  // How sure the band and the target are, the report says; here the band's own word has to do.
  const [first, ...rest] = whole.lines;
  const lines = [first, rest.at(-1)].flatMap((line) => line ?? []);
  return [
    { kind: "heading", level: 2, text: "Headline" },
    { ...whole, lines: lead.band?.meaning === "" ? lines.slice(0, 1) : lines },
  ];
}

function talk(audit: Audit, overall: CellResult): readonly Block[] {
  const { discussion } = audit;
  if (discussion === null) return [];
  const stands: readonly Fact[] = [...endFacts(audit, overall, discussion), ...spreadFacts(discussion)];
  return [
    { kind: "heading", level: 2, text: "Where it stands" },
    { kind: "facts", rows: stands },
    { kind: "heading", level: 2, text: "To talk about" },
    { kind: "facts", rows: questionFacts(discussion) },
    { kind: "heading", level: 2, text: "Where to start" },
    ...startBlocks(audit, discussion),
  ];
}

function endFacts(audit: Audit, overall: CellResult, discussion: Discussion): readonly Fact[] {
  const { strongest, weakest, contrast } = discussion;
  const words = ENDS[audit.framework.reading];
  const named = (label: string, ends: readonly DiscussedDimension[]): readonly Fact[] =>
    ends.length === 0 ? [] : [{ label, text: ends.map((end) => endWords(audit, overall, end)).join(", ") }];
  return [
    ...named(words.strongest, strongest),
    ...named(words.weakest, weakest),
    ...(contrast === "unclear" ? [UNCLEAR] : []),
    ...(contrast === "alike" ? [ALIKE] : []),
  ];
}

const UNCLEAR: Fact = { label: "Mind", text: "not all of these differ clearly; do not read much into the order" };
const ALIKE: Fact = { label: "Dimensions", text: "all that are shown stand at the same number" };

/** "Intimacy 57 (54 to 59)" */
function endWords({ framework }: Audit, overall: CellResult, { dimension, title, index }: DiscussedDimension): string {
  const result = overall.dimensions.find(({ id }) => id === dimension);
  if (result === undefined) return title;
  const format = formatOf(framework.reading, result);
  const ends = publishedInterval(shownScore(result), format);
  return `${title} ${format(shownIndex(framework.reading, index))}${ends === "–" ? "" : ` (${ends})`}`;
}

function startBlocks({ plan }: Audit, { start }: Discussion): readonly Block[] {
  if (start.length === 0) return [{ kind: "paragraph", text: plan.reason ?? "There is nothing to plan." }];
  const rows = start.map(({ title, firstStep }, at) => ({
    label: count(at + 1),
    text: `${title}. Next week: ${firstStep}`,
  }));
  return [{ kind: "facts", rows }];
}
