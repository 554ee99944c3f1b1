import type { GatePart, GateResult, Outcome, Verdict } from "../../audit/verdict.ts";
import { count, intervalName } from "../numbers.ts";
import type { Block, Entry, Fact, Sheet, Tone } from "../sheet.ts";
import { peopleWords, plural } from "../words.ts";

const TONES: Readonly<Record<Outcome, Tone>> = { pass: "good", fail: "poor", "not enough data": "fair" };
const LEADS: Readonly<Record<Outcome, string>> = { pass: "PASS", fail: "FAIL", "not enough data": "NOT ENOUGH DATA" };

const MODES: Readonly<Record<GateResult["mode"], string>> = {
  point: "Point: the number alone decides.",
  confident: "Confident: a gate fails only where the whole interval misses the limit.",
  regression: "Regression: a gate fails only beyond its margin, and where the interval leaves out no change.",
};

const ENDS: Readonly<Record<Outcome, string>> = {
  pass: "Every gate passed.",
  fail: "The check failed.",
  "not enough data": "Not enough data for a verdict.",
};

interface VerdictPage {
  readonly mark?: string | null;
  /** In place of the framework's; null or absent: that. */
  readonly title?: string | null;
}

/** The verdict as a page: the outcome, then gate by gate what was expected, what was found, and why. */
export function verdictSheet(verdict: Verdict, { mark = null, title = null }: VerdictPage = {}): Sheet {
  const { framework, tool, gates } = verdict;
  return {
    title: `${title ?? framework.title}: gates`,
    maker: `${tool.name} ${tool.version}`,
    mark,
    blocks: [
      { kind: "facts", rows: outcomeFacts(verdict) },
      { kind: "heading", level: 2, text: "Gates" },
      ...gates.flatMap(gateBlocks),
      ...legend(gates),
      ...multiplicity(gates),
    ],
  };
}

function outcomeFacts({ outcome, exitCode, gates, audit, baseline, news, mind }: Verdict): readonly Fact[] {
  const of = (wanted: Outcome) => gates.filter(({ verdict }) => verdict === wanted).length;
  const tally = [
    `${count(of("pass"))} passed`,
    `${count(of("fail"))} failed`,
    `${count(of("not enough data"))} without enough data`,
  ].join(", ");
  return [
    {
      label: "Outcome",
      text: `${LEADS[outcome]}. ${endWords(outcome, gates)} ${plural(gates.length, "gate", "gates")}: ${tally} (exit code ${count(exitCode)})`,
      tone: TONES[outcome],
    },
    { label: "Audit", text: auditWords(audit) },
    { label: "Baseline", text: baseline === null ? NO_BASELINE : baselineWords(baseline) },
    { label: "News", text: news.words, ...(news.says === "as last time" ? { tone: "fair" as const } : {}) },
    ...mind.map((text): Fact => ({ label: "Mind", text, tone: "fair" })),
  ];
}

/** Where no gate lacks data, news were required and there are none. */
function endWords(outcome: Outcome, gates: readonly GateResult[]): string {
  const isOfNews = outcome === "not enough data" && gates.every(({ verdict }) => verdict === "pass");
  return isOfNews ? "Every gate passed, but news are required and none are known of." : ENDS[outcome];
}

const NO_BASELINE = "none";

function auditWords({ name, people, subset }: Verdict["audit"]): string {
  const whom = people === null ? "nothing is shown" : peopleWords(people);
  return `${name}: ${whom}${subset === null ? "" : ` (${subset})`}`;
}

function baselineWords(baseline: NonNullable<Verdict["baseline"]>): string {
  const { moved } = baseline;
  const since = moved === null ? "" : `; since ${moved.at}: ${moved.reason}`;
  return `${auditWords(baseline)}${since}`;
}

function gateBlocks(gate: GateResult): readonly Block[] {
  const { name, gate: text, verdict, from, parts } = gate;
  const entry: Entry = {
    kind: "entry",
    lead: { text: LEADS[verdict], tone: TONES[verdict] },
    title: name === null ? text : `${name}: ${text}`,
    aside: from === "--gate" ? null : { text: from, tone: "quiet" },
    facts: [
      { label: "Expected", text: gate.expected },
      { label: "Found", text: foundWords(gate) },
      { label: "Why", text: gate.why, tone: verdict === "pass" ? "plain" : TONES[verdict] },
      { label: "Judged by", text: judgedBy(gate) },
    ],
  };
  return parts.length === 0 ? [entry] : [entry, partTable(parts)];
}

function foundWords({ found, verdict }: GateResult): string {
  if (found === null) return verdict === "pass" ? "nothing yet" : "nothing that may be said";
  const { title, words, n, interval, ends } = found;
  const span = interval === null || ends === null ? "" : `, ${intervalName(interval.level)} ${ends}`;
  return `${title}: ${words}${span}, n = ${count(n)}`;
}

function judgedBy({ mode, found }: GateResult): string {
  return found === null ? mode : `${mode}; ${found.method}`;
}

/** Every score that the gate names, where it names several. */
function partTable(parts: readonly GatePart[]): Block {
  return {
    kind: "table",
    columns: [
      { title: "Score", wrapTo: 20 },
      { title: "Found", wrapTo: 20 },
      { title: "Interval" },
      { title: "n", align: "right" },
      { title: "Verdict" },
    ],
    rows: parts.map(({ title, found, verdict, why }) => [
      title,
      found === null ? why.replace(`${title}: `, "") : found.words,
      found?.ends ?? "–",
      found === null ? "–" : count(found.n),
      { text: verdict, tone: TONES[verdict] },
    ]),
  };
}

/** The modes that judged, each explained once. */
function legend(gates: readonly GateResult[]): readonly Block[] {
  const used = (["point", "confident", "regression"] as const).filter((mode) => gates.some((one) => one.mode === mode));
  return [{ kind: "paragraph", tone: "quiet", text: used.map((mode) => MODES[mode]).join(" ") }];
}

const MANY = 5;

function multiplicity(gates: readonly GateResult[]): readonly Block[] {
  const judged = gates.reduce((sum, { parts }) => sum + Math.max(1, parts.length), 0);
  if (judged < MANY) return [];
  return [
    {
      kind: "paragraph",
      tone: "quiet",
      text: `${count(judged)} numbers were judged at once, each by itself: the more gates there are, the likelier one fails by chance.`,
    },
  ];
}
