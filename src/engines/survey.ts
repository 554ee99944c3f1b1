import type { PairedAggregate } from "../aggregate/paired.ts";
import type { Aggregate } from "../aggregate/types.ts";
import type { Framework } from "../framework/types.ts";
import { type Problem, ProblemsError } from "../problems/problem.ts";
import { createAnswerProblems } from "../response/rows/problems.ts";
import { createExplainSink, type ExplainSink, type Explanation } from "../sinks/explain.ts";
import { createRespondentSink, type RespondentTable } from "../sinks/respondents.ts";
import type { RespondentSink } from "../sinks/types.ts";
import type { TableInput } from "../sources/table/source.ts";
import { chooseEngines, type EngineName, type FileEngine } from "./choose.ts";
import { type InputsRequest, openInputs } from "./inputs.ts";
import { type PreviousScores, readPrevious } from "./pairs.ts";
import type { OnProgress } from "./progress.ts";
import type { Reading } from "./reading.ts";
import { type Settled, settleAudiences } from "./settle-audiences.ts";
import { streamEngine } from "./stream.ts";

export interface SurveyReading {
  readonly asked: Reading;
  readonly aggregate: Aggregate;
  /** Several audiences answered, whoever is looked at: the segment that tells them apart, and what all were asked. */
  readonly everybody: Settled["everybody"];
  /** Null without an earlier export. */
  readonly paired: PairedAggregate | null;
  readonly warnings: readonly Problem[];
  readonly explanation: Explanation | null;
  /** What read each file, those of an earlier export last. */
  readonly engine: readonly FileEngine[];
}

interface SurveyRequest extends InputsRequest {
  /** What reads the files; left out: what suits each. */
  readonly engine?: EngineName;
  /** Threads that may read a file at once; null or left out: as many as pay. */
  readonly threads?: number | null;
  /** Told now and then how far the later export is read. */
  readonly onProgress?: OnProgress | undefined;
  /** The earlier export; read by the same columns' rules, with the id and nothing to group by. */
  readonly previousInput: TableInput | null;
  readonly only: "scores" | null;
  /** Who is scored; null or left out: everybody. Audiences that it leaves out are none of this survey. */
  readonly where?: { test(value: (column: string) => string): boolean } | null;
  /** Data row to be explained, from 1. */
  readonly explain: number | null;
  /** Where each scored respondent goes, if no row is explained; null or left out: nowhere. */
  readonly respondents?: RespondentTable | null;
}

/**
 * Reads the exports of a survey, and before them those of the wave it is paired with, each once and to its end.
 * Throws ProblemsError: with what cannot be opened, planned or read.
 */
export async function readSurvey(framework: Framework, request: SurveyRequest): Promise<SurveyReading> {
  const { previousInput } = request;
  const { sources, reading: asked } = await openInputs(framework, request);
  let previous: PreviousScores | null = null;
  let early: Earlier["warnings"] = [];
  let earlyEngine: Earlier["engine"] = [];
  if (previousInput !== null) {
    try {
      ({
        previous,
        warnings: early,
        engine: earlyEngine,
      } = await readEarlier(framework, { ...request, asked, previousInput }));
    } catch (error) {
      for (const source of sources) source.close();
      throw error;
    }
  }
  const { sink, explained } = sinkOf(asked, request);
  const problems = createAnswerProblems(asked.plan);
  const { plan, program } = asked;
  const { readers, told } = await chooseEngines(request.engine ?? "auto", {
    plan,
    program,
    sources,
    threads: request.threads ?? null,
  });
  const { aggregate, paired } = await streamEngine({
    ...{ plan, program, sources, readers, problems, sink, previous },
    ...{ only: request.only, onProgress: request.onProgress },
  });
  const found = problems.problems();
  if (found.some(({ severity }) => severity === "error")) throw new ProblemsError(found);
  const settled = settleAudiences(framework, { reading: asked, aggregate, where: request.where ?? null });
  const unpairable = previous?.unpairable() ?? null;
  return {
    asked: settled.reading,
    aggregate: settled.aggregate,
    everybody: settled.everybody,
    paired,
    warnings: [
      ...sources.flatMap((source) => source.problems),
      ...asked.warnings,
      ...early,
      ...found,
      ...(unpairable === null ? [] : [unpairable]),
    ],
    explanation: explained?.explanation() ?? null,
    engine: [...told(), ...earlyEngine],
  };
}

/** One row is explained, or all are written down. */
function sinkOf(
  asked: Reading,
  { explain, respondents = null, where = null }: SurveyRequest,
): { readonly sink: RespondentSink | null; readonly explained: ExplainSink | null } {
  const explained = explain === null ? null : createExplainSink(asked.framework, asked.program, explain);
  const written = respondents === null ? null : createRespondentSink({ ...asked, where }, respondents);
  return { sink: explained ?? written, explained };
}

interface Earlier {
  readonly previous: PreviousScores;
  readonly warnings: readonly Problem[];
  readonly engine: readonly FileEngine[];
}

/** The earlier wave must have been asked the same: the form and the audiences of this one hold. */
async function readEarlier(
  framework: Framework,
  request: SurveyRequest & { readonly asked: Reading; readonly previousInput: TableInput },
): Promise<Earlier> {
  const { asked, previousInput } = request;
  const { sources, reading } = await openInputs(framework, {
    ...request,
    ...{
      form: asked.form,
      audience: null,
      audiences: asked.audiences,
      inputs: [previousInput],
      segments: [],
      weight: null,
    },
  });
  const problems = createAnswerProblems(reading.plan);
  const { plan, program } = reading;
  const { readers, told } = await chooseEngines(request.engine ?? "auto", {
    plan,
    program,
    sources,
    threads: request.threads ?? null,
  });
  const previous = await readPrevious({ reading, asked, sources, readers, problems });
  const found = problems.problems();
  if (found.some(({ severity }) => severity === "error")) throw new ProblemsError(found);
  const heads = sources.flatMap((source) => source.problems);
  return { previous, warnings: [...heads, ...reading.warnings, ...found], engine: told() };
}
