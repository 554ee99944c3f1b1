import type { Framework } from "../framework/types.ts";
import { createDraws } from "../numeric/draws.ts";
import { createPeople, type PeopleOptions, type Person } from "./people.ts";
import { UNANSWERED } from "./replies.ts";
import { type Asked, type Question, type Survey, surveyOf } from "./survey.ts";

/** Column that says who answered; `score` knows it by this name. */
const COLUMN = "audience";
/** Further apart than any two audiences' places, so that nobody of one is somebody of another. */
const APART = 0x9e37;

/** People of one audience. */
export interface Part {
  /** Id. */
  readonly audience: string;
  /** How many; at least 1. */
  readonly people: number;
  /** How well things stand for them, 0–100. */
  readonly level: number;
}

/** Several audiences in one table: who was not asked a question has left it blank. */
export interface Mixture {
  readonly survey: Survey;
  /** People one after another, of all parts in no order; the same options give the same people. */
  people(options: Omit<PeopleOptions, "level">): () => Person;
}

interface Share extends Part {
  readonly survey: Survey;
  /** Position among the questions of this audience, by the table's questions; −1: not asked of it. */
  readonly places: readonly number[];
}

/**
 * The questions of these audiences in the framework's order, each in the wording of the first that is asked it, behind a
 * column that says who answered. Throws ProblemsError as `surveyOf` does.
 */
export function mixtureOf(framework: Framework, parts: readonly Part[], asked: Omit<Asked, "audience">): Mixture {
  const surveys = parts.map((part) => ({
    ...part,
    survey: surveyOf(framework, { ...asked, audience: part.audience }),
  }));
  const questions = framework.items.flatMap(({ id }) => firstOf(surveys, id) ?? []);
  const shares = surveys.map(
    (part): Share => ({
      ...part,
      places: questions.map(({ id }) => part.survey.questions.findIndex((question) => question.id === id)),
    }),
  );
  const own = { name: COLUMN, options: parts.map(({ audience }) => audience) };
  const dimensions = new Set(questions.flatMap(({ dimension }) => dimension ?? [])).size;
  return {
    survey: { title: framework.title, questions, segments: [own, ...asked.segments], dimensions },
    people: (options) => mixed(shares, options),
  };
}

function firstOf(surveys: readonly { readonly survey: Survey }[], id: string): Question | undefined {
  for (const { survey } of surveys) {
    const found = survey.questions.find((question) => question.id === id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whose turn it is falls by how many of each are left; behind the last of all the first audience goes on. */
function mixed(shares: readonly Share[], options: Omit<PeopleOptions, "level">): () => Person {
  const draws = createDraws(options.seed, 4);
  const left = shares.map(({ people }) => people);
  const crowds = shares.map(({ survey, level }, at) =>
    createPeople(survey, { ...options, level, seed: (options.seed + at * APART) >>> 0 }),
  );
  return () => {
    const turn = turnOf(left, draws.uniform());
    left[turn] = (left[turn] ?? 0) - 1;
    const [share, next] = [shares[turn], crowds[turn]];
    if (share === undefined || next === undefined) throw new RangeError("a mixture of nobody");
    const { replies, segments, careless } = next();
    return {
      replies: share.places.map((place) => replies[place] ?? UNANSWERED),
      segments: [share.audience, ...segments],
      careless,
    };
  };
}

/** at: 0–1, along the numbers of those who are left. */
function turnOf(left: readonly number[], at: number): number {
  const counts = left.map((count) => Math.max(0, count));
  let rest = at * counts.reduce((sum, count) => sum + count, 0);
  return Math.max(
    0,
    counts.findIndex((count) => {
      rest -= count;
      return rest < 0;
    }),
  );
}
