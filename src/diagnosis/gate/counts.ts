import type { Audit, CellResult, LadderResult, TriageSignResult } from "../../audit/types.ts";
import type { Quantity } from "./quantity.ts";
import { nothing, read, type Value, value } from "./readings.ts";
import type { Found, Reading } from "./types.ts";
import { groundsOf, unshownOf } from "./unshown.ts";

type Counted = Extract<
  Quantity,
  { kind: "people" | "response rate" | "quality" | "findings" | "signs" | "level" | "unknowable" }
>;

const SHARES = {
  unanswered: "unanswered",
  not_applicable: "notApplicable",
  dont_know: "dontKnow",
  unknown: "unknown",
} as const;
const FLAGS = { long_runs: "longRuns", straight_lines: "straightLines", fast: "fast" } as const;

/** Numbers that are counted, not estimated: they have no interval. `cell` null: not shown. */
export function countValue(quantity: Counted, cell: CellResult | null, audit: Audit): Value {
  switch (quantity.kind) {
    case "people":
      return value("people", peopleReading(cell, audit));
    case "response rate":
      return value("share", rateReading(cell));
    case "quality":
      return qualityValue(quantity.of, audit);
    case "findings":
      return value("findings", findingsReading(quantity.of, audit), 0);
    case "signs":
      return value("signs", signsReading(audit), 0);
    case "level":
      return value("level", levelReading(quantity.strand, cell, audit));
    case "unknowable":
      return value("people", nothing(null));
  }
}

function peopleReading(cell: CellResult | null, { asked }: Audit): Reading {
  const people = cell === null || cell.kind === "total" ? asked.people : cell.people;
  return people === null ? nothing(null) : counted(people, { n: people, unit: "people", method: "people scored" });
}

function rateReading(cell: CellResult | null): Reading {
  if (cell === null) return nothing(null);
  if (cell.headcount === null) return nothing("nobody said how many there are: score with --headcount");
  if (cell.responseRate === null) return nothing("more people answered than the headcount says there are");
  return counted(cell.responseRate, { n: cell.people, unit: "share 0–1", method: "people scored of the headcount" });
}

function qualityValue(of: Extract<Quantity, { kind: "quality" }>["of"], { quality, asked, overall }: Audit): Value {
  if (of === "long_runs" || of === "straight_lines" || of === "fast")
    return value("people", read(quality[FLAGS[of]]), 0);
  const share = quality[SHARES[of]];
  const n = asked.people ?? overall?.people ?? 0;
  if (share === null) return value("share", nothing(null), 0);
  return value("share", counted(share, { n, unit: "share 0–1", method: "share of all answers asked for" }), 0);
}

function findingsReading(of: "high" | "medium" | "low" | "any", audit: Audit): Reading {
  const { findings, overall } = audit;
  if (overall === null) return nothing(null);
  const raised = findings.filter(({ severity }) => severity === of || (of === "any" && severity !== "strength"));
  const method = of === "any" ? "findings of any severity" : `findings of severity ${of}`;
  const reading = counted(raised.length, { n: overall.people, unit: "findings", method });
  return { ...reading, ...unshownOf(groundsOf(audit)) };
}

function signsReading({ triage, overall }: Audit): Reading {
  if (overall === null) return nothing(null);
  if (triage === null) return nothing("this framework has no warning signs");
  const red = triage.signs.filter(({ colour }) => colour === "red").length;
  const reading = counted(red, { n: overall.people, unit: "signs", method: "warning signs that are red" });
  const open = triage.signs.filter(mayBeRed);
  if (open.length === 0) return reading;
  const behind = new Set(open.flatMap(({ of }) => [of.trend, of.severity]));
  const isHidden = overall.dimensions.some(({ id, mean }) => behind.has(id) && mean.kind === "hidden");
  return { ...reading, unshown: { why: isHidden ? null : "nobody could tell", most: red + open.length } };
}

/** Both must be bad: where the one that is known is not, the other cannot make it red. */
function mayBeRed({ trend, severity, colour }: TriageSignResult): boolean {
  const isUnknown = trend === null || severity === null;
  return isUnknown && (colour === "amber" || (trend === null && severity === null));
}

function levelReading(strand: string | null, cell: CellResult | null, { ladders, overall }: Audit): Reading {
  if (overall === null) return nothing(null);
  if (ladders.length === 0) return nothing("this framework has no ladder");
  const ladder = ladders.find(({ path }) => JSON.stringify(path) === JSON.stringify(cell?.path ?? []));
  if (ladder === undefined) return nothing("no ladder is told of this group");
  const level = strand === null ? ladder.overall : levelOf(ladder, strand);
  if (level === null) return nothing("too little is shown to say");
  return counted(level, { n: cell?.people ?? 0, unit: ladder.word, method: `${ladder.word} reached, by the means` });
}

function levelOf({ strands }: LadderResult, id: string): number | null {
  return strands.find((strand) => strand.id === id)?.level ?? null;
}

function counted(amount: number, about: { readonly n: number; readonly unit: string; readonly method: string }): Found {
  return { kind: "found", value: amount, interval: null, ...about };
}
