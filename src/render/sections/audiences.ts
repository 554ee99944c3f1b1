/** Several audiences in one report: whose cells are whose, and what the report leads with where they share no number. */
import type { AskedAudience, Audit, CellResult, CompositeResult, GroupingResults } from "../../audit/types.ts";
import { interval, intervalName, published } from "../numbers.ts";
import type { Block, Fact } from "../sheet.ts";
import { bandWords, basisInside } from "../words.ts";
import { applicableChart } from "./columns.ts";
import { formulaLines } from "./formula.ts";
import { heldThroughout } from "./held.ts";
import { leadChart } from "./lead-chart.ts";
import { notes } from "./notes.ts";
import { formatOf, type Reading, shownScore, targetNote } from "./reading.ts";

/** The grouping that tells audiences apart; null with one audience. */
export function audienceGrouping({ asked, groupings }: Audit): GroupingResults | null {
  if (asked.audienceColumn === null) return null;
  const found = groupings.find((one) => isOfAudiences(one, asked.audienceColumn));
  return found === undefined ? null : { ...found, cells: inOrder(asked.audiences, found.cells) };
}

/** Audiences in the framework's order, wherever they stand; what is no audience of it comes last. */
function inOrder(audiences: readonly AskedAudience[], cells: readonly CellResult[]): readonly CellResult[] {
  const place = ({ kind, path }: CellResult) => {
    const at = kind === "group" ? audiences.findIndex(({ id }) => id === path[0]) : -1;
    return at < 0 ? audiences.length : at;
  };
  return cells.toSorted((one, other) => place(one) - place(other));
}

function isOfAudiences({ columns }: GroupingResults, column: string | null): boolean {
  return columns.length === 1 && columns[0] === column;
}

/** Groupings of the ordinary sort: audiences have a section of their own. */
export function otherGroupings({ asked, groupings }: Audit): readonly GroupingResults[] {
  return groupings.filter((one) => asked.audienceColumn === null || !isOfAudiences(one, asked.audienceColumn));
}

/** The cell of one audience; of the only one it is everyone. */
export function cellOf(audit: Audit, { id }: Pick<AskedAudience, "id">): CellResult | null {
  if (audit.asked.audienceColumn === null) return audit.overall;
  return audienceGrouping(audit)?.cells.find(({ kind, path }) => kind === "group" && path[0] === id) ?? null;
}

/** Audiences are not averaged, so that everyone together has no headline. */
export function leadsByAudience(audit: Audit): GroupingResults | null {
  const grouping = audienceGrouping(audit);
  const lead = leadOf(audit, audit.overall);
  if (grouping === null || grouping.withheld || lead === null || shownScore(lead).kind !== "none") return null;
  return grouping.cells.some((cell) => isShown(leadOf(audit, cell))) ? grouping : null;
}

function isShown(lead: CompositeResult | null): boolean {
  return lead !== null && shownScore(lead).kind !== "none";
}

export function leadOf({ headline }: Audit, cell: CellResult | null): CompositeResult | null {
  return cell?.composites.find(({ id }) => id === headline) ?? null;
}

/** The headline of every audience, with its own formula. */
export function audienceLead(audit: Audit, grouping: GroupingResults): readonly Block[] {
  const { reading } = audit.framework;
  const leads = grouping.cells.flatMap((cell) => {
    const lead = leadOf(audit, cell);
    // Of audiences that are too small there is nothing to write out; the chart says so.
    return lead === null || cell.kind === "pool" ? [] : [{ label: cell.label, lead }];
  });
  const [first] = leads;
  const about: readonly Block[] = first ? [{ kind: "paragraph", text: first.lead.about, tone: "quiet" }] : [];
  const titles = first
    ? [{ kind: "paragraph", tone: "strong", text: `${first.lead.title}, by audience: ${SEPARATE}` } as const]
    : [];
  return [
    ...titles,
    applicableChart(leadChart(audit, grouping, "Audience")),
    ...about,
    { kind: "formula", lines: leads.flatMap(({ label, lead }) => ownLines(label, lead, reading)) },
    ...notes(
      leads.map(({ label, lead }) => ({ title: label, estimate: shownScore(lead) })),
      first ? [targetNote(reading, sameTarget(leads))] : [],
    ),
  ];
}

const SEPARATE = "audiences are not averaged, so there is no number for everyone together.";

function sameTarget(leads: readonly { readonly label: string; readonly lead: CompositeResult }[]) {
  return leads.map(({ label, lead }) => ({ title: label, target: lead.target }));
}

function ownLines(label: string, lead: CompositeResult, reading: Reading): readonly string[] {
  return formulaLines(lead, reading).map((line, at) => (at === 0 ? `${label}: ${line}` : line));
}

/** The same in a few words, where a page has no room for a chart: "Customers  62 (58 to 66), mixed, from 80 people". */
export function audienceLeadFacts(audit: Audit, { cells }: GroupingResults): readonly Fact[] {
  return cells.flatMap((cell) => {
    const lead = leadOf(audit, cell);
    return lead === null ? [] : [{ label: cell.label, text: leadWords(audit, lead) }];
  });
}

/** "62 (95 % interval 58 to 66), mixed, from 80 people" */
export function leadWords({ framework: { reading, unit } }: Audit, lead: CompositeResult): string {
  const shown = shownScore(lead);
  const format = formatOf(reading, lead);
  if (shown.kind !== "estimate") return published(shown, format);
  const held = heldThroughout(reading, lead);
  const width = shown.interval ? `${intervalName(shown.interval.level)} ${interval(shown.interval, format)}` : null;
  const ends = width === null ? "" : ` (${held ?? width})`;
  const band = lead.band ? `, ${bandWords(lead.band)}` : "";
  return `${format(shown.value)}${ends}${band}, from ${basisInside(unit, shown.n)}`;
}

/** "Leaders: " before what is said of one audience; nothing where it is said of everyone. */
export function ofAudience(audience: { readonly title: string } | null): string {
  return audience === null ? "" : `${audience.title}: `;
}
