/** What every strand of a ladder has reached, level by level: as a table and as a picture of the same. */
import type { Audit, LadderResult, StrandResult } from "../../audit/types.ts";
import { capital } from "../../problems/capital.ts";
import { ladderFigure } from "../figures/ladder.ts";
import type { Figure, Rung } from "../figures/types.ts";
import { chance, count, mean } from "../numbers.ts";
import type { Cell, Matrix, MatrixCell, Tone } from "../sheet.ts";
import { NOT_APPLICABLE } from "./columns.ts";
import { doneWord, knownLevel, ladderOwner, overallWords } from "./ladder-words.ts";

interface Standing {
  readonly strand: StrandResult;
  readonly word: LadderResult["word"];
}

/** Reached, and so is all before it; met by its own numbers; not; or nothing may be said. */
export function rungWord(audit: Audit, { strand, word }: Standing, at: number): Cell {
  const rung = rungOf(audit, strand, at);
  return rung === "reached" ? { text: doneWord(word), tone: "good" } : { text: rung, tone: TONES[rung] };
}

const TONES: Readonly<Record<Exclude<Rung, "reached">, Tone>> = {
  "by itself": "fair",
  "not yet": "poor",
  hidden: "quiet",
  "no data": "quiet",
};

export const ALONE = "by itself";

/** A word and the mean behind it for every strand and level. */
export function strandMatrix(audit: Audit, { levels, strands, word, firm }: LadderResult): Matrix {
  const own = (strand: StrandResult): MatrixCell => ({
    text: strandLevel(strand),
    interval: null,
  });
  const draws: readonly string[] = firm === null ? [] : ["Firm"];
  const cells = (strand: StrandResult): readonly MatrixCell[] =>
    strand.rungs.map((rung, at) => ({
      text: rungWord(audit, { strand, word }, at),
      // Not an interval, but what stands in brackets behind the word: the mean.
      interval: rung.mean === null ? null : mean(rung.mean),
    }));
  return {
    kind: "matrix",
    corner: { row: "Strand", column: capital(word) },
    rows: strands.map(({ title }) => title),
    columns: [capital(word), ...draws, ...levels.map(({ title }) => title)],
    cells: strands.map((strand) => [own(strand), ...draws.map(() => firmCell(strand)), ...cells(strand)]),
  };
}

/** "2", "at least 1" where those above are not known, "not known". */
function strandLevel(strand: StrandResult): string {
  if (strand.level !== null) return count(strand.level);
  const known = knownLevel(strand);
  return known === 0 ? "not known" : `at least ${count(known)}`;
}

function firmCell({ firm }: StrandResult): MatrixCell {
  return { text: firm === null ? NOT_APPLICABLE : chance(firm), interval: null };
}

export function ladderPicture(audit: Audit, ladder: LadderResult): Figure {
  const { title, word, levels, strands } = ladder;
  const told = { title: `${ladderOwner(ladder)}${title}`, standing: overallWords(ladder) };
  return ladderFigure(told, {
    word: capital(word),
    levels: levels.map((level) => level.title),
    strands: strands.map((strand) => ({
      label: strand.title,
      rungs: strand.rungs.map((_, at) => rungOf(audit, strand, at)),
      reached: strandLevel(strand),
    })),
  });
}

function rungOf({ disclosure }: Audit, strand: StrandResult, at: number): Rung {
  const met = strand.rungs[at]?.met ?? null;
  if (met === null) return disclosure.hidden ? "hidden" : "no data";
  if (!met) return "not yet";
  return knownLevel(strand) > at ? "reached" : ALONE;
}
