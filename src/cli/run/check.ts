import type { Evaluation } from "../../diagnosis/gate/evaluate.ts";
import { evaluateGate } from "../../diagnosis/gate/evaluate.ts";
import { changesIn } from "../../diagnosis/gate/material.ts";
import { namesOf } from "../../diagnosis/gate/names.ts";
import type { GateSource } from "../../diagnosis/gate/types.ts";
import { ProblemsError } from "../../problems/problem.ts";
import { verdictSheet } from "../../render/sections/verdict.ts";
import { markWords } from "../../render/words.ts";
import { type Baseline, type BaselinePlace, readBaseline } from "../check/baseline.ts";
import { fingerprintOf } from "../check/fingerprint.ts";
import { mindOf } from "../check/mind.ts";
import { runMove } from "../check/move.ts";
import { lastChecked, newsOf } from "../check/news.ts";
import { auditOf, baselineOf, type CheckFlags, gatesOf } from "../check/sources.ts";
import { verdictOf } from "../check/verdict.ts";
import { notes } from "../fail.ts";
import type { Host } from "../host.ts";
import { type OutputTarget, parseTargets } from "../output.ts";
import { PAGE_FORMATS, writePages } from "../pages.ts";
import { refuseOverwriting } from "../paths.ts";
import { type KeptText, readKept } from "../plan/kept.ts";
import { outputsIn } from "../project/folder.ts";
import { makeFolders } from "../project/folders.ts";
import { readProject } from "../project/project.ts";
import { styleOf } from "../project/style.ts";

const FORMATS = [...PAGE_FORMATS, "junit", "github"] as const;

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
  const targets = parseTargets(written.length === 0 ? ["terminal"] : written, FORMATS);
  refuseOverwriting([path, ...(place === null ? [] : [place.path])], targets);
  const { verdict, mark } = await judged(host, { path, place, sources, flags, targets });
  const page = {
    sheet: () => verdictSheet(verdict, { mark }),
    style: await styleOf(project),
    json: () => verdict,
    others: {
      junit: async () => (await import("../../render/junit.ts")).verdictJunit(verdict),
      github: async () => (await import("../../render/github.ts")).verdictGithub(verdict),
    },
    stepSummary: async () => (await import("../../render/github.ts")).verdictJobSummary(verdict),
  };
  await makeFolders(project, targets);
  await writePages(host, page, targets);
  return verdict.exitCode;
}

interface Request {
  readonly path: string;
  readonly place: BaselinePlace | null;
  readonly sources: readonly GateSource[];
  readonly flags: CheckFlags;
  readonly targets: readonly OutputTarget[];
}

async function judged(host: Host, { path, place, sources, flags, targets }: Request) {
  const audit = await readKept(host, path);
  const [baseline, last] = await Promise.all([place === null ? null : readBaseline(place), lastChecked(targets)]);
  const isThere = baseline !== null && baseline !== "not yet";
  await notes(host, [...(isThere ? baseline.warnings : []), ...last.warnings]);
  const { changes, evaluations } = evaluationsOf({ audit, baseline, sources, flags });
  const fingerprint = fingerprintOf(audit.audit);
  const news = newsOf(fingerprint, last.fingerprint, isThere ? baseline.fingerprint : null);
  const mind = mindOf({ audit: audit.audit, baseline, changes, evaluations, place });
  const requireNews = flags.requireNews === true;
  const verdict = verdictOf({ audit, fingerprint, baseline, evaluations, news, mind, requireNews });
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
