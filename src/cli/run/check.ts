import type { Evaluation } from "../../diagnosis/gate/evaluate.ts";
import { evaluateGate } from "../../diagnosis/gate/evaluate.ts";
import { changesIn } from "../../diagnosis/gate/material.ts";
import { namesOf } from "../../diagnosis/gate/names.ts";
import type { GateSource } from "../../diagnosis/gate/types.ts";
import { ProblemsError } from "../../problems/problem.ts";
import type { Project } from "../../project/types.ts";
import { withLocale } from "../../render/locale.ts";
import { verdictSheet } from "../../render/sections/verdict.ts";
import { markWords } from "../../render/words.ts";
import { type Baseline, type BaselinePlace, readBaseline } from "../check/baseline.ts";
import { answersOf, fingerprintOf } from "../check/fingerprint.ts";
import { historyPath } from "../check/history.ts";
import { mindOf } from "../check/mind.ts";
import { runMove } from "../check/move.ts";
import { moveCommandOf } from "../check/move-command.ts";
import { lastChecked, newsOf } from "../check/news.ts";
import { refuseOtherVersion } from "../check/pin.ts";
import { auditOf, baselineOf, type CheckFlags, gatesOf, refuseItself } from "../check/sources.ts";
import { verdictOf } from "../check/verdict.ts";
import { notes } from "../fail.ts";
import { VERDICT_FORMATS } from "../formats.ts";
import type { Host } from "../host.ts";
import { type OutputTarget, parseTargets } from "../output.ts";
import { writePages } from "../pages.ts";
import { refuseOverwriting } from "../paths.ts";
import { type KeptText, readKept } from "../plan/kept.ts";
import { outputsIn } from "../project/folder.ts";
import { makeFolders } from "../project/folders.ts";
import { readProject } from "../project/project.ts";
import { styleOf } from "../project/style.ts";
import { refuseOverProject } from "../project/unwritten.ts";

/**
 * `check`: holds a kept audit against gates. Ends with 0 (pass), 1 (a gate failed) or 4 (not enough data); the verdict is
 * written in each case. Throws UsageError, ProblemsError with everything wrong with the gates.
 */
export async function runCheck(host: Host, file: string | undefined, flags: CheckFlags): Promise<number> {
  const project = await readProject(host);
  const path = auditOf(file, project);
  const place = baselineOf(flags, project);
  if (flags.moveBaseline !== undefined) return runMove(host, path, { place, reason: flags.moveBaseline, flags });
  const sources = gatesOf(flags, project);
  const written = flags.output ?? (project === null ? [] : outputsIn(project, project.checkOutput));
  const targets = parseTargets(written.length === 0 ? ["terminal"] : written, VERDICT_FORMATS);
  refuseItself(path, place);
  refuseOverwriting([path, ...(place === null ? [] : [place.path, historyPath(place.path)])], targets);
  await refuseOverProject(project, targets);
  const style = await styleOf(project);
  const moveCommand = moveCommandOf(host, file, place);
  const { verdict: make, mark } = await judged(host, { project, path, place, sources, flags, targets, moveCommand });
  const verdict = make();
  // Its sentences hold numbers, which people read as their language writes them; data keep the point.
  const read = withLocale(style.locale, make);
  const page = {
    sheet: () => verdictSheet(read, { mark, title: style.title }),
    style,
    json: () => verdict,
    others: {
      junit: async () => (await import("../../render/junit.ts")).verdictJunit(verdict),
      github: async () => (await import("../../render/github.ts")).verdictGithub(read),
    },
    stepSummary: async () => (await import("../../render/github.ts")).verdictJobSummary(read, style),
  };
  await makeFolders(project, targets);
  await writePages(host, page, targets);
  return verdict.exitCode;
}

interface Request {
  readonly project: Project | null;
  readonly path: string;
  readonly place: BaselinePlace | null;
  readonly sources: readonly GateSource[];
  readonly flags: CheckFlags;
  readonly targets: readonly OutputTarget[];
  readonly moveCommand: string;
}

async function judged(host: Host, { project, path, place, sources, flags, targets, moveCommand }: Request) {
  const audit = await readKept(host, path);
  refuseOtherVersion(project, audit);
  const [baseline, last] = await Promise.all([
    place === null ? null : readBaseline(place),
    lastChecked(targets, project),
  ]);
  const isThere = baseline !== null && baseline !== "not yet";
  await notes(host, [...(isThere ? baseline.warnings : []), ...last.warnings]);
  const { changes, evaluations } = evaluationsOf({ audit, baseline, sources, flags });
  const fingerprint = fingerprintOf(audit.audit);
  const news = newsOf({
    now: answersOf(audit.audit),
    last: last.answers,
    baseline: isThere ? answersOf(baseline.kept.audit) : null,
    isShown: audit.audit.overall !== null,
  });
  const requireNews = flags.requireNews === true;
  const verdict = () => {
    const mind = mindOf({ audit: audit.audit, baseline, changes, evaluations, moveCommand });
    return verdictOf({ audit, fingerprint, baseline, evaluations, news, mind, requireNews });
  };
  return { verdict, mark: markWords(audit.audit) };
}

/** Everything that is wrong with any gate is told at once. Throws ProblemsError. */
function evaluationsOf({
  audit,
  baseline,
  sources,
  flags,
}: {
  readonly audit: KeptText;
  readonly baseline: Baseline | "not yet" | null;
  readonly sources: readonly GateSource[];
  readonly flags: CheckFlags;
}) {
  const kept = baseline === null || baseline === "not yet" ? baseline : baseline.kept;
  const changes = changesIn({ audit, baseline: kept });
  const names = namesOf(audit.audit);
  const results = sources.map((source) => evaluateGate(source, { changes, names, mode: flags.mode ?? null }));
  const problems = results.flatMap((result) => result.problems ?? []);
  if (problems.length > 0) throw new ProblemsError(problems);
  const evaluations = results.flatMap(({ value }): readonly Evaluation[] => (value === undefined ? [] : [value]));
  return { changes, evaluations };
}
