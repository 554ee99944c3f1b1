import type { PairedAggregate } from "../aggregate/paired.ts";
import type { Aggregate } from "../aggregate/types.ts";
import { type FoldRequest, foldFiles } from "./fold-files.ts";
import type { PreviousScores } from "./pairs.ts";

export interface StreamRequest extends FoldRequest {
  /** The earlier wave of the same people, used up by this; null: none. */
  readonly previous: PreviousScores | null;
}

export interface Streamed {
  readonly aggregate: Aggregate;
  /** Null without an earlier wave. */
  readonly paired: PairedAggregate | null;
}

/**
 * Folds every respondent of every file in this thread, and pairs them with an earlier wave where one is given.
 * Every source is closed at the end, however it ends. Throws ProblemsError where a file cannot be read on, or nobody is paired.
 */
export async function streamEngine({ previous, ...request }: StreamRequest): Promise<Streamed> {
  const aggregate = await foldFiles(request, previous?.later ?? null);
  return { aggregate, paired: previous?.pair() ?? null };
}
