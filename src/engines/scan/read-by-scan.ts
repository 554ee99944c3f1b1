import type { SourcePlan } from "../../response/source-plan.ts";
import type { ScoringProgram } from "../../scoring/program.ts";
import type { FileReader } from "../fold-files.ts";
import { planScan } from "./columns.ts";
import { createFastestCore } from "./fastest-core.ts";
import { scanFile } from "./scan-file.ts";
import { manyThreads, threadsFor } from "./workers/threads-for.ts";

/** Reads one file of the plan with the fastest core there is; or why it cannot, to follow "since". */
export function readByScan(of: {
  readonly plan: SourcePlan;
  readonly fileIndex: number;
  readonly program: ScoringProgram;
  /** Threads that may read it at once; null: as many as pay. */
  readonly threads: number | null;
  /** Told at the end how many rows were ordinary; and what more there is to say, in words: "" where there is nothing. */
  readonly onScanned: (rows: number, more: string) => void;
}): FileReader | string {
  const file = of.plan.files[of.fileIndex];
  const plan = file === undefined ? "the plan does not have it" : planScan(of.plan, file, of.program);
  if (typeof plan === "string") return plan;
  return async (source, people, onBytes) => {
    const count = threadsFor(of.threads, source.size);
    let who = "";
    const onEnd = (told: string): void => {
      who = told;
    };
    const threads = count > 1 ? manyThreads(count, onEnd) : undefined;
    const remarks = new Set<string>();
    const onRemark = (remark: string): void => void remarks.add(remark);
    const rows = await scanFile({ source, people, plan, onBytes, createCore: createFastestCore, threads, onRemark });
    of.onScanned(rows, [...(who === "" ? [] : [`${who} read it`]), ...remarks].join("; "));
  };
}
