import {
  createPairedPlan,
  emptyPaired,
  foldJoiner,
  foldLeaver,
  foldPair,
  type PairedAggregate,
} from "../aggregate/paired.ts";
import { type Problem, ProblemsError } from "../problems/problem.ts";
import { createFingerprints, type Fingerprint, fingerprint } from "../response/rows/fingerprints.ts";
import type { AnswerProblems } from "../response/rows/problems.ts";
import type { ScoringProgram } from "../scoring/program.ts";
import { NO_SCORE } from "../scoring/scorer.ts";
import type { TableSource } from "../sources/table/source.ts";
import { type FoldRequest, foldFiles } from "./fold-files.ts";
import type { OnScored } from "./people.ts";
import type { Reading } from "./reading.ts";
import { createScoreStore } from "./score-store.ts";

/**
 * An earlier wave, waiting for the later one. Of each id only a fingerprint is kept (two of a million are taken for one with a
 * probability of 1 in 37 million), with the scores of both waves. Memory: 24 bytes and 16 × (dimensions + 1) for each id of the
 * earlier wave.
 */
export interface PreviousScores {
  /** A respondent of the later wave. */
  readonly later: OnScored;
  /** After the last respondent: who is in both. Throws SC015 where nobody is, SC005 where the two are one. Once only. */
  pair(): PairedAggregate;
  /** After `pair`: that rows of either wave could not be anybody's pair (SC020, a warning); null where all could. */
  unpairable(): Problem | null;
}

export interface PreviousRequest {
  /** How the earlier export is read, and how the later one is. */
  readonly reading: Reading;
  readonly asked: Reading;
  /** Of the earlier export; read to the end and closed. */
  readonly sources: readonly TableSource[];
  /** Of the earlier export. */
  readonly problems: AnswerProblems;
  readonly readers?: FoldRequest["readers"];
}

/** Reads the earlier wave. Its scores are those of the later framework; a dimension with other items has none. Throws ProblemsError. */
export async function readPrevious(request: PreviousRequest): Promise<PreviousScores> {
  const { reading, asked, sources, problems } = request;
  if (reading.form !== asked.form) {
    for (const source of sources) source.close();
    throw new ProblemsError([otherForm(reading, sources[0]?.head.file ?? "")]);
  }
  const { places, others } = sameDimensions(reading.program, asked.program);
  if (others.length > 0) problems.found(otherItems(others));
  const waves = createWaves(asked.program, places);
  const { plan, program } = reading;
  const { readers = [] } = request;
  await foldFiles({ plan, program, sources, problems, readers, sink: null, only: "scores" }, waves.earlier);
  return waves;
}

/** Where each dimension of the earlier program stands in the later one, −1: nowhere; and those that have other items there. */
function sameDimensions(
  earlier: ScoringProgram,
  later: ScoringProgram,
): { readonly places: readonly number[]; readonly others: readonly string[] } {
  const others: string[] = [];
  const itemsOf = ({ items }: ScoringProgram, members: readonly number[]): string =>
    members.map((at) => items[at]?.id).join(" ");
  const places = earlier.dimensions.map(({ id, items }) => {
    const at = later.dimensions.findIndex((dimension) => dimension.id === id);
    const same = itemsOf(earlier, items) === itemsOf(later, later.dimensions[at]?.items ?? []);
    if (at >= 0 && !same) others.push(id);
    return same ? at : -1;
  });
  return { places, others };
}

/** Fewer pairs of people may well have the same scores. */
const FEWEST_COPIES = 5;

function createWaves(program: ScoringProgram, places: readonly number[]): PreviousScores & { earlier: OnScored } {
  const width = program.dimensions.length;
  const paired = emptyPaired(createPairedPlan(program));
  const ids = createFingerprints({ lines: false });
  const before = createScoreStore(width);
  const after = createScoreStore(width);
  const key: Fingerprint = { high: 0, low: 0 };
  const kept = { value: 0, line: 0 };
  const [first, second] = [new Float64Array(width), new Float64Array(width)];
  const met = { before: false, after: false, both: false };
  /** Rows without an id, or whose id others of the same wave have. */
  const nobody = { before: 0, after: 0 };
  return {
    earlier: (id, scores) => {
      first.fill(NO_SCORE);
      for (let at = 0; at < places.length; at += 1) {
        const place = places[at] as number;
        if (place >= 0) first[place] = scores[at] as number;
      }
      if (id === "") {
        nobody.before += 1;
        return foldLeaver(paired, first);
      }
      met.before = true;
      fingerprint(id, key);
      const place = ids.meet(key, kept);
      // A second row of an id is nobody's pair, and neither is the first.
      if (place >= 0) foldLeaver(paired, first);
      before.add(place < 0 ? ids.size - 1 : place, first);
    },
    later: (id, scores) => {
      if (id === "") {
        nobody.after += 1;
        return foldJoiner(paired, scores);
      }
      met.after = true;
      fingerprint(id, key);
      const place = ids.find(key);
      if (place >= 0) met.both = true;
      if (place < 0 || after.rows(place) > 0) foldJoiner(paired, scores);
      if (place >= 0) after.add(place, scores);
    },
    pair: () => {
      let pairs = 0;
      let copies = 0;
      const settle = (place: number): void => {
        before.read(place, first);
        after.read(place, second);
        if (before.rows(place) === 1 && after.rows(place) === 1) {
          foldPair(paired, first, second);
          pairs += 1;
          if (first.every((score, at) => score === second[at])) copies += 1;
          return;
        }
        foldLeaver(paired, first);
        if (after.rows(place) > 0) foldJoiner(paired, second);
        nobody.before += severalRows(before.rows(place));
        nobody.after += severalRows(after.rows(place));
      };
      for (let place = 0; place < ids.size; place += 1) settle(place);
      if (pairs === 0) throw new ProblemsError([nobodyPaired(met)]);
      if (copies === pairs && pairs >= FEWEST_COPIES && isWhole(paired)) throw new ProblemsError([SAME_WAVES]);
      return paired;
    },
    unpairable: () => (nobody.before + nobody.after === 0 ? null : withoutPartner(nobody)),
  };
}

/** Of the rows of one id those that are nobody's pair because there are others. */
function severalRows(rows: number): number {
  return rows > 1 ? rows : 0;
}

/** Nobody joined or left. */
function isWhole({ joiners, leavers }: PairedAggregate): boolean {
  return joiners === 0 && leavers === 0;
}

function nobodyPaired(met: { readonly before: boolean; readonly after: boolean; readonly both: boolean }): Problem {
  const message = met.both
    ? "Every id that is in both exports stands on several rows of one of them, so nobody can be told apart in both."
    : !met.before
      ? "No row of the earlier export has an id."
      : !met.after
        ? "No row of this export has an id."
        : "No id of the earlier export is in this one.";
  return {
    code: "SC015",
    severity: "error",
    message,
    help: "Name with --id a column that tells people apart and is written alike in both exports; without such ids, give both files and tell them apart with --wave.",
  };
}

function withoutPartner({ before, after }: { readonly before: number; readonly after: number }): Problem {
  return {
    code: "SC020",
    severity: "warning",
    message: `Rows without an id, or with one that others have too: ${after} of this export and ${before} of the earlier one. They are nobody's pair, and count as people who joined or left.`,
    help: "Fill in or correct the ids, if it is known who these people are.",
    kept: "Some rows had no id, or one that others had too: they count as people who joined or left.",
  };
}

const SAME_WAVES: Problem = {
  code: "SC005",
  severity: "error",
  message: "The earlier export holds the same answers, person by person, as this one.",
  help: "One is a copy of the other: name with --previous the export of the earlier survey.",
};

function otherForm({ form }: Reading, file: string): Problem {
  return {
    code: "SC018",
    severity: "error",
    message: `The earlier export was asked ${form === null ? "the full framework" : `the form ${form}`}, and this one another: their scores cannot be compared.`,
    help: "Compare surveys that asked the same; if both did, name the form with --form.",
    place: { file },
  };
}

function otherItems(dimensions: readonly string[]): Problem {
  const one = dimensions.length === 1;
  return {
    code: "SC019",
    severity: "warning",
    message: `${dimensions.join(", ")}: the earlier export asked other items, so ${one ? "its change is" : "their changes are"} not told.`,
    help: "A dimension is compared where both surveys asked the same of its items.",
  };
}
