import type { Audit } from "../../audit/types.ts";
import type { GateFinding, GateResult, JudgedAudit, News, Outcome, Verdict } from "../../audit/verdict.ts";
import type { Kept } from "../../diagnosis/comparison.ts";
import { type Evaluation, type Part, worst } from "../../diagnosis/gate/evaluate.ts";
import { version } from "../../version.ts";
import type { Baseline } from "./baseline.ts";
import { answersOf } from "./fingerprint.ts";
import { expectedWords, foundWords, whyWords } from "./words.ts";

const EXIT_CODES: Readonly<Record<Outcome, Verdict["exitCode"]>> = { pass: 0, fail: 1, "not enough data": 4 };

interface Checked {
  readonly audit: Kept;
  readonly fingerprint: string;
  readonly baseline: Baseline | "not yet" | null;
  readonly evaluations: readonly Evaluation[];
  readonly news: News;
  readonly mind: readonly string[];
  /** No news is not enough data. */
  readonly requireNews: boolean;
}

export function verdictOf(checked: Checked): Verdict {
  const { audit, fingerprint, baseline, evaluations, news, mind, requireNews } = checked;
  const { id, version: of, title, reading } = audit.audit.framework;
  const gates = evaluations.map(gateResult);
  const isNews = news.says === "new" || news.says === "first check";
  const outcome = worst([...gates.map(({ verdict }) => verdict), requireNews && !isNews ? "not enough data" : "pass"]);
  return {
    format: "trust-audit/verdict",
    formatVersion: 1,
    tool: { name: "trust-audit", version },
    framework: { id, version: of, title, reading },
    audit: judged(audit, fingerprint),
    baseline:
      baseline === null || baseline === "not yet"
        ? null
        : { ...judged(baseline.kept, baseline.fingerprint), moved: baseline.moved },
    news,
    gates,
    outcome,
    exitCode: EXIT_CODES[outcome],
    mind,
  };
}

function judged({ name, audit }: Kept, fingerprint: string): JudgedAudit {
  return { name, fingerprint, answers: answersOf(audit), people: peopleOf(audit), subset: audit.asked.subset };
}

function peopleOf({ asked, overall }: Audit): number | null {
  return asked.people ?? overall?.people ?? null;
}

function gateResult(evaluation: Evaluation): GateResult {
  const { source, gate, mode, verdict, limit, parts, decided } = evaluation;
  return {
    gate: gate.text,
    name: source.name,
    from: source.from,
    mode,
    verdict,
    expected: expectedWords(evaluation),
    operator: gate.operator,
    limit,
    found: decided === null ? null : finding(evaluation, decided),
    why: decided === null ? "There is nothing to judge." : whyWords(evaluation, decided),
    parts:
      parts.length < 2
        ? []
        : parts.map((part) => ({
            path: part.subject.path,
            title: part.subject.title,
            verdict: part.judgement.verdict,
            found: finding(evaluation, part),
            why: whyWords(evaluation, part),
          })),
  };
}

function finding(evaluation: Evaluation, { subject: { path, title, reading } }: Part): GateFinding | null {
  if (reading.kind !== "found") return null;
  const { value, interval, n, unit, method } = reading;
  return { path, title, value, interval, n, unit, method, ...foundWords(evaluation, reading) };
}
