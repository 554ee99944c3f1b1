import { forAudience } from "../../framework/audience.ts";
import { scoreBases } from "../../framework/score-basis.ts";
import type { Framework } from "../../framework/types.ts";
import { type Problem, ProblemsError } from "../../problems/problem.ts";
import type { TableHead } from "../table-head.ts";
import type { AskedAudiences } from "./audience.ts";
import { mustBeSaid, unsaid } from "./audience-problems.ts";

/**
 * What to say where nothing tells who answered. Where all who may have are asked and scored alike, only the wording is
 * open: a warning. Throws ProblemsError (SC033) where it decides which scores come out.
 */
export function unsaidProblems(
  full: Framework,
  { unsaidAmong: among }: Pick<AskedAudiences, "unsaidAmong">,
  heads: readonly TableHead[],
): readonly Problem[] {
  if (among.length === 0 || full.audiences.length < 2) return [];
  const made = among.map((id) =>
    JSON.stringify(scoreBases(forAudience(full, [id])).map(({ of, id: score, scoring }) => [of, score, scoring])),
  );
  if (new Set(made).size > 1) throw new ProblemsError([mustBeSaid(heads[0], full, among)]);
  return [unsaid(among)];
}
